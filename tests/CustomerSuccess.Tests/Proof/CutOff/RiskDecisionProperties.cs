using CustomerSuccess.Customers;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Health.Plans;
using static CustomerSuccess.Tests.Proof.CutOff.Scene;

namespace CustomerSuccess.Tests.Proof.CutOff;

/// <summary>Laws of what became of a customer, on random outcomes.</summary>
public sealed class RiskDecisionProperties
{
    [Law]
    public void Of_one_subscription_the_decision_is_what_living_through_the_outcomes_day_by_day_gives(Seed seed)
    {
        var dice = seed.Dice();
        var options = Options(dice.Of(RiskSet.RenewalDue, RiskSet.AllActive), involuntary: dice.OneIn(2), partial: dice.OneIn(2), known: 400);
        var due = dice.Of<double?>(null, -20, 50, 180, 250);
        var outcomes = Outcomes(dice, seed.Size);

        var (expected, day) = Lived(outcomes, due, options);
        var decision = Decide(options, [.. dice.Shuffled<IDated>([Runs(renews: due), .. outcomes])]);

        Assert.Equal((expected, Day(day)), (decision.Outcome, decision.At));
    }

    [Law]
    public void What_is_decided_after_the_horizon_or_recorded_after_outcomes_are_known_changes_nothing(Seed seed)
    {
        var dice = seed.Dice();
        var options = Options(dice.Of(RiskSet.RenewalDue, RiskSet.AllActive), known: 200);
        IDated[] facts = [Runs(renews: 50), Runs("s2", renews: 300), .. Outcomes(dice, seed.Size)];
        IDated[] later =
        [
            .. Outcomes(dice, seed.Size).Select(o => Outcome(o.Kind, 180.5 + dice.Below(100), o.SubscriptionId, 181 + dice.Below(100))),
            .. Outcomes(dice, seed.Size).Select(o => Outcome(o.Kind, (o.DecidedAt - Start).TotalDays, o.SubscriptionId, 200.5)),
        ];

        Assert.Equal(Decide(options, facts), Decide(options, [.. facts, .. later]));
    }

    [Law]
    public void The_order_of_records_and_repeated_records_change_nothing(Seed seed)
    {
        var dice = seed.Dice();
        var options = Options(dice.Of(RiskSet.RenewalDue, RiskSet.AllActive), involuntary: dice.OneIn(2), partial: dice.OneIn(2), known: 400);
        IDated[] facts = [Runs(renews: 50), Runs("s2", renews: 300), Version(-400), .. Outcomes(dice, seed.Size, "s1", "s2", null)];

        Assert.Equal(Decide(options, facts), Decide(options, dice.Shuffled(facts.Concat(facts.Where(f => f is Outcome)))));
    }

    [Law]
    public void A_decision_that_counts_falls_after_the_day_of_the_cut_off_and_within_the_horizon(Seed seed)
    {
        var dice = seed.Dice();
        var options = Options(dice.Of(RiskSet.RenewalDue, RiskSet.AllActive), involuntary: dice.OneIn(2), partial: dice.OneIn(2), known: 400);
        var decision = Decide(options, [Runs(renews: 50), Runs("s2", renews: 130), .. Outcomes(dice, seed.Size, "s1", "s2", null)]);

        Assert.Equal(decision.IsAtRisk, decision.At >= Day(1));
        Assert.True(decision.At <= Day(180));
        Assert.True(decision.IsAtRisk || decision is { IsPartial: false, RunsOn: false });
    }

    // On days of their own, so that nothing contradicts; some recorded late.
    private static Outcome[] Outcomes(Dice dice, int most, params string?[] subscriptions)
    {
        var days = dice.Shuffled(Enumerable.Range(-60, 260)).Take(dice.Below(most + 1));
        return
        [
            .. days.Select(day => Outcome(
                dice.Of(Enum.GetValues<OutcomeKind>()), day, subscriptions.Length == 0 ? dice.Of("s1", null) : dice.Of(subscriptions), dice.OneIn(4) ? day + dice.Below(30) : null)),
        ];
    }

    private static (RiskOutcome Outcome, double Day) Lived(Outcome[] outcomes, double? due, CutOffOptions options)
    {
        (double Day, bool Willing)? before = null;
        (double Day, bool Willing)? willing = null, unwilling = null;
        var decisions = new List<double>();
        foreach (var outcome in outcomes.OrderBy(o => o.DecidedAt))
        {
            var day = (outcome.DecidedAt - Start).TotalDays;
            if (day > 180)
            {
                continue;
            }

            var leaves = outcome.Kind is OutcomeKind.NoticeGiven or OutcomeKind.NonRenewal or OutcomeKind.InvoluntaryLoss;
            if (day < 1)
            {
                before = leaves ? (day, true) : outcome.Kind is OutcomeKind.Renewal or OutcomeKind.Return ? null : before;
                continue;
            }

            switch (outcome.Kind)
            {
                case OutcomeKind.NoticeGiven or OutcomeKind.NonRenewal:
                    willing ??= (day, true);
                    break;
                case OutcomeKind.InvoluntaryLoss:
                    unwilling ??= (day, false);
                    break;
                case OutcomeKind.Renewal:
                    (willing, unwilling) = (null, null);
                    decisions.Add(day);
                    break;
                case OutcomeKind.Return:
                    unwilling = null;
                    break;
            }
        }

        if (before is not null)
        {
            return (RiskOutcome.DecidedBefore, 0);
        }

        var left = willing is null || unwilling?.Day < willing.Value.Day ? unwilling : willing;
        if (left is { } gone)
        {
            return gone.Willing || options.CountInvoluntaryLoss ? (RiskOutcome.Left, gone.Day) : (RiskOutcome.Involuntary, 0);
        }

        decisions.AddRange(due is >= 1 and <= 180 ? [due.Value] : []);
        return options.RiskSet == RiskSet.AllActive ? (RiskOutcome.Stayed, 180)
            : decisions.Count == 0 ? (RiskOutcome.NotAtRisk, 0)
            : (RiskOutcome.Stayed, decisions.Min());
    }
}
