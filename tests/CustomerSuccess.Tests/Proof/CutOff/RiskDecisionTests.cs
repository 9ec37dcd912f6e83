using CustomerSuccess.Customers;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Proof.CutOff.Scene;

namespace CustomerSuccess.Tests.Proof.CutOff;

/// <summary>What became of a customer, by each kind of outcome and on each side of each date.</summary>
[Requirement("PRF-1")]
public sealed class RiskDecisionTests
{
    [Theory]
    [InlineData(OutcomeKind.NoticeGiven, "Left", 20)]
    [InlineData(OutcomeKind.NonRenewal, "Left", 20)]
    [InlineData(OutcomeKind.InvoluntaryLoss, "Involuntary", 0)]
    [InlineData(OutcomeKind.Renewal, "Stayed", 20)]
    [InlineData(OutcomeKind.Downgrade, "Stayed", 90)]
    [InlineData(OutcomeKind.Return, "Stayed", 90)]
    public void Each_kind_of_outcome_says_whether_it_is_leaving_and_when_that_was_decided(OutcomeKind kind, string outcome, double day) =>
        Becomes(Enum.Parse<RiskOutcome>(outcome), day, Decide(Options(), Runs(renews: 90), Outcome(kind, 20)));

    [Fact]
    public void Of_notice_and_non_renewal_the_first_is_the_decision()
    {
        Becomes(RiskOutcome.Left, 20, Decide(Options(), Runs(renews: 90), Lost(90), Notice(20)));
        Becomes(RiskOutcome.Left, 20, Decide(Options(), Runs(renews: 90), Lost(90, "s1"), Notice(20)));
    }

    [Fact]
    public void Notice_before_the_cut_off_bars_the_customer_also_where_the_loss_comes_after()
    {
        Becomes(RiskOutcome.DecidedBefore, 0, Decide(Options(), Runs(renews: 90), Notice(-1), Lost(90)));
        Becomes(RiskOutcome.DecidedBefore, 0, Decide(Options(), Runs(renews: 90), Notice(-1, "s1"), Lost(90, "s1")));
        Becomes(RiskOutcome.DecidedBefore, 0, Decide(Options(RiskSet.AllActive), Notice(-1)));
    }

    [Theory]
    [InlineData(0, "DecidedBefore")]
    [InlineData(0.99999, "DecidedBefore")]
    [InlineData(1, "Left")]
    public void What_was_decided_on_the_day_of_the_cut_off_may_have_been_decided_before_it(double day, string outcome) =>
        Assert.Equal(outcome, Decide(Options(), Runs(renews: 90), Notice(day)).Outcome.ToString());

    [Fact]
    public void The_day_is_that_of_UTC_and_begins_before_a_cut_off_at_noon()
    {
        var noon = new CutOffOptions { At = new DateTimeOffset(2026, 1, 1, 14, 0, 0, TimeSpan.FromHours(2)), OutcomesKnownAt = Day(300) };
        Assert.Equal(RiskOutcome.DecidedBefore, Decide(noon, Runs(renews: 90), Notice(0)).Outcome);
        Assert.Equal(RiskOutcome.DecidedBefore, Decide(noon, Runs(renews: 90), Notice(0.9)).Outcome);
        Assert.Equal(RiskOutcome.Left, Decide(noon, Runs(renews: 90), Notice(1)).Outcome);
        Assert.Equal(RiskOutcome.Left, Decide(noon, Runs(renews: 90), Notice(180.5)).Outcome);
        Assert.Equal(RiskOutcome.Stayed, Decide(noon, Runs(renews: 90), Notice(180.6)).Outcome);
    }

    [Fact]
    public void A_notice_that_was_recorded_late_had_still_been_given()
    {
        Becomes(RiskOutcome.DecidedBefore, 0, Decide(Options(), Runs(renews: 90), Notice(-5, recorded: 40)));
        Becomes(RiskOutcome.Left, 20, Decide(Options(known: 250), Runs(renews: 90), Notice(20, recorded: 250)));
    }

    [Fact]
    public void What_is_recorded_after_outcomes_are_known_is_not_known() =>
        Becomes(RiskOutcome.Stayed, 90, Decide(Options(known: 250), Runs(renews: 90), Notice(20, recorded: 250.1)));

    [Fact]
    public void What_is_recorded_ahead_of_its_date_was_known_from_then_on()
    {
        Becomes(RiskOutcome.DecidedBefore, 0, Decide(Options(), Runs(renews: 90), Lost(90, recorded: -10)));
        Becomes(RiskOutcome.Left, 15, Decide(Options(), Runs(renews: 90), Lost(90, recorded: 15)));
    }

    [Fact]
    public void A_renewal_or_a_return_before_the_cut_off_makes_a_customer_who_had_left_one_at_risk()
    {
        Becomes(RiskOutcome.Stayed, 90, Decide(Options(), Runs(renews: 90), Notice(-50), Renewed(-40)));
        Becomes(RiskOutcome.Stayed, 90, Decide(Options(), Runs(renews: 90), Lost(-50), Returned(-40)));
        Becomes(RiskOutcome.Left, 10, Decide(Options(), Runs(renews: 90), Lost(-50), Returned(-40), Notice(10)));
        Becomes(RiskOutcome.DecidedBefore, 0, Decide(Options(), Runs(renews: 90), Lost(-50), Returned(-60)));
    }

    [Fact]
    public void A_return_after_the_cut_off_does_not_bring_back_who_had_left_before_it() =>
        Becomes(RiskOutcome.DecidedBefore, 0, Decide(Options(), Runs(renews: 90), Lost(-50), Returned(30)));

    [Fact]
    public void A_renewal_within_the_horizon_takes_a_notice_back()
    {
        Becomes(RiskOutcome.Stayed, 30, Decide(Options(), Runs(renews: 90), Notice(10), Renewed(30)));
        Becomes(RiskOutcome.Left, 40, Decide(Options(), Runs(renews: 90), Notice(10), Renewed(30), Notice(40)));
        Becomes(RiskOutcome.Left, 10, Decide(Options(), Runs(renews: 90), Notice(10), Renewed(181)));
    }

    [Fact]
    public void Who_left_and_came_back_within_the_horizon_had_left() =>
        Becomes(RiskOutcome.Left, 10, Decide(Options(), Runs(renews: 90), Lost(10), Returned(60)));

    [Fact]
    public void Involuntary_loss_is_censored_by_default_and_counted_on_request()
    {
        Becomes(RiskOutcome.Involuntary, 0, Decide(Options(), Runs(renews: 90), Failed(20)));
        Becomes(RiskOutcome.Left, 20, Decide(Options(involuntary: true), Runs(renews: 90), Failed(20)));
        Becomes(RiskOutcome.DecidedBefore, 0, Decide(Options(), Runs(renews: 90), Failed(-20)));
    }

    [Fact]
    public void Of_an_involuntary_loss_and_a_decision_the_first_counts()
    {
        Becomes(RiskOutcome.Involuntary, 0, Decide(Options(), Runs(renews: 90), Failed(20), Lost(40)));
        Becomes(RiskOutcome.Left, 10, Decide(Options(), Runs(renews: 90), Failed(20), Notice(10)));
    }

    [Theory]
    [InlineData(OutcomeKind.Renewal)]
    [InlineData(OutcomeKind.Return)]
    public void A_payment_that_failed_and_was_made_good_is_no_loss(OutcomeKind kind)
    {
        Assert.Equal(RiskOutcome.Stayed, Decide(Options(), Runs(renews: 90), Failed(20), Outcome(kind, 25)).Outcome);
        Becomes(RiskOutcome.Left, 60, Decide(Options(), Runs(renews: 90), Failed(20), Outcome(kind, 25), Notice(60)));
    }

    [Fact]
    public void Outcomes_after_the_horizon_do_not_count_and_those_at_its_end_do()
    {
        Becomes(RiskOutcome.Left, 180, Decide(Options(), Runs(renews: 90), Notice(180)));
        Becomes(RiskOutcome.Stayed, 90, Decide(Options(known: 400), Runs(renews: 90), Notice(180.0001)));
        Becomes(RiskOutcome.NotAtRisk, 0, Decide(Options(known: 400), Runs(renews: 300), Renewed(300)));
    }

    [Fact]
    public void Leaving_and_renewing_at_one_instant_contradict_each_other_unless_one_was_recorded_later()
    {
        Becomes(RiskOutcome.Contradicting, 0, Decide(Options(), Runs(renews: 90), Notice(20), Renewed(20)));
        Becomes(RiskOutcome.Stayed, 20, Decide(Options(), Runs(renews: 90), Notice(20), Renewed(20, recorded: 21)));
        Becomes(RiskOutcome.Left, 20, Decide(Options(), Runs(renews: 90), Notice(20, recorded: 21), Renewed(20)));
    }

    [Fact]
    public void The_order_in_which_records_arrive_and_repetitions_matter_for_nothing()
    {
        IDated[] facts = [Runs(renews: 90), Notice(-50), Renewed(-40), Notice(10), Renewed(30), Failed(50), Returned(60), Lost(120)];
        foreach (var order in Enumerable.Range(0, 8).Select(i => facts.Skip(i).Concat(facts.Take(i))))
        {
            Becomes(RiskOutcome.Left, 120, Decide(Options(), [.. order, .. order]));
            Becomes(RiskOutcome.Left, 120, Decide(Options(), [.. order.Reverse()]));
        }
    }
}
