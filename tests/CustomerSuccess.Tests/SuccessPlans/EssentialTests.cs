using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Foundation;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.SuccessPlans;

public sealed class EssentialTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static EssentialVote[] Example =>
    [
        new(EssentialVoter.Survey, EssentialScale.Nps.Vote(9)!.Value, AsOf.AddDays(-30), "NPS 9"),
        new(EssentialVoter.Csm, 1, AsOf.AddDays(-10)),
        EssentialVote.OfUsage(false, .3, Reading.Unknown<bool>(), AsOf)!,
    ];

    [Fact]
    [Requirement("SEG-7")]
    public void The_example_of_the_definition_is_nice_to_have_with_a_mean_of_1_477_and_a_confidence_of_0_467() => Culture.Run("tr-TR", () =>
    {
        var finding = Essential.Of(Example, AsOf);

        Assert.Equal((1.477, .467), (Math.Round(finding.Mean!.Value, 3), Math.Round(finding.Confidence, 3)));
        Assert.Equal((EssentialClass.NiceToHave, false, null), (finding.Class, finding.HasConflict, finding.Reason));
        Assert.Equal(
            """
            nice to have: mean 1.477, confidence 0.467
              CSM      1 nice to have   2026-02-19 (10 days old)   weight 0.3 → 0.289
              survey   2 essential      2026-01-30 (30 days old)   weight 0.5 → 0.445   NPS 9
              usage    1 nice to have   2026-03-01 (0 days old)    weight 0.2 → 0.2     used, value evidence not known, consumption gap 30 %
            """.ReplaceLineEndings("\n"),
            finding.Explain());
    });

    [Theory]
    [InlineData(2, 2, 2, EssentialClass.Essential)]
    [InlineData(2, 1, 1, EssentialClass.Essential)]
    [InlineData(1, 1, 1, EssentialClass.NiceToHave)]
    [InlineData(1, 0, 0, EssentialClass.NiceToHave)]
    [InlineData(0, 1, 0, EssentialClass.NoLongerNeeded)]
    [InlineData(0, 0, 0, EssentialClass.NoLongerNeeded)]
    public void The_mean_gives_the_class_and_an_edge_belongs_to_the_higher_one(int survey, int csm, int usage, EssentialClass expected) =>
        Assert.Equal(expected, Essential.Of([Vote(EssentialVoter.Survey, survey), Vote(EssentialVoter.Csm, csm), Vote(EssentialVoter.Usage, usage)], AsOf).Class);

    [Fact]
    public void Votes_two_apart_are_a_conflict_and_at_most_nice_to_have()
    {
        var finding = Essential.Of([Vote(EssentialVoter.Survey, 2), Vote(EssentialVoter.Csm, 2), Vote(EssentialVoter.Usage, 0)], AsOf);

        Assert.Equal((EssentialClass.NiceToHave, true, 0d), (finding.Class, finding.HasConflict, finding.Confidence));
        Assert.Equal(1.6, finding.Mean!.Value, 12);
        Assert.Equal("nice to have: mean 1.6, confidence 0, conflict", finding.ToString());
        Assert.Equal(EssentialClass.NoLongerNeeded, Essential.Of([Vote(EssentialVoter.Survey, 0), Vote(EssentialVoter.Usage, 2)], AsOf, new() { UsageWeight = .1 }).Class);
    }

    [Fact]
    public void Usage_alone_and_nobody_at_all_are_unknown()
    {
        var usage = Essential.Of([Vote(EssentialVoter.Usage, 2)], AsOf);

        Assert.Equal((EssentialClass.Unknown, "usage alone does not say whether it is needed", 2d, .2), (usage.Class, usage.Reason, usage.Mean!.Value, usage.Confidence));
        Assert.Equal("unknown: nobody has said; confidence 0", Essential.Of([], AsOf).Explain());
        Assert.Null(Essential.Of([], AsOf).Mean);
        Assert.Equal(EssentialClass.Essential, Essential.Of([Vote(EssentialVoter.Csm, 2)], AsOf).Class);
    }

    [Fact]
    public void A_vote_weighs_half_after_180_days_and_after_ages_nothing()
    {
        var finding = Essential.Of([Vote(EssentialVoter.Survey, 2, 180), Vote(EssentialVoter.Csm, 1, 360)], AsOf);

        Assert.Equal([.075, .25], finding.Lines.Select(l => l.Decayed));
        Assert.Equal(.325 * .5, finding.Confidence, 12);
        Assert.Equal("nobody has said", Essential.Of([Vote(EssentialVoter.Survey, 2, 2000)], AsOf, new() { HalfLife = TimeSpan.FromDays(1) }).Reason);
        Assert.Equal(.25, Essential.Of([Vote(EssentialVoter.Survey, 2, 60)], AsOf, new() { HalfLife = TimeSpan.FromDays(60) }).Confidence, 12);
    }

    [Fact]
    public void Of_one_voter_the_latest_vote_counts_of_one_instant_the_smallest_and_none_of_the_future()
    {
        Assert.Equal(1, Essential.Of([Vote(EssentialVoter.Csm, 2, 3), Vote(EssentialVoter.Csm, 1, 2), Vote(EssentialVoter.Csm, 0, -1)], AsOf).Mean);
        Assert.Equal(1, Essential.Of([Vote(EssentialVoter.Csm, 2), Vote(EssentialVoter.Csm, 1)], AsOf).Mean);
        Assert.Equal("nobody has said", Essential.Of([Vote(EssentialVoter.Csm, 2, -1)], AsOf).Reason);
    }

    [Fact]
    public void Weights_are_relative_and_who_weighs_nothing_has_no_say()
    {
        var options = new EssentialOptions { SurveyWeight = 5, CsmWeight = 3, UsageWeight = 2 };

        Assert.Equal(Essential.Of(Example, AsOf).Mean!.Value, Essential.Of(Example, AsOf, options).Mean!.Value, 12);
        Assert.Equal(Essential.Of(Example, AsOf).Confidence, Essential.Of(Example, AsOf, options).Confidence, 12);
        var finding = Essential.Of([Vote(EssentialVoter.Survey, 2), Vote(EssentialVoter.Csm, 0)], AsOf, new() { CsmWeight = 0 });
        Assert.Equal((EssentialClass.Essential, false), (finding.Class, finding.HasConflict));
    }

    [Fact]
    public void What_is_printed_is_rounded_away_from_an_edge_that_is_not_reached()
    {
        var finding = Essential.Of([Vote(EssentialVoter.Survey, 2), Vote(EssentialVoter.Csm, 1)], AsOf, new() { SurveyWeight = .49999, CsmWeight = .50001 });

        Assert.Equal("nice to have: mean 1.499, confidence 0.417", finding.ToString());
    }

    [Theory]
    [InlineData(true, .1, true, 0)]
    [InlineData(true, null, true, 0)]
    [InlineData(false, .8, true, 0)]
    [InlineData(false, .7999999999, true, 0)]
    [InlineData(null, .9, true, 0)]
    [InlineData(false, .79, true, 2)]
    [InlineData(null, .79, true, 2)]
    [InlineData(false, null, true, 2)]
    [InlineData(false, .79, false, 1)]
    [InlineData(false, .79, null, 1)]
    [InlineData(null, null, true, null)]
    public void Usage_votes_0_where_it_is_unused_or_the_gap_is_large_2_only_where_value_is_evidenced_and_otherwise_1(bool? isUnused, double? gap, bool? value, int? expected) =>
        Assert.Equal(expected, EssentialVote.OfUsage(isUnused, gap, value is { } known ? Reading.Known(known) : Reading.Unknown<bool>(), AsOf)?.Value);

    [Theory]
    [InlineData(10, 2)]
    [InlineData(9, 2)]
    [InlineData(8, 1)]
    [InlineData(7, 1)]
    [InlineData(6, 0)]
    [InlineData(0, 0)]
    [InlineData(11, null)]
    [InlineData(-1, null)]
    [InlineData(double.NaN, null)]
    public void An_answer_becomes_a_vote_by_its_scale(double nps, int? expected) => Assert.Equal(expected, EssentialScale.Nps.Vote(nps));

    [Fact]
    public void The_mapping_is_stated_by_scales_that_may_run_either_way_and_by_words()
    {
        var marks = new EssentialScale(1, 3, niceFrom: 2, essentialFrom: 1);
        var options = new EssentialOptions { Words = new Dictionary<string, int> { ["Kritisch"] = 2, ["egal"] = 0 } };

        Assert.Equal([2, 1, 0, null], new double[] { 1, 2, 3, 4 }.Select(marks.Vote));
        Assert.Equal([2, 1, 0], new double[] { 2, 1, 0 }.Select(EssentialScale.Question.Vote));
        Assert.Equal([2, 0, null, null], new[] { " KRITISCH ", "egal", "essential", null }.Select(options.Vote));
        Assert.Equal([2, 1, 0], new[] { "Essential", "nice to have", "no longer needed" }.Select(new EssentialOptions().Vote));
    }

    [Fact]
    public void What_is_none_is_refused_in_words()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EssentialVote(EssentialVoter.Csm, 3, AsOf));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EssentialVote((EssentialVoter)7, 1, AsOf));
        Assert.Throws<ArgumentOutOfRangeException>(() => EssentialVote.OfUsage(false, double.NaN, default, AsOf));
        Assert.Throws<ArgumentException>(() => new EssentialScale(0, 10, 7, 7));
        Assert.Throws<ArgumentException>(() => new EssentialScale(0, 10, 7, 11));
        Assert.Throws<ArgumentException>(() => new EssentialScale(10, 0, 7, 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EssentialOptions { SurveyWeight = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EssentialOptions { HalfLife = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EssentialOptions { EssentialFrom = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EssentialOptions { GapFrom = 80 });
        Assert.Throws<ArgumentException>(() => new EssentialOptions { Words = new Dictionary<string, int> { ["a"] = 1, ["A"] = 1 } });
        Assert.Contains("Let essential begin higher", Assert.Throws<ArgumentException>(() => Essential.Of([], AsOf, new() { EssentialFrom = .5 })).Message, StringComparison.Ordinal);
        Assert.Contains("all weigh 0", Assert.Throws<ArgumentException>(() => Essential.Of([], AsOf, new() { SurveyWeight = 0, CsmWeight = 0, UsageWeight = 0 })).Message, StringComparison.Ordinal);
    }

    private static EssentialVote Vote(EssentialVoter voter, int value, double age = 0) => new(voter, value, AsOf.AddDays(-age));
}
