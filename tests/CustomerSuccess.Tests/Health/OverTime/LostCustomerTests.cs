using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using static CustomerSuccess.Customers.OutcomeKind;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class LostCustomerTests
{
    private static readonly DateTimeOffset Start = Usage.Start;

    [Fact]
    public void A_loss_loses_the_customer_from_its_decision_on()
    {
        Lost(null, 9, Of(NonRenewal, 10));
        Lost(10, 10, Of(NonRenewal, 10));
        Lost(10, 99, Of(InvoluntaryLoss, 10));
        Lost(null, 99, Of(NoticeGiven, 10));
        Lost(null, 99, Of(Downgrade, 10));
        Lost(null, 99, Of(Renewal, 10));
        Lost(null, 99);
    }

    [Fact]
    public void Notice_is_the_decision_of_the_loss_that_follows_unless_it_was_taken_back()
    {
        Lost(5, 99, Of(NoticeGiven, 5), Of(NonRenewal, 10));
        Lost(5, 99, Of(NoticeGiven, 5), Of(NoticeGiven, 7), Of(NonRenewal, 10));
        Lost(10, 99, Of(NoticeGiven, 5), Of(Renewal, 7), Of(NonRenewal, 10));
        Lost(8, 99, Of(NoticeGiven, 5), Of(Renewal, 7), Of(NoticeGiven, 8), Of(NonRenewal, 10));
        Lost(10, 99, Of(NonRenewal, 10), Of(NoticeGiven, 12));
    }

    [Fact]
    public void A_later_return_or_renewal_undoes_it()
    {
        Lost(null, 99, Of(NonRenewal, 10), Of(Return, 20));
        Lost(null, 99, Of(NonRenewal, 10), Of(Renewal, 20));
        Lost(10, 15, Of(NonRenewal, 10), Of(Return, 20));
        Lost(30, 99, Of(NonRenewal, 10), Of(Return, 20), Of(NonRenewal, 30));
        Lost(10, 99, Of(Return, 10), Of(NonRenewal, 10));
        Lost(10, 99, Of(Return, 5), Of(NonRenewal, 10));
    }

    [Fact]
    public void A_second_loss_of_one_who_is_lost_changes_nothing()
    {
        Lost(10, 99, Of(NonRenewal, 10), Of(InvoluntaryLoss, 20));
        Lost(10, 99, Of(NonRenewal, 10, "s1"), Of(NonRenewal, 20));
        Lost(10, 99, Of(NonRenewal, 10, "s1"), Of(InvoluntaryLoss, 20, "s1"));
    }

    [Fact]
    public void With_several_subscriptions_the_customer_is_lost_with_the_last_of_them()
    {
        Subscription[] two = [Sub("s1", 0), Sub("s2", 0)];
        Lost(null, 99, two, Of(NonRenewal, 10, "s1"));
        Lost(null, 19, two, Of(NonRenewal, 10, "s1"), Of(NonRenewal, 20, "s2"));
        Lost(20, 99, two, Of(NonRenewal, 10, "s1"), Of(NonRenewal, 20, "s2"));
        Lost(null, 99, two, Of(NonRenewal, 10, "s1"), Of(NonRenewal, 20, "s2"), Of(Return, 30, "s1"));
        Lost(10, 99, two, Of(NonRenewal, 10));

        // One that was given notice of first is no earlier end: the other went on.
        Lost(10, 99, two, Of(NoticeGiven, 2, "s2"), Of(NonRenewal, 10, "s1"), Of(NonRenewal, 20, "s2"));
        Lost(20, 99, two, Of(NoticeGiven, 2, "s1"), Of(NonRenewal, 20));
        Lost(2, 99, [Sub("s1", 0)], Of(NoticeGiven, 2, "s1"), Of(NonRenewal, 20));
        Lost(2, 99, two, Of(NoticeGiven, 2), Of(NonRenewal, 10, "s1"), Of(NonRenewal, 20, "s2"));
    }

    [Fact]
    public void A_subscription_that_ended_by_itself_or_has_not_begun_keeps_nobody()
    {
        Lost(10, 99, [Sub("s1", 0), Sub("trial", 0, 5)], Of(NonRenewal, 10, "s1"));
        Lost(null, 49, [Sub("s1", 0), Sub("trial", 0, 50)], Of(NonRenewal, 10, "s1"));
        Lost(50, 99, [Sub("s1", 0), Sub("trial", 0, 50)], Of(NonRenewal, 10, "s1"));
        Lost(10, 20, [Sub("s1", 0), Sub("s2", 30)], Of(NonRenewal, 10, "s1"));
        Lost(null, 30, [Sub("s1", 0), Sub("s2", 30)], Of(NonRenewal, 10, "s1"));
        Lost(null, 99, [Sub("s1", 0, 50)]);
    }

    [Fact]
    public void What_is_not_known_yet_loses_nobody()
    {
        var late = new Outcome("acme", NonRenewal, Start.AddDays(10)) { RecordedAt = Start.AddDays(15) };
        var records = new AccountRecords { CustomerId = "acme", Outcomes = [late] };

        Assert.Null(LostCustomer.DecidedAt(records.At(Start.AddDays(20), Start.AddDays(14)), Start.AddDays(20)));
        Assert.Equal(Start.AddDays(10), LostCustomer.DecidedAt(records.At(Start.AddDays(20), Start.AddDays(15)), Start.AddDays(20)));
    }

    private static Outcome Of(OutcomeKind kind, double day, string? subscription = null) => new("acme", kind, Start.AddDays(day)) { SubscriptionId = subscription };

    private static Subscription Sub(string id, double start, double? end = null) =>
        new(id, "acme", "core", Start.AddDays(start)) { End = end is { } day ? Start.AddDays(day) : null };

    private static void Lost(double? expected, double asOf, params Outcome[] outcomes) => Lost(expected, asOf, [], outcomes);

    private static void Lost(double? expected, double asOf, Subscription[] subscriptions, params Outcome[] outcomes)
    {
        var records = new AccountRecords { CustomerId = "acme", Subscriptions = subscriptions, Outcomes = outcomes };
        Assert.Equal(expected, (LostCustomer.DecidedAt(records.At(Start.AddDays(asOf), Start.AddDays(asOf)), Start.AddDays(asOf)) - Start)?.TotalDays);
    }
}
