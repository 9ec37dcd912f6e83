using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class ScoreInstantTests
{
    private static readonly DateTimeOffset Noon = new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Instants_are_UTC_and_known_at_is_as_of_unless_stated()
    {
        var instant = new ScoreInstant(Noon.ToOffset(TimeSpan.FromHours(3)));

        Assert.Equal((Noon, Noon, TimeSpan.Zero), (instant.AsOf, instant.KnownAt, instant.AsOf.Offset));
        Assert.Equal((Noon.AddDays(1), TimeSpan.Zero), (new ScoreInstant(Noon, Noon.AddDays(1).ToOffset(TimeSpan.FromHours(-3))).KnownAt, new ScoreInstant(Noon, Noon.AddDays(1).ToOffset(TimeSpan.FromHours(-3))).KnownAt.Offset));
    }

    [Fact]
    public void The_same_two_instants_are_equal_however_they_are_stated()
    {
        Assert.Equal(new ScoreInstant(Noon), new ScoreInstant(Noon, Noon.ToOffset(TimeSpan.FromHours(1))));
        Assert.NotEqual(new ScoreInstant(Noon), new ScoreInstant(Noon, Noon.AddTicks(1)));
    }

    [Fact]
    public void What_held_earlier_is_known_as_it_was_then_or_where_history_is_scored_again_as_it_is_now()
    {
        Assert.Equal(Noon.AddDays(-9), new ScoreInstant(Noon).KnownAtOf(Noon.AddDays(-9)));
        Assert.Equal(Noon.AddDays(1), new ScoreInstant(Noon, Noon.AddDays(1)).KnownAtOf(Noon.AddDays(-9)));
        Assert.Equal(Noon.AddDays(-9), new ScoreInstant(Noon, Noon.AddDays(-2)).KnownAtOf(Noon.AddDays(-9)));
        Assert.Equal(Noon.AddDays(-2), new ScoreInstant(Noon, Noon.AddDays(-2)).KnownAtOf(Noon.AddDays(-1)));
    }
}
