using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Aot;

/// <summary>Health from events: windows, segments, bands on a grid, a trend, history, loss, and a proof at a cut-off.</summary>
internal static class Events
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync()
    {
        Console.WriteLine("== events");
        var sources = Sources();
        var history = new InMemoryHealthHistory();
        var health = CustomerHealth.Of(sources, c => c
            .Trait("plan", TraitKind.Text)
            .AnnualRevenue("revenue", "EUR")
            .SegmentedBy(SegmentScheme.For("experience", SegmentPurpose.Experience)
                .Segment("guided", Fact.Number("revenue").AtLeast(5_000) | Fact.Text("plan").Is("pro"), new() { Coverage = ExperienceCoverage.HighTouch, Channels = ["call"] })
                .Otherwise("on its own", new() { Coverage = ExperienceCoverage.SelfServe })
                .Build())
            .ScoredBy(Scorecard.For<CustomerFacts>("default")
                .Measure("logins", SignalMeasure.Count("login").InLast(28).ByCustomer(), m => m.MoreIsBetter().Linear(0, 28).Weight(2))
                .Measure("days", SignalMeasure.ActiveDays("login", TimeZoneInfo.Utc).InLast(28), m => m.MoreIsBetter().Linear(0, 28))
                .Measure("nps", SignalMeasure.Latest("nps"), m => m.MoreIsBetter().Linear(0, 10).Redistribute())
                .Build())
            .RecordedIn(history));

        var asOf = Start.AddDays(200);
        Console.WriteLine((await health.ScoreAsync("c11", asOf))!.Explain());
        Console.WriteLine(await health.TrendAsync("c11", new(asOf)));
        Console.WriteLine((await health.SegmentsAsync("c11", asOf))!.Experience!.Explain());
        Console.WriteLine($"{await health.RecordPortfolioAsync(asOf)} scores recorded");
        await foreach (var recorded in history.ReadAsync("c11", CancellationToken.None))
        {
            Console.WriteLine($"computed again: {(await health.RecomputeAsync(recorded))!.ToSnapshot().ToJson() == recorded.ToJson()}");
        }

        var report = await CutOffJudge.JudgeAsync(health, sources, new() { At = asOf, Horizon = TimeSpan.FromDays(90), OutcomesKnownAt = Start.AddDays(365), RiskSet = RiskSet.AllActive });
        Console.WriteLine($"{report.Active} active, {report.DecidedBefore} decided before; {report.Proof.Meaning}");
    }

    // Forty customers; every fourth slows down, and those leave.
    private static CustomerSources Sources()
    {
        var (accounts, signals) = (new AccountLog(), new SignalLog());
        for (var i = 0; i < 40; i++)
        {
            var (id, slows) = ($"c{i:00}", i % 4 == 3);
            accounts.Add(new Customer(id, Start)).Add(new Trait(id, "plan", TraitValue.Of(i % 2 == 0 ? "pro" : "free"), Start))
                .Add(new Subscription($"s{i}", id, "core", Start) { AnnualRevenue = new Money(1000m * (i % 10), "EUR") });
            for (var day = 0; day < 300; day += slows && day > 100 ? 1 + (i % 7) : 1)
            {
                signals.Append(new(id, "login", Start.AddDays(day).AddHours(i % 24)) { Actor = $"user {day % 3}", Id = $"{id}-{day}" });
            }

            if (slows)
            {
                accounts.Add(new Outcome(id, OutcomeKind.NonRenewal, Start.AddDays(210 + i)));
            }
        }

        return CustomerSources.InMemory(accounts, signals);
    }
}
