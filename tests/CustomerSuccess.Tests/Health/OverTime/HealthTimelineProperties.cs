using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class HealthTimelineProperties
{
    [Law(MaxTest = 2_000)]
    [Requirement("HLT-13")]
    public void The_band_as_of_an_instant_is_that_of_a_walk_over_all_grid_points_whoever_asks_when_and_how_often(Seed seed)
    {
        var dice = seed.Dice();
        var life = new RandomLife(dice, seed.Size);
        var health = life.Health;
        for (var i = 0; i < 3; i++)
        {
            var asOf = life.Instant();
            var instant = dice.Of(new(asOf), new(asOf), new ScoreInstant(asOf, asOf.AddDays(dice.Between(-6d, 6))));
            if (Usage.Now(health.ScoreAsync("acme", instant)) is { } score)
            {
                var (value, band, before) = life.Walk(asOf, instant.KnownAt);
                Claim.Holds((score.Value, score.Band?.Name) == (value, band), $"{asOf:u} known {instant.KnownAt:u}: {score.Value:R} {score.Band} after {score.PreviousBand}, not {value:R} {band} after {before}; {life}");
            }
        }
    }

    [Law(MaxTest = 500)]
    public void A_portfolio_says_the_same_as_each_customer(Seed seed)
    {
        var life = new RandomLife(seed.Dice(), seed.Size);
        var (health, asOf) = (life.Health, life.Instant());
        var one = Usage.Now(health.ScoreAsync("acme", asOf));

        Assert.Equal(one?.ToSnapshot().ToJson(), Usage.Now(Usage.All(health.ScorePortfolioAsync(asOf))).SingleOrDefault()?.ToSnapshot().ToJson());
    }

    [Law(MaxTest = 1_000)]
    public void What_holds_as_of_an_instant_is_the_same_under_the_facts_up_to_then_and_under_all(Seed seed)
    {
        var life = new RandomLife(seed.Dice(), seed.Size);
        var asOf = life.Instant();
        var (cut, whole) = (life.HealthAsOf(asOf), life.Health);

        Assert.Equal(Usage.Now(cut.ScoreAsync("acme", asOf))?.ToSnapshot().ToJson(), Usage.Now(whole.ScoreAsync("acme", asOf))?.ToSnapshot().ToJson());
        Assert.Equal(Usage.Now(cut.SegmentsAsync("acme", asOf))?.Experience?.Explain(), Usage.Now(whole.SegmentsAsync("acme", asOf))?.Experience?.Explain());
        Assert.Equal(Usage.Now(cut.TrendAsync("acme", new(asOf)))?.ToString(), Usage.Now(whole.TrendAsync("acme", new(asOf)))?.ToString());
        Assert.Equal(Usage.Now(cut.SegmentChangesAsync("acme", Usage.Start, asOf)), Usage.Now(whole.SegmentChangesAsync("acme", Usage.Start, asOf)));
        Assert.Equal(Texts(Usage.Now(cut.ScoresBeforeLossAsync("acme", asOf))), Texts(Usage.Now(whole.ScoresBeforeLossAsync("acme", asOf))));

        static IEnumerable<string> Texts(IEnumerable<HealthScore> scores) => scores.Select(s => s.ToSnapshot().ToJson());
    }

    [Law(MaxTest = 500)]
    [Requirement("HLT-14")]
    public void A_recorded_score_computed_again_is_equal_whatever_became_known_since(Seed seed)
    {
        var life = new RandomLife(seed.Dice(), seed.Size);
        var today = life.Health;
        for (var i = 0; i < 3; i++)
        {
            // Recorded by a host that knew what was known that day.
            var asOf = life.Instant();
            var then = life.HealthAsOf(asOf);
            var recorded = Usage.Now(then.ScoreAsync("acme", asOf)) is { } score ? [score] : Array.Empty<HealthScore>();
            foreach (var snapshot in recorded.Concat(Usage.Now(then.ScoresBeforeLossAsync("acme", asOf))).Select(s => s.ToSnapshot()))
            {
                Assert.Equal(snapshot.ToJson(), Usage.Now(today.RecomputeAsync(snapshot))!.ToSnapshot().ToJson());
            }
        }
    }
}
