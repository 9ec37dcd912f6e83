using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Evaluating;

/// <summary>Conditions of exceptions: the outcome is read from a cap at 1 over a score of 100 (holds: 1, does not: 100, not known: none).</summary>
[Requirement("HLT-8")]
public sealed class ConditionEvaluatorTests
{
    private const double Unknown = double.NaN;

    [Theory]
    [InlineData(2.9, false)]
    [InlineData(3, true)]
    [InlineData(2.9999999995, true)]
    [InlineData(2.999999, false)]
    public void At_least_holds_on_the_edge_within_the_tolerance(double x, bool holds)
    {
        Assert.Equal(holds, Holds(m => m["x"].AtLeast(3), x));
        Assert.Equal(!holds, Holds(m => m["x"].LessThan(3), x));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(3.0000000005, false)]
    [InlineData(3.000001, true)]
    public void More_than_does_not_hold_on_the_edge_within_the_tolerance(double x, bool holds)
    {
        Assert.Equal(holds, Holds(m => m["x"].MoreThan(3), x));
        Assert.Equal(!holds, Holds(m => m["x"].AtMost(3), x));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(3.0000000005, true)]
    [InlineData(2.9999999995, true)]
    [InlineData(3.000001, false)]
    [InlineData(2.999999, false)]
    public void Equal_to_holds_within_the_tolerance(double x, bool holds) => Assert.Equal(holds, Holds(m => m["x"].EqualTo(3), x));

    [Fact]
    public void A_comparison_with_what_is_missing_is_not_known_but_whether_it_is_known_is()
    {
        Assert.Null(Holds(m => m["x"].AtLeast(3), Unknown));
        Assert.Null(Holds(m => m["x"].EqualTo(3), double.PositiveInfinity));
        Assert.False(Holds(m => m["x"].IsKnown, Unknown));
        Assert.True(Holds(m => m["x"].IsKnown.Not(), Unknown));
        Assert.True(Holds(m => m["x"].IsKnown, 0));
    }

    [Theory]
    [InlineData(1, 1, true, true)]
    [InlineData(1, 0, false, true)]
    [InlineData(0, 0, false, false)]
    [InlineData(1, Unknown, null, true)]
    [InlineData(0, Unknown, false, null)]
    [InlineData(Unknown, Unknown, null, null)]
    public void A_deciding_side_decides_and_otherwise_what_is_not_known_stays_so(double x, double y, bool? both, bool? either)
    {
        Assert.Equal(both, Holds(m => m["x"].AtLeast(1) & m["y"].AtLeast(1), x, y));
        Assert.Equal(both, Holds(m => m["y"].AtLeast(1).And(m["x"].AtLeast(1)), x, y));
        Assert.Equal(either, Holds(m => m["x"].AtLeast(1) | m["y"].AtLeast(1), x, y));
        Assert.Equal(either, Holds(m => m["y"].AtLeast(1).Or(m["x"].AtLeast(1)), x, y));
        Assert.Equal(!both, Holds(m => !(m["x"].AtLeast(1) & m["y"].AtLeast(1)), x, y));
    }

    [Fact]
    public void Brackets_are_kept()
    {
        Assert.True(Holds(m => (m["x"].AtLeast(1) | m["y"].AtLeast(1)) & !(m["x"].AtLeast(1) & m["y"].AtLeast(1)), 1, 0));
        Assert.False(Holds(m => (m["x"].AtLeast(1) | m["y"].AtLeast(1)) & !(m["x"].AtLeast(1) & m["y"].AtLeast(1)), 1, 1));
        Assert.True(Holds(m => m["x"].AtLeast(1) | (m["y"].AtLeast(1) & !m["x"].AtLeast(1)), 0, 1));
    }

    [Fact]
    public void A_category_is_met_by_its_name()
    {
        var card = Scorecard.For<string?>()
            .Category("plan", r => r, m => m.Points(("free", 100), ("pro", 100), ("enterprise", 100)))
            .CapAt(1, m => m["plan"].Is("pro"), "so")
            .Build();

        Assert.Equal([100, 1, 100], new[] { "free", "pro", "enterprise" }.Select(p => card.Score(p, One.AsOf).Value!.Value));
    }

    [Fact]
    public void An_expired_observation_is_not_known_to_a_condition_either()
    {
        var card = Scorecard.ForColumns()
            .Measure("a", m => m.MoreIsBetter().Linear(0, 100))
            .Measure("x", m => m.MoreIsBetter().Linear(0, 100).Weight(0).ExpiresAfter(TimeSpan.FromDays(30)))
            .CapAt(1, m => m["x"].AtLeast(3), "so")
            .Build();

        Assert.Equal(1, card.Score([100, 5, 30], One.AsOf).Value);
        Assert.Equal(ExceptionOutcome.UnknownIgnored, Assert.Single(card.Score([100, 5, 31], One.AsOf).Exceptions).Outcome);
    }

    [Fact]
    public void A_clamped_value_is_compared_as_it_is_clamped()
    {
        var capped = Scorecard.ForColumns().Measure("x", m => m.ClampedTo(0, 10).NeitherIsBetter().Steps(100, (5, 100))).CapAt(1, m => m["x"].MoreThan(10), "so").Build();
        Assert.Equal(100, One.Value(capped, 50));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(7, true)]
    [InlineData(double.NaN, null)]
    [InlineData(double.PositiveInfinity, null)]
    public void A_flag_column_holds_unless_it_is_0(double flag, bool? holds)
    {
        var card = Scorecard.ForColumns().Measure("a", m => m.MoreIsBetter().Linear(0, 1)).CapAt(1, m => m.Column("vip"), "so", whenUnknown: WhenUnknown.Abstain).Build();

        Assert.Equal(["a", "vip?"], card.Inputs);
        Assert.Equal(holds, Outcome(card.Score([1, flag], One.AsOf).Value));
    }

    private static bool? Holds(Func<MeasureConditions, ScoreCondition> when, double x, double y = 0)
    {
        var card = Scorecard.ForColumns()
            .Measure("always", m => m.MoreIsBetter().Linear(0, 1))
            .Measure("x", m => m.MoreIsBetter().Linear(0, 1).Weight(0))
            .Measure("y", m => m.MoreIsBetter().Linear(0, 1).Weight(0))
            .CapAt(1, when, "so", whenUnknown: WhenUnknown.Abstain)
            .Build();
        return Outcome(card.Score([1, x, y], One.AsOf).Value);
    }

    private static bool? Outcome(double? value) => value is null ? null : value == 1;
}
