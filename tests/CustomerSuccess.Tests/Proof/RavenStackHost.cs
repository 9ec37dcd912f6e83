using System.Globalization;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Proof;

/// <summary>The made-up portfolio as a host would give it: accounts, subscriptions and outcomes in one log, use and tickets in another.</summary>
internal sealed class RavenStackHost
{
    /// <summary>Every subscription is taken for a product of its own, so that use can be told to lie outside it.</summary>
    public RavenStackHost(bool keepIds = true)
    {
        Signals = new(keepIds);
        foreach (var row in RavenStack.Rows("accounts"))
        {
            Accounts.Add(new Customer(row[0], RavenStack.Utc(row[4])) { Name = row[1] });
        }

        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in RavenStack.Rows("subscriptions"))
        {
            owners.Add(row[0], row[1]);
            Accounts.Add(new Subscription(row[0], row[1], row[0], RavenStack.Utc(row[2]))
            {
                End = row[3].Length == 0 ? null : RavenStack.Utc(row[3]),
                AnnualRevenue = new Money(decimal.Parse(row[7], CultureInfo.InvariantCulture), "USD"),
            });
        }

        foreach (var row in RavenStack.Rows("churn_events"))
        {
            Accounts.Add(new Outcome(row[1], OutcomeKind.NonRenewal, RavenStack.Utc(row[2])) { Reason = row[3] });
        }

        Receipts = RavenStack.Rows("feature_usage")
            .Select(row => Signals.Append(new(owners[row[1]], "use", RavenStack.Utc(row[2])) { Product = row[1], Id = row[0], Value = double.Parse(row[4], CultureInfo.InvariantCulture) }))
            .Concat(RavenStack.Rows("support_tickets").Select(row => Signals.Append(new(row[1], "ticket", RavenStack.Utc(row[2])) { Id = row[0] })))
            .CountBy(r => r).ToDictionary();
    }

    public AccountLog Accounts { get; } = new();

    public SignalLog Signals { get; }

    /// <summary>What became of the signals: accepted, duplicate or conflict.</summary>
    public IReadOnlyDictionary<SignalReceipt, int> Receipts { get; }

    public CustomerSources Sources => CustomerSources.InMemory(Accounts, Signals);

    /// <summary>Three scores that a host might try: more use is better, recent use is better, fewer tickets are better.</summary>
    public static IEnumerable<Scorecard> Cards()
    {
        yield return Card("use", SignalMeasure.Sum("use").InLast(90), m => m.MoreIsBetter().Piecewise((0, 0), (1000, 100)).Weight(1));
        yield return Card("recency", SignalMeasure.DaysSince("use"), m => m.LessIsBetter().Piecewise((0, 100), (400, 0)).Weight(1).Neutral());
        yield return Card("tickets", SignalMeasure.Count("ticket").InLast(180), m => m.LessIsBetter().Piecewise((0, 100), (20, 0)).Weight(1));
    }

    private static Scorecard Card(string name, SignalMeasure measure, Func<MeasureStart<RowMeasure<CustomerFacts>>, RowMeasure<CustomerFacts>> how) =>
        Scorecard.For<CustomerFacts>(name).Measure(name, measure, how).Build();
}
