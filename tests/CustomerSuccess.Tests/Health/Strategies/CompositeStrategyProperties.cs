using CustomerSuccess.Health;
using CustomerSuccess.Testing;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Strategies;

public sealed class CompositeStrategyProperties
{
    [Law]
    public void A_score_lies_within_its_bounds_and_its_lines_add_up(Seed seed)
    {
        var thrown = new ThrownStrategy(seed);
        var score = thrown.Score(thrown.Some());

        Assert.InRange(score.Coverage, 0, 1);
        Assert.Equal(score.State == HealthScoreState.Scored, score.Computed is not null);
        Assert.Equal(score.State == HealthScoreState.Failed, score.Lower is null);
        Claim.Holds(Math.Abs((score.Value ?? 0) - score.Lines.Sum(l => l.Points)) <= 1e-9, $"{score.Explain()}");
        if (score.Value is { } value)
        {
            Assert.InRange(value, score.Lower!.Value, score.Upper!.Value);
            Assert.InRange(score.Lower.Value, 0, 100);
            Assert.InRange(score.Upper.Value, 0, 100);
        }
    }

    [Law]
    public void The_bounds_hold_the_score_of_every_completion(Seed seed)
    {
        var thrown = new ThrownStrategy(seed);
        var facts = thrown.Some();
        var (score, complete) = (thrown.Score(facts), thrown.Score(thrown.Completed(facts)));

        if (score.State != HealthScoreState.Failed && complete.Computed is { } value)
        {
            Assert.InRange(value, score.Lower!.Value - 1e-9, score.Upper!.Value + 1e-9);
        }
    }

    [Law]
    public void Neither_the_order_of_parts_nor_the_scale_of_their_weights_changes_a_weighted_score(Seed seed)
    {
        var dice = seed.Dice();
        var parts = Enumerable.Range(0, seed.Size + 1).Select(i => ($"part {i}", dice.Between(0.1, 9), ThrownStrategy.Leaf(dice, failing: false))).ToArray();
        var scale = dice.Between(0.01, 100);
        var facts = new ThrownStrategy(seed).Some();

        var first = ThrownStrategy.Score(HealthStrategies.Weighted("w", parts), facts);
        var again = ThrownStrategy.Score(HealthStrategies.Weighted("w", dice.Shuffled(parts.Select(p => (p.Item1, p.Item2 * scale, p.Item3)))), facts);

        Assert.Equal(first.State, again.State);
        Assert.Equal(first.Value ?? 0, again.Value ?? 0, 1e-9);
        Assert.Equal((first.Lower ?? 0, first.Upper ?? 0, first.Coverage), (again.Lower ?? 0, again.Upper ?? 0, again.Coverage), (a, b) =>
            Math.Abs(a.Item1 - b.Item1) <= 1e-9 && Math.Abs(a.Item2 - b.Item2) <= 1e-9 && Math.Abs(a.Coverage - b.Coverage) <= 1e-9);
    }

    [Law]
    public void A_change_between_two_scores_adds_up(Seed seed)
    {
        var thrown = new ThrownStrategy(seed);
        var (before, after) = (thrown.Score(thrown.Some()), thrown.Score(thrown.Some()));

        if (before.Computed is not null && after.Computed is not null)
        {
            var change = after.ChangeSince(before);
            Assert.Equal(change.Difference, change.Lines.Sum(l => l.Total), 1e-9);
        }
    }
}
