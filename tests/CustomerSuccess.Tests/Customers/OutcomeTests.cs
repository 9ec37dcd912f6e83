using CustomerSuccess.Customers;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Customers;

/// <summary>What became of subscriptions: dated, and visible like every fact.</summary>
[Requirement("INS-10")]
public sealed class OutcomeTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");

    [Fact]
    public void Each_kind_is_dated_by_its_decision_and_by_when_it_takes_effect_per_subscription()
    {
        foreach (var kind in Enum.GetValues<OutcomeKind>())
        {
            var outcome = new Outcome("acme", kind, At("2026-03-02T03:00+03:00")) { SubscriptionId = "s1", TakesEffectAt = Day.AddDays(60), RecordedAt = Day.AddDays(2), Amount = new Money(900, "EUR"), Reason = "budget" };

            Assert.Equal(("acme", kind, "s1", Day, Day.AddDays(60), Day.AddDays(2)), (outcome.CustomerId, outcome.Kind, outcome.SubscriptionId, outcome.DecidedAt, outcome.TakesEffectAt, outcome.RecordedAt));
            Assert.Equal((new Money(900, "EUR"), "budget", Day), (outcome.Amount!.Value, outcome.Reason, ((IDated)outcome).EffectiveAt));
            Assert.Equal(kind is OutcomeKind.NonRenewal or OutcomeKind.InvoluntaryLoss, outcome.IsLoss);
        }

        Assert.Equal([OutcomeKind.NoticeGiven, OutcomeKind.NonRenewal, OutcomeKind.Renewal, OutcomeKind.Downgrade, OutcomeKind.InvoluntaryLoss, OutcomeKind.Return], Enum.GetValues<OutcomeKind>());
    }

    [Fact]
    public void Unless_stated_it_takes_effect_and_is_known_when_it_is_decided_of_the_customer_as_a_whole()
    {
        var outcome = new Outcome("acme", OutcomeKind.NonRenewal, Day);

        Assert.Equal((Day, Day), (outcome.TakesEffectAt, outcome.RecordedAt));
        Assert.Null(outcome.SubscriptionId ?? outcome.Reason);
        Assert.Null(outcome.Amount);
        Assert.Equal(outcome, outcome with { TakesEffectAt = Day, RecordedAt = Day });
        Assert.Equal("acme: NonRenewal decided 2026-03-02", outcome.ToString());
    }

    [Fact]
    public async Task It_is_visible_from_its_decision_on_once_known_whenever_it_takes_effect()
    {
        var log = new AccountLog()
            .Add(new Outcome("acme", OutcomeKind.NonRenewal, Day.AddDays(10)) { TakesEffectAt = Day.AddDays(100), SubscriptionId = "s1" })
            .Add(new Outcome("acme", OutcomeKind.NoticeGiven, Day) { RecordedAt = Day.AddDays(5), SubscriptionId = "s1" })
            .Add(new Outcome("acme", OutcomeKind.Downgrade, Day.AddDays(20)) { TakesEffectAt = Day.AddDays(1), Amount = new Money(1, "EUR") })
            .Add(new Outcome("beta", OutcomeKind.Return, Day));

        Assert.Equal([], await KindsAsync(log, 4, 4));
        Assert.Equal([OutcomeKind.NoticeGiven], await KindsAsync(log, 4, 5));
        Assert.Equal([OutcomeKind.NoticeGiven, OutcomeKind.NonRenewal], await KindsAsync(log, 10, 10));
        Assert.Equal([OutcomeKind.NoticeGiven, OutcomeKind.NonRenewal], await KindsAsync(log, 19, 99));
        Assert.Equal([OutcomeKind.NoticeGiven, OutcomeKind.NonRenewal, OutcomeKind.Downgrade], await KindsAsync(log, 20, 20));
    }

    [Fact]
    public async Task The_order_of_those_at_one_instant_does_not_depend_on_arrival()
    {
        Outcome[] tied = [.. new[] { "s2", "s1", "s3", null }.Select(s => new Outcome("acme", OutcomeKind.NonRenewal, Day) { SubscriptionId = s })];
        var (one, other) = (new AccountLog(), new AccountLog());
        Array.ForEach(tied, o => one.Add(o));
        Array.ForEach([.. tied.Reverse()], o => other.Add(o));

        Assert.Equal((await AccountAsync(one, 0, 0)).Outcomes, (await AccountAsync(other, 0, 0)).Outcomes);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Outcome(" ", OutcomeKind.Return, Day));
        Assert.Contains("NoticeGiven", Assert.Throws<ArgumentException>(() => new Outcome("acme", (OutcomeKind)99, Day)).Message, StringComparison.Ordinal);
    }

    private static async Task<OutcomeKind[]> KindsAsync(AccountLog log, int asOf, int knownAt) => [.. (await AccountAsync(log, asOf, knownAt)).Outcomes.Select(o => o.Kind)];

    private static async Task<AccountFacts> AccountAsync(AccountLog log, int asOf, int knownAt)
    {
        var query = new FactQuery { CustomerIds = ["acme"], AsOf = Day.AddDays(asOf), KnownAt = Day.AddDays(knownAt) };
        return Assert.Single(await new CustomerObserver(CustomerSources.InMemory(log), [], false).ReadAsync(query, CancellationToken.None)).At(query.AsOf, query.KnownAt).Account;
    }
}
