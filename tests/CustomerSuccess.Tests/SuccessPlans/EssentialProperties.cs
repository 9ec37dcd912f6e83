using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.SuccessPlans;

public sealed class EssentialProperties
{
    private static readonly DateTimeOffset AsOf = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Law]
    public void It_is_what_the_definition_says_by_brute_force(Seed seed)
    {
        var dice = seed.Dice();
        var (survey, csm, usage) = (Vote(dice, EssentialVoter.Survey), Vote(dice, EssentialVoter.Csm), Vote(dice, EssentialVoter.Usage));
        var finding = Essential.Of(new[] { survey, csm, usage }.OfType<EssentialVote>(), AsOf);

        double sum = 0, weight = 0;
        foreach (var (vote, own) in new[] { (survey, .5), (csm, .3), (usage, .2) })
        {
            if (vote is not null)
            {
                var decayed = own * Math.Pow(.5, (AsOf - vote.At).TotalDays / 180);
                (sum, weight) = (sum + (decayed * vote.Value), weight + decayed);
            }
        }

        int[] values = [.. new[] { survey, csm, usage }.OfType<EssentialVote>().Select(v => v.Value)];
        if (values.Length == 0)
        {
            Assert.Equal((EssentialClass.Unknown, null, 0d), (finding.Class, finding.Mean, finding.Confidence));
            return;
        }

        var (mean, apart) = (sum / weight, values.Max() - values.Min());
        Assert.Equal(mean, finding.Mean!.Value, 9);
        Assert.Equal(weight * (1 - (apart / 2d)), finding.Confidence, 9);
        Assert.Equal(apart == 2, finding.HasConflict);
        Assert.Equal(
            survey is null && csm is null ? EssentialClass.Unknown
            : mean >= 1.5 - 1e-9 && apart < 2 ? EssentialClass.Essential
            : mean >= .5 - 1e-9 ? EssentialClass.NiceToHave
            : EssentialClass.NoLongerNeeded,
            finding.Class);
    }

    [Law]
    public void Lines_sum_to_the_mean_and_confidence_is_a_share(Seed seed)
    {
        var dice = seed.Dice();
        var options = new EssentialOptions { SurveyWeight = dice.Of(0, .5, 1e9), CsmWeight = dice.Of(.3, 1e-9), UsageWeight = dice.Of(0, .2), HalfLife = TimeSpan.FromDays(dice.Of(1, 180, 5000)) };
        var finding = Essential.Of(Votes(dice, seed.Size), AsOf, options);

        Assert.InRange(finding.Confidence, 0, 1);
        Assert.Equal(finding.Mean ?? 0, finding.Lines.Sum(l => l.Contribution), 9);
        if (finding.Mean is { } mean)
        {
            Assert.InRange(mean, 0, 2);
            Assert.InRange(mean, finding.Lines.Min(l => l.Vote.Value) - 1e-9, finding.Lines.Max(l => l.Vote.Value) + 1e-9);
            Assert.InRange(finding.Confidence, 0, finding.Lines.Sum(l => l.Decayed) + 1e-12);
        }

        Assert.Equal(finding.Lines.Select(l => l.Vote.Voter).Distinct().Count(), finding.Lines.Count);
        Assert.Equal(finding.Class == EssentialClass.Unknown, finding.Reason is not null);
    }

    [Law(MaxTest = 2000)]
    public void The_order_of_votes_changes_no_bit(Seed seed)
    {
        var dice = seed.Dice();
        EssentialVote[] votes = [.. Votes(dice, seed.Size)];
        var (one, other) = (Essential.Of(votes, AsOf), Essential.Of(dice.Shuffled(votes), AsOf));

        Assert.Equal(one.Explain(), other.Explain());
        Assert.Equal((one.Class, one.Mean, one.Confidence), (other.Class, other.Mean, other.Confidence));
    }

    private static EssentialVote? Vote(Dice dice, EssentialVoter voter) =>
        dice.OneIn(4) ? null : new(voter, dice.Below(3), AsOf.AddDays(-dice.Of(0, 180, dice.Between(0d, 1000))));

    private static IEnumerable<EssentialVote> Votes(Dice dice, int size)
    {
        for (var i = dice.Between(0, size); i > 0; i--)
        {
            yield return new(dice.Of(EssentialVoter.Csm, EssentialVoter.Survey, EssentialVoter.Usage), dice.Below(3), AsOf.AddDays(-dice.Of(-5, 0, 0, 30, 4000)), dice.Of("", "a", "b"));
        }
    }
}
