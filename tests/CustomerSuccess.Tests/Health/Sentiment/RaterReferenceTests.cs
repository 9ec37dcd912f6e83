using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Health.OverTime.Usage;
using static CustomerSuccess.Tests.Health.Sentiment.Ratings;

namespace CustomerSuccess.Tests.Health.Sentiment;

public sealed class RaterReferenceTests
{
    [Fact]
    [Requirement("HLT-18")]
    public void A_rating_is_calibrated_by_the_formula_and_clamped_to_the_scale()
    {
        // ann: 30 ratings of 4.5; bob: 10 of 2.5; all: 4.
        var reference = RaterReference.Of(Said, [.. Many("ann", 30, i => 4 + (i % 2)), .. Many("bob", 10, i => 2 + (i % 2))], Start, Scale);

        Assert.Equal((40, 2, 4), (reference.Count, reference.RaterCount, reference.Mean));
        Assert.Equal(4 - (30d / 50 * .5), reference.Calibrate("ann", 4, Scale), 12);
        Assert.Equal(2 + (10d / 30 * 1.5), reference.Calibrate("bob", 2, Scale), 12);
        Assert.Equal(5, reference.Calibrate("bob", 5, Scale));
        Assert.Equal(1, reference.Calibrate("ann", 1, Scale));
        Assert.Equal(3, reference.Calibrate("eve", 3, Scale));
        Assert.Equal(3, reference.Calibrate(null, 3, Scale));
    }

    [Fact]
    [Requirement("HLT-18")]
    public void Below_10_ratings_nothing_changes()
    {
        RaterReference Of(int count) => RaterReference.Of(Said, [.. Many("ann", count, _ => 5), .. Many("bob", 30, _ => 2)], Start, Scale);

        Assert.Equal(4, Of(9).Calibrate("ann", 4, Scale));
        Assert.True(Of(10).Calibrate("ann", 4, Scale) < 4);
    }

    [Fact]
    public void Only_ratings_on_the_scale_by_somebody_that_were_known_by_then_count()
    {
        var reference = RaterReference.Of(
            Said,
            [Rated(-1, 3), Rated(-1, 9), Rated(-1, 3, null), Rated(-1, null), Rated(1, 3), Rated(-1, 3) with { RecordedAt = Start.AddDays(1) }, new("acme", "other", Start) { Value = 3, Actor = "ann" }],
            Start,
            Scale);

        Assert.Equal((1, 3), (reference.Count, reference.Mean));
        Assert.Null(RaterReference.Of(Said, [], Start, Scale).Mean);
    }

    [Fact]
    [Requirement("HLT-18")]
    public void Figures_of_single_persons_are_off_unless_asked_for()
    {
        Signal[] ratings = [.. Many("bob", 10, _ => 2), .. Many("ann", 3, _ => 4)];

        Assert.Contains("listsRaters: true", Assert.Throws<InvalidOperationException>(() => RaterReference.Of(Said, ratings, Start, Scale).Raters).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", RaterReference.Of(Said, ratings, Start, Scale).ToString(), StringComparison.Ordinal);
        Assert.Equal([("ann", 3, 4d), ("bob", 10, 2d)], RaterReference.Of(Said, ratings, Start, Scale, listsRaters: true).Raters.Select(r => (r.Rater, r.Count, r.Mean)));
    }

    [Fact]
    public async Task The_hash_covers_the_instant_and_what_was_rated_and_a_source_gives_the_same()
    {
        Signal[] ratings = [.. Many("bob", 10, i => 2 + (i % 3 / 10d)), .. Many("ann", 3, _ => 4)];
        var reference = RaterReference.Of(Said, ratings, Start, Scale);
        var log = new SignalLog();
        log.AppendAll(ratings);
        var read = await RaterReference.OfAsync(Said, log.ReadAsync(new() { CustomerIds = log.CustomerIds, AsOf = Start }, default), Start, Scale);

        Assert.Equal(reference.Hash, read.Hash);
        Assert.Equal(reference.Hash, RaterReference.Of(Said, ratings.Reverse(), Start.ToOffset(TimeSpan.FromHours(3)), Scale, listsRaters: true).Hash);
        Assert.NotEqual(reference.Hash, RaterReference.Of(Said, ratings, Start.AddTicks(1), Scale).Hash);
        Assert.NotEqual(reference.Hash, RaterReference.Of(Said, ratings.Append(Rated(-1, 3)), Start, Scale).Hash);
        Assert.StartsWith("13 ratings of 2 raters as of 2025-01-01, ", reference.ToString(), StringComparison.Ordinal);
    }

    [Law(MaxTest = 2000)]
    public void Calibration_stays_on_the_scale_keeps_the_order_and_moves_each_rater_s_mean_toward_that_of_all(Seed seed)
    {
        var dice = seed.Dice();
        var scale = new SentimentScale(0, dice.Of(1, 5, 10));
        double Rating() => dice.Of(0, scale.Highest, dice.Between(0, scale.Highest));
        var ratings = Enumerable.Range(0, dice.Between(1, 4)).SelectMany(r => Many($"rater {r}", dice.Of(1, 9, 10, 11, 40), _ => Rating())).ToArray();
        var reference = RaterReference.Of(Said, ratings, Start, scale, listsRaters: true);
        foreach (var rater in reference.Raters)
        {
            double[] own = [.. ratings.Where(r => r.Actor == rater.Rater).Select(r => r.Value!.Value).Order()];
            double[] calibrated = [.. own.Select(x => reference.Calibrate(rater.Rater, x, scale))];

            Assert.All(calibrated, x => Assert.InRange(x, 0, scale.Highest));
            Assert.Equal(calibrated.Order(), calibrated);
            Assert.True(Math.Abs(calibrated.Average() - reference.Mean!.Value) <= Math.Abs(own.Average() - reference.Mean.Value) + 1e-9);
            Assert.True(rater.Count >= 10 || own.SequenceEqual(calibrated));
        }
    }
}
