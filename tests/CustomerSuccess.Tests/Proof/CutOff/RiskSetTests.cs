using CustomerSuccess.Customers;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Proof.CutOff.Scene;

namespace CustomerSuccess.Tests.Proof.CutOff;

/// <summary>Who is at risk: by renewals that are due, by subscription, and those who are gone.</summary>
[Requirement("PRF-1")]
public sealed class RiskSetTests
{
    [Theory]
    [InlineData(0.5, "NotAtRisk")]
    [InlineData(1, "Stayed")]
    [InlineData(180, "Stayed")]
    [InlineData(180.5, "NotAtRisk")]
    [InlineData(-30, "NotAtRisk")]
    public void A_renewal_is_due_after_the_day_of_the_cut_off_up_to_and_with_the_horizons_end(double due, string outcome) =>
        Assert.Equal(outcome, Decide(Options(), Runs(renews: due)).Outcome.ToString());

    [Fact]
    public void The_decision_of_who_stayed_is_the_first_renewal_decided_or_due()
    {
        Becomes(RiskOutcome.Stayed, 90, Decide(Options(), Runs(renews: 90)));
        Becomes(RiskOutcome.Stayed, 60, Decide(Options(), Runs(renews: 90), Renewed(60)));
        Becomes(RiskOutcome.Stayed, 40, Decide(Options(), Runs(renews: 90), Runs("s2", renews: 40)));
        Becomes(RiskOutcome.Stayed, 60, Decide(Options(), Runs(renews: 900), Renewed(60)));
    }

    [Fact]
    public void Only_subscriptions_that_ran_at_the_cut_off_have_a_renewal_due()
    {
        Assert.Equal(RiskOutcome.NotAtRisk, Decide(Options(), Runs(renews: 900), Runs("s2", start: 30, renews: 60)).Outcome);
        Assert.Equal(RiskOutcome.NotAtRisk, Decide(Options(), Runs(renews: 900), Runs("s2", renews: 60, end: -5)).Outcome);
        Assert.Equal(RiskOutcome.Stayed, Decide(Options(), Runs(renews: 900), Runs("s2", start: 0, renews: 60)).Outcome);
    }

    [Fact]
    public void What_was_due_is_taken_as_it_was_known_at_the_cut_off()
    {
        // Renewed early on day 20, which moves the next renewal beyond the horizon: the decision on day 90 was due all the same.
        Becomes(RiskOutcome.Stayed, 90, Decide(Options(), Runs(renews: 90), Runs(renews: 455, holdsFrom: 20)));
        Becomes(RiskOutcome.Stayed, 90, Decide(Options(), Runs(renews: 90), Runs(renews: 455, holdsFrom: -20, recorded: 20)));
        Becomes(RiskOutcome.NotAtRisk, 0, Decide(Options(), Runs(renews: 90), Runs(renews: 455, holdsFrom: -20)));
    }

    [Fact]
    public void Among_all_active_who_did_not_leave_stayed_until_the_horizons_end()
    {
        Becomes(RiskOutcome.Stayed, 180, Decide(Options(RiskSet.AllActive)));
        Becomes(RiskOutcome.Stayed, 180, Decide(Options(RiskSet.AllActive), Runs(renews: 90), Renewed(60)));
        Becomes(RiskOutcome.Left, 60, Decide(Options(RiskSet.AllActive), Runs(renews: 900), Notice(60)));
    }

    [Fact]
    public void A_customer_leaves_once_its_last_subscription_is_given_up()
    {
        Becomes(RiskOutcome.Left, 50, Decide(Options(), Runs(renews: 60), Runs("s2", renews: 60), Notice(10, "s1"), Notice(50, "s2"), Lost(60, "s1"), Lost(60, "s2")));
        Becomes(RiskOutcome.Left, 10, Decide(Options(), Runs(renews: 60), Runs("s2", end: 30), Notice(10, "s1")));
        Becomes(RiskOutcome.Left, 10, Decide(Options(RiskSet.AllActive), Notice(10, "s1")));
    }

    [Fact]
    public void Giving_up_one_of_two_subscriptions_is_staying_in_part_unless_that_counts_as_leaving()
    {
        IDated[] facts = [Runs(renews: 60), Runs("s2", renews: 900), Notice(10, "s1"), Lost(60, "s1")];
        var (stayed, left) = (Decide(Options(), facts), Decide(Options(partial: true), facts));

        Becomes(RiskOutcome.Stayed, 10, stayed);
        Becomes(RiskOutcome.Left, 10, left);
        Assert.True(stayed.IsPartial && left.IsPartial);
        Assert.False(Decide(Options(), [.. facts, Lost(70, "s2")]).IsPartial);
    }

    [Fact]
    public void A_subscription_that_takes_the_place_of_another_is_no_loss_of_the_customer() =>
        Becomes(RiskOutcome.Stayed, 30, Decide(Options(), Runs(renews: 60, end: 60), Runs("s2", start: 60, holdsFrom: 30), Lost(30, "s1")));

    [Fact]
    public void A_subscription_that_was_given_up_long_ago_bars_nobody()
    {
        Becomes(RiskOutcome.Stayed, 90, Decide(Options(), Runs("old", start: -900, end: -500), Lost(-510, "old"), Runs(renews: 90)));
        Becomes(RiskOutcome.Stayed, 90, Decide(Options(partial: true), Runs("old", start: -900, end: -500), Lost(-510, "old"), Runs(renews: 90)));
    }

    [Fact]
    public void Notice_on_one_subscription_before_the_cut_off_leaves_the_decision_on_the_other()
    {
        IDated[] facts = [Runs(renews: 60), Notice(-10, "s1"), Lost(60, "s1"), Runs("s2", renews: 120)];

        Becomes(RiskOutcome.Stayed, 120, Decide(Options(), facts));
        Becomes(RiskOutcome.Left, 100, Decide(Options(), [.. facts, Notice(100, "s2")]));
        Becomes(RiskOutcome.DecidedBefore, 0, Decide(Options(partial: true), facts));
        Becomes(RiskOutcome.DecidedBefore, 0, Decide(Options(), [.. facts, Notice(-9, "s2")]));
        Assert.False(Decide(Options(), facts).IsPartial);
    }

    [Fact]
    public void Who_is_gone_without_an_outcome_has_not_stayed()
    {
        Assert.Equal(RiskOutcome.Unexplained, Decide(Options(), Version(-400), Version(60, active: false), Runs(renews: 90)).Outcome);
        Assert.Equal(RiskOutcome.Unexplained, Decide(Options(RiskSet.AllActive), Version(-400), Version(60, active: false)).Outcome);
        Assert.Equal(RiskOutcome.Unexplained, Decide(Options(), Runs(renews: 90), Runs(renews: 90, end: 90, holdsFrom: 60)).Outcome);
        Assert.Equal(RiskOutcome.Stayed, Decide(Options(known: 900), Version(-400), Version(181, active: false), Runs(renews: 90)).Outcome);
        Assert.Equal(RiskOutcome.Stayed, Decide(Options(), Version(-400), Version(60, active: false), Version(90), Runs(renews: 90)).Outcome);
        Assert.Equal(RiskOutcome.Left, Decide(Options(), Version(-400), Version(60, active: false), Runs(renews: 90), Notice(20)).Outcome);
    }

    [Fact]
    public void Who_gave_up_one_subscription_and_is_gone_altogether_has_left() =>
        Becomes(RiskOutcome.Left, 20, Decide(Options(), Version(-400), Version(60, active: false), Runs(renews: 90), Runs("s2", renews: 90), Notice(20, "s1")));

    [Fact]
    public void A_loss_in_effect_beside_a_subscription_without_an_end_is_seen()
    {
        Assert.True(Decide(Options(), Runs(renews: 90), Lost(20)).RunsOn);
        Assert.False(Decide(Options(), Runs(renews: 90), Notice(20)).RunsOn);
        Assert.False(Decide(Options(), Runs(renews: 90, end: 90), Lost(20)).RunsOn);
        Assert.False(Decide(Options(), Runs(renews: 90), new Outcome(Acme, OutcomeKind.NonRenewal, Day(20)) { TakesEffectAt = Day(200) }).RunsOn);
        Assert.False(Decide(Options(), Runs(renews: 90), Lost(20), Returned(50)).RunsOn);
    }
}
