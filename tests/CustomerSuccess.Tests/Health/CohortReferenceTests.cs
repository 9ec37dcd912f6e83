using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health;

[Requirement("HLT-10")]
public sealed class CohortReferenceTests
{
    private static readonly DateTimeOffset January = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly CohortReference All = CohortReference.From(
        "all customers",
        January,
        new CohortSeries("logins", [5, 10, 10, 40, double.NaN, double.PositiveInfinity]),
        new CohortSeries("logins", [100, 200, 300, 400], "enterprise"),
        new CohortSeries("logins", [], "trial"));

    [Theory]
    [InlineData(4d, 0d)]
    [InlineData(5d, 12.5)]
    [InlineData(10d, 50d)]
    [InlineData(10.0000000001, 50d)]
    [InlineData(10.01, 75d)]
    [InlineData(40d, 87.5)]
    [InlineData(41d, 100d)]
    public void A_rank_counts_those_below_and_half_of_the_ties(double value, double rank) =>
        Assert.Equal(rank, All.Percentile("logins", null, value).Value.Rank);

    [Fact]
    public void Within_a_segment_the_segment_counts_and_where_it_has_no_values_everyone()
    {
        var own = All.Percentile("logins", "enterprise", 250).Value;
        var empty = All.Percentile("logins", "trial", 10).Value;
        var unheard = All.Percentile("logins", "someone", 10).Value;

        Assert.Equal((50, "enterprise", false), (own.Rank, own.Series.Segment, own.IsOfEveryone));
        Assert.Equal((50, null, true), (empty.Rank, empty.Series.Segment, empty.IsOfEveryone));
        Assert.Equal((50, null, true), (unheard.Rank, unheard.Series.Segment, unheard.IsOfEveryone));
        Assert.Equal("50.0 % of 4 in enterprise (logins, cohort 'all customers' as of 2026-01-01)", own.ToString());
        Assert.Equal("50.0 % of 4 in everyone, for trial has none, (logins, cohort 'all customers' as of 2026-01-01)", empty.ToString());
    }

    [Fact]
    public void Without_any_values_it_is_unknown_and_says_why()
    {
        Assert.Equal("seats: no observations: cohort 'all customers' as of 2026-01-01 has none for enterprise", $"{Assert.Single(All.Percentile("seats", "enterprise", 3).Causes)}");
        Assert.Equal(UnknownKind.NotGiven, Assert.Single(All.Percentile("logins", null, double.NaN).Causes).Kind);
        Assert.Equal(UnknownKind.NotANumber, Assert.Single(All.Percentile("logins", null, double.PositiveInfinity).Causes).Kind);
    }

    [Fact]
    public void Only_finite_values_count_and_two_series_of_one_name_and_segment_are_refused()
    {
        Assert.Equal([5, 10, 10, 40], All.Find("logins")!.Values);
        Assert.Contains("two series 'a' of everyone", Assert.Throws<ArgumentException>(() => CohortReference.From("x", January, new CohortSeries("a", [1]), new CohortSeries("a", [2]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new CohortSeries("a", [1], " "));
        Assert.Throws<ArgumentException>(() => CohortReference.From(" ", January));
    }

    [Fact]
    public void Its_hash_covers_name_instant_and_values_whatever_their_order()
    {
        static string Hash(string name = "x", int day = 1, double value = 1, string? segment = null) =>
            CohortReference.From(name, January.AddDays(day), new CohortSeries("a", [value, 2, 3], segment), new CohortSeries("b", [])).ContentHash();

        Assert.Equal(Hash(), CohortReference.From("x", January.AddDays(1).ToOffset(TimeSpan.FromHours(5)), new CohortSeries("b", [double.NaN]), new CohortSeries("a", [3, 2, 1])).ContentHash());
        Assert.Equal(5, new[] { Hash(), Hash("y"), Hash(day: 2), Hash(value: 0), Hash(segment: "s") }.Distinct().Count());
        Assert.Matches("^[0-9a-f]{64}$", Hash());
    }

    [Fact]
    public void Scores_of_different_scorecards_become_comparable()
    {
        static Scorecard<(string Segment, double Logins)> Card(string name, double best) => Scorecard.For<(string Segment, double Logins)>(name)
            .SegmentedBy(r => r.Segment).Measure("logins", r => double.IsNaN(r.Logins) ? null : r.Logins, m => m.MoreIsBetter().Linear(0, best)).Build();

        var (lenient, strict) = (Card("lenient", 20), Card("strict", 100));
        var scores = Enumerable.Range(1, 10).SelectMany(i => new[] { lenient.Score(("small", i), January), strict.Score(("large", i), January) })
            .Append(lenient.Score(("small", double.NaN), January));
        var cohort = CohortReference.OfScores("january", January, scores);
        var (one, other) = (lenient.Score(("small", 8), January), strict.Score(("large", 8), January));

        Assert.NotEqual(one.Value, other.Value);
        Assert.Equal((75, 75), (cohort.Percentile(one).Value.Rank, cohort.Percentile(other).Value.Rank));
        Assert.Equal("75.0 % of 10 in small (lenient, cohort 'january' as of 2026-01-01)", cohort.Percentile(one).Value.ToString());
        Assert.Equal("nothing is known", Assert.Single(cohort.Percentile(lenient.Score(("small", double.NaN), January)).Causes).Reason);
    }
}
