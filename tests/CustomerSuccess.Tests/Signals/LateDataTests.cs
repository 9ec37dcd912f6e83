using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Signals;

/// <summary>As of one instant, as known at another: in everything that is evaluated.</summary>
[Requirement("INS-2")]
public sealed class LateDataTests
{
    private static readonly DateTimeOffset Start = At("2026-01-01");

    [Fact]
    public async Task A_signal_keeps_all_that_it_says()
    {
        var log = new SignalLog();
        var signal = new Signal("acme", "seats", Start) { RecordedAt = Start.AddDays(2), Value = 12.5, Actor = "ann", Product = "crm", Id = "e1" };
        log.Append(signal);

        await foreach (var read in log.ReadAsync(new() { CustomerIds = ["acme"], AsOf = Start.AddDays(9) }, CancellationToken.None))
        {
            Assert.Equal(signal with { Id = null }, read);
        }

        Assert.Equal(SignalReceipt.Duplicate, log.Append(signal));
    }

    [Fact]
    public async Task A_late_signal_leaves_the_score_of_then_as_it_was_and_changes_it_only_when_asked()
    {
        var (health, log) = Health();
        for (var day = 0; day < 20; day++)
        {
            log.Append(new("acme", "login", Start.AddDays(day)));
        }

        var then = await ScoreAsync(health, 20, 20);
        // Ten more logins of those days become known on day 30.
        log.AppendAll(Enumerable.Range(0, 10).Select(i => new Signal("acme", "login", Start.AddDays(i).AddHours(1)) { RecordedAt = Start.AddDays(30) }));

        Assert.Equal(then, await ScoreAsync(health, 20, 20));
        Assert.Equal(then, await ScoreAsync(health, 20, 29));
        Assert.NotEqual(then, await ScoreAsync(health, 20, 30));
        Assert.StartsWith("50 ", then, StringComparison.Ordinal);
        Assert.StartsWith("75 ", await ScoreAsync(health, 20, 30), StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_it_is_with_traits_subscriptions_versions_and_outcomes()
    {
        var accounts = new AccountLog()
            .Add(new Customer("acme", Start) { LifecycleStage = "trial" })
            .Add(new Customer("acme", Start.AddDays(5)) { LifecycleStage = "live", RecordedAt = Start.AddDays(8) })
            .Add(new Trait("acme", "plan", TraitValue.Of("free"), Start))
            .Add(new Trait("acme", "plan", TraitValue.Of("pro"), Start.AddDays(5)) { RecordedAt = Start.AddDays(8) })
            .Add(new Subscription("s", "acme", "crm", Start.AddDays(5)) { RecordedAt = Start.AddDays(8), Seats = 7 })
            .Add(new Outcome("acme", OutcomeKind.NoticeGiven, Start.AddDays(5)) { RecordedAt = Start.AddDays(8) })
            .Add(new Ownership("acme", "ann", Start.AddDays(5)) { RecordedAt = Start.AddDays(8) });
        var (health, _) = Health(accounts);

        Assert.Equal("trial free 0 0 ", await SaidAsync(7, 7));
        Assert.Equal("live pro 1 1 ann", await SaidAsync(7, 8));
        Assert.Equal("trial free 0 0 ", await SaidAsync(4, 8));
        Assert.Equal("live pro 1 1 ann", await SaidAsync(8, 8));

        async Task<string> SaidAsync(int asOf, int knownAt)
        {
            var account = (await health.FactsAsync("acme", new(Start.AddDays(asOf), Start.AddDays(knownAt))))!.Account;
            return $"{account.Version!.LifecycleStage} {account.Text("plan").Value} {account.Subscriptions!.Count} {account.Outcomes.Count} {account.Owner().OrElse(null)}";
        }
    }

    [Fact]
    public async Task What_is_known_ahead_is_invisible_until_it_happens()
    {
        var (health, log) = Health();
        log.AppendAll([new("acme", "login", Start), new("acme", "login", Start.AddDays(10)) { RecordedAt = Start.AddDays(-1) }]);

        Assert.Equal([1d, 1, 2], new[] { (9, 9), (9, 99), (10, 10) }.Select(i => Logins(i.Item1, i.Item2).GetAwaiter().GetResult()));

        async Task<double> Logins(int asOf, int knownAt) =>
            (await health.FactsAsync("acme", new(Start.AddDays(asOf), Start.AddDays(knownAt))))!.Signals.Read(SignalMeasure.Count("login")).Value;
    }

    [Fact]
    public async Task What_was_not_known_yet_makes_no_customer()
    {
        var (health, log) = Health(null);
        log.Append(new("acme", "login", Start) { RecordedAt = Start.AddDays(3) });

        Assert.Null(await health.ScoreAsync("acme", new ScoreInstant(Start.AddDays(2), Start.AddDays(2))));
        Assert.NotNull(await health.ScoreAsync("acme", new ScoreInstant(Start.AddDays(2), Start.AddDays(3))));
    }

    private static async Task<string> ScoreAsync(CustomerHealth health, int asOf, int knownAt)
    {
        var score = (await health.ScoreAsync("acme", new ScoreInstant(Start.AddDays(asOf), Start.AddDays(knownAt))))!;
        return $"{score.Value:R} {score.Explain()}";
    }

    private static (CustomerHealth, SignalLog) Health() => Health(new AccountLog().Add(new Customer("acme", Start)));

    private static (CustomerHealth, SignalLog) Health(AccountLog? accounts)
    {
        var log = new SignalLog();
        return (CustomerHealth.Of(CustomerSources.InMemory(accounts, log), c => c.ScoredBy(Scorecard.For<CustomerFacts>("default")
            .Measure("logins", SignalMeasure.Count("login").InLast(28), m => m.MoreIsBetter().Linear(0, 40))
            .Build())), log);
    }
}
