using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health;

[Requirement("HLT-9")]
public sealed class ManualOverrideTests
{
    private static readonly ManualOverride March = new(90, "mo", "knows them", Day(1), Day(31));

    [Fact]
    public void An_override_has_an_author_a_reason_and_an_expiry()
    {
        Assert.Equal((90, "mo", "knows them", Day(1), Day(31)), (March.Value, March.Author, March.Reason, March.SetAt, March.ExpiresAt));
        Assert.Equal("overridden by mo until 2024-03-31: knows them", March.ToString());
        Assert.Throws<ArgumentException>(() => new ManualOverride(90, " ", "so", Day(1), Day(2)));
        Assert.Throws<ArgumentException>(() => new ManualOverride(90, "mo", "", Day(1), Day(2)));
        Assert.Throws<ArgumentException>(() => new ManualOverride(90, "mo", "so", Day(2), Day(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ManualOverride(101, "mo", "so", Day(1), Day(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ManualOverride(double.NaN, "mo", "so", Day(1), Day(2)));
    }

    [Fact]
    public void It_is_in_force_from_its_start_to_before_its_expiry_in_whatever_zone_the_instant_is_given()
    {
        Assert.False(March.IsInForce(Day(1).AddTicks(-1)));
        Assert.True(March.IsInForce(Day(1)));
        Assert.True(March.IsInForce(Day(31).AddTicks(-1)));
        Assert.False(March.IsInForce(Day(31)));
        Assert.True(March.IsInForce(new DateTimeOffset(2024, 3, 1, 2, 0, 0, TimeSpan.FromHours(2))));
        Assert.Equal(TimeSpan.Zero, new ManualOverride(1, "mo", "so", new(2024, 3, 1, 2, 0, 0, TimeSpan.FromHours(2)), Day(9)).SetAt.Offset);
    }

    [Fact]
    public void An_override_stands_before_the_computed_score_and_never_erases_it()
    {
        var score = Score(March, One.AsOf);

        Assert.Equal((90, 40, "Green", "Green"), (score.Value, score.Computed, score.Level!.Name, score.Band!.Name));
        Assert.Equal((20, 70), (score.Lower, score.Upper));
        Assert.Same(March, score.Override);
        Assert.Equal((50, ScoreLineKind.Override), (score.Lines[^1].Points, score.Lines[^1].Kind));
        Assert.Equal(90, score.Lines.Sum(l => l.Points));
        Assert.StartsWith("90.0 Green, overridden by mo until 2024-03-31: knows them; computed 40.0 Red    50 % known; between 20 and 70 once b arrives", score.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_shows_a_value_where_nothing_could_be_computed_and_says_so()
    {
        var score = One.Measures(1).Build().Score([double.NaN], new ScoreRequest { AsOf = One.AsOf, Override = March });

        Assert.Equal((90, null, HealthScoreState.Unknown), (score.Value, score.Computed, score.State));
        Assert.Equal(90, score.Lines.Sum(l => l.Points));
        Assert.StartsWith("90.0 Green, overridden by mo until 2024-03-31: knows them; computed no score: nothing is known    0 % known; between 0 and 100 once a arrives", score.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Before_its_start_and_after_its_expiry_it_changes_nothing()
    {
        Assert.Equal((40, null), (Score(March, Day(1).AddTicks(-1)).Value, Score(March, Day(1).AddTicks(-1)).Override));
        Assert.Equal((40, null), (Score(March, Day(31)).Value, Score(March, Day(31)).Override));
    }

    private static HealthScore Score(ManualOverride manual, DateTimeOffset asOf) =>
        One.Measures(2).Build().Score([40, double.NaN], new ScoreRequest { AsOf = asOf, Override = manual });

    private static DateTimeOffset Day(int day) => new(2024, 3, day, 0, 0, 0, TimeSpan.Zero);
}
