using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Tests.Segmentation;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Health.OverTime.Usage;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class StageScorecardTests
{
    private static readonly SegmentScheme Scheme = SegmentScheme.For("experience", SegmentPurpose.Experience)
        .Segment("trial", Fact.IsTrue("trial"), Experiences.SelfServe).Otherwise("paying", Experiences.HighTouch).Build();

    [Theory]
    [InlineData(true, "onboarding", "both", "'both' for the segment 'trial' in the stage 'onboarding'")]
    [InlineData(true, "live", "segment", "'segment' for the segment 'trial'")]
    [InlineData(true, null, "segment", "'segment' for the segment 'trial'")]
    [InlineData(false, "onboarding", "stage", "'stage' for the stage 'onboarding'")]
    [InlineData(false, "Onboarding", "usage", "'usage' for everyone")]
    [InlineData(false, null, "usage", "'usage' for everyone")]
    [Requirement("HLT-10")]
    public async Task The_most_specific_scorecard_wins(bool isTrial, string? stage, string strategy, string selection)
    {
        var accounts = new AccountLog().Add(new Customer("acme", Start) { LifecycleStage = stage });
        var health = Over(Log((0, 40)), accounts, c => c.Flag("trial", _ => isTrial).SegmentedBy(Scheme)
            .ScoredBy(Card(name: "both"), "trial", "onboarding").ScoredBy(Card(name: "stage"), forStage: "onboarding").ScoredBy(Card(name: "segment"), "trial"));
        var score = (await health.ScoreAsync("acme", Start.AddDays(1)))!;

        Assert.Equal((strategy, selection), (score.Definition.Strategy, score.Selection));
        Assert.Equal(selection, HealthScoreSnapshot.FromJson(score.ToSnapshot().ToJson()).Selection);
        Assert.EndsWith($"\n  scored by {selection}", score.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stage_is_that_of_the_day_and_where_there_is_one_scorecard_nothing_is_said()
    {
        var accounts = new AccountLog().Add(new Customer("acme", Start) { LifecycleStage = "onboarding" }).Add(new Customer("acme", Start.AddDays(9)) { LifecycleStage = "live" });
        var health = Over(Log((0, 40)), accounts, c => c.ScoredBy("first", HealthStrategies.From("first", x => HealthResult.Of(x.LifecycleStage == "onboarding" ? 7 : 0)), forStage: "onboarding"));

        Assert.Equal([7, 40], [(await health.ScoreAsync("acme", Start.AddDays(8.9)))!.Value, (await health.ScoreAsync("acme", Start.AddDays(9)))!.Value]);
        Assert.Null((await Over(Log((0, 40)), accounts).ScoreAsync("acme", Start.AddDays(1)))!.Selection);
    }

    [Fact]
    public void ST007_Nobody_is_scored_by_two_and_a_stage_alone_does_not_score_everyone()
    {
        var twice = Mistakes(c => c.ScoredBy(Card()).ScoredBy(Card(name: "a"), forStage: "live").ScoredBy(Card(name: "b"), forStage: "live"));

        Assert.Equal(("ST007", "stages/live", "'a' and 'b' are both to score the stage 'live'."), (Assert.Single(twice).Code, twice[0].Path, twice[0].Message));
        Assert.Equal(["ST003"], Mistakes(c => c.ScoredBy(Card(), forStage: "live")).Select(d => d.Code));
        var both = Mistakes(c => c.Flag("trial", _ => true).SegmentedBy(Scheme).ScoredBy(Card()).ScoredBy(Card(), "trial", "live").ScoredBy(Card(), "trial", "live"));
        Assert.Equal(("segments/trial/stages/live", "'usage' and 'usage' are both to score the segment 'trial' in the stage 'live'."), (both[0].Path, both[0].Message));
        Assert.Throws<ArgumentException>(() => Over(Log(), more: c => c.ScoredBy(Card(), forStage: " ")));
    }

    private static IReadOnlyList<Diagnostic> Mistakes(Action<CustomerHealthBuilder> how) =>
        Assert.Throws<ConfigurationException>(() => CustomerHealth.Of(CustomerSources.InMemory(signals: new()), how)).Diagnostics;
}
