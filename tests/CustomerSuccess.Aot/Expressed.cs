using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Expressions;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Aot;

/// <summary>Expressions over customers: a scorecard and a segment of them, until when they stand, what they read, columns.</summary>
internal static class Expressed
{
    public static async Task RunAsync()
    {
        Console.WriteLine("== vocabulary");
        var language = CustomerExpressions.Declare()
            .Trait("plan", TraitKind.Text)
            .Signal("login", hasValues: false)
            .Segment("experience")
            .Function("yearly", [CelType.Double], CelType.Double, (_, x) => CelValue.Of(x[0].AsDouble() * 13), new() { Version = "1" })
            .Build();
        var day = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
        var accounts = new AccountLog()
            .Add(new Customer("acme", day.AddDays(-90)))
            .Add(new Trait("acme", "plan", TraitValue.Of("pro"), day.AddDays(-90)))
            .Add(new Subscription("s1", "acme", "app", day.AddDays(-90)) { RenewsAt = day.AddDays(20) });
        var log = new SignalLog();
        log.AppendAll([new("acme", "login", day.AddDays(-20)), new("acme", "login", day.AddDays(-5))]);
        var card = Scorecard.For<CustomerFacts>("default")
            .Measure("logins", language.Number("yearly(signals.login.count(days(28)))"), m => m.MoreIsBetter().Linear(0, 52))
            .CapAt(40, language.Condition("segment.experience == 'guided' && subscriptions.exists(s, s.renewsAt - now < days(30))"), because: "a renewal is near")
            .Build();
        var health = CustomerHealth.Of(CustomerSources.InMemory(accounts, log), h => h
            .SegmentedBy(SegmentScheme.For("experience", SegmentPurpose.Experience)
                .Segment("guided", language.Condition("customer.plan == 'pro'"), new() { Coverage = ExperienceCoverage.HighTouch, Channels = ["call"] })
                .Otherwise("all", new() { Coverage = ExperienceCoverage.SelfServe, Channels = ["in-app"] })
                .Build())
            .ScoredBy(card));
        Console.WriteLine((await health.ScoreAsync("acme", day))!.Explain());

        var facts = (await health.FactsAsync("acme", new ScoreInstant(day)))!;
        var condition = language.Condition("signals.login.count(days(28)) >= 2");
        Console.WriteLine($"{condition} {condition.HoldsUntil(facts)}");
        Console.WriteLine(string.Join(Environment.NewLine, Lineage.Of(health).ReadersOfSignal("login")));

        var table = new SignalTable(log, card.SignalColumns);
        table.MoveTo(day);
        var numbers = new double[1];
        CelColumnNumbers.Of(language.Number("yearly(1.0) + 1").Expression).Compute(new CelColumns(1), numbers);
        Console.WriteLine($"{string.Join(", ", card.ComputedFrom)}: {numbers[0]}");
        try
        {
            language.Condition("signals.login.count(28) > 1");
        }
        catch (ConfigurationException mistakes)
        {
            Console.WriteLine(mistakes.Message);
        }
    }
}
