using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Foundation;

/// <summary>A customer with traits, subscriptions and signals, and the language over it.</summary>
internal static class Acme
{
    public static readonly DateTimeOffset Day = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public static LanguageBuilder<CustomerFacts> Declare() => CustomerExpressions.Declare()
        .Trait("plan", TraitKind.Text)
        .Trait("active seats", TraitKind.Number, alias: "seats")
        .Trait("trial", TraitKind.Flag)
        .Trait("signed", TraitKind.Instant)
        .Trait("tier", TraitKind.Text)
        .Amount("spend", "EUR")
        .Signal("login", hasValues: false)
        .Signal("nps", unit: "points")
        .Season(SeasonCalendar.Declared("terms", Day.AddDays(-200), Day.AddDays(-100)))
        .Segment("experience");

    public static Language<CustomerFacts> Language { get; } = Declare().Build();

    public static AccountLog Accounts() => new AccountLog()
        .Add(new Customer("acme", Day.AddDays(-400)) { Name = "Acme", LifecycleStage = "live" })
        .Add(new Trait("acme", "plan", TraitValue.Of("pro"), Day.AddDays(-30)))
        .Add(new Trait("acme", "plan", TraitValue.Of("enterprise"), Day.AddDays(10)) { RecordedAt = Day.AddDays(-1) })
        .Add(new Trait("acme", "active seats", TraitValue.Of(60), Day.AddDays(-30)))
        .Add(new Trait("acme", "signed", TraitValue.Of(Day.AddDays(-90)), Day.AddDays(-90)))
        .Add(new Trait("acme", "tier", TraitValue.Null, Day.AddDays(-90)))
        .Add(new Trait("acme", "spend", TraitValue.Of(new Money(1200, "EUR")), Day.AddDays(-90)))
        .Add(new Subscription("s1", "acme", "app", Day.AddDays(-90)) { RenewsAt = Day.AddDays(40), Seats = 100, AnnualRevenue = new Money(12_000, "EUR"), Entitlements = new Dictionary<string, double> { ["api"] = 5 } })
        .Add(new Subscription("s2", "acme", "addon", Day.AddDays(-90)) { End = Day.AddDays(-10) });

    public static SignalLog Signals()
    {
        var log = new SignalLog();
        log.AppendAll([
            new("acme", "login", Day.AddDays(-20)) { Actor = "ada" },
            new("acme", "login", Day.AddDays(-5)) { Actor = "bob" },
            new("acme", "login", Day.AddDays(-3)) { Provenance = Provenance.Vendor },
            new("acme", "nps", Day.AddDays(-40)) { Value = 30 },
            new("acme", "nps", Day.AddDays(-10)) { Value = 50 },
            new("acme", "login", Day.AddDays(-370)),
        ]);
        return log;
    }

    public static CustomerFacts Facts(DateTimeOffset? asOf = null)
    {
        var (at, accounts, log) = (asOf ?? Day, Accounts(), Signals());
        var records = new AccountRecords
        {
            CustomerId = "acme",
            Versions = accounts.FindAsync("acme", default).AsTask().GetAwaiter().GetResult(),
            Traits = Given(((ITraitSource)accounts).ReadAsync(Query(at), default)),
            Subscriptions = Given(((ISubscriptionSource)accounts).ReadAsync(Query(at), default)),
        };
        return new CustomerHistory(records, log.Views("acme"), new Dictionary<string, NamedSeries[]>(), log.Measures, []).At(at, at);
    }

    private static FactQuery Query(DateTimeOffset at) => new() { CustomerIds = ["acme"], AsOf = at };

    private static T[] Given<T>(IAsyncEnumerable<T> records) => [.. records.ToBlockingEnumerable()];
}
