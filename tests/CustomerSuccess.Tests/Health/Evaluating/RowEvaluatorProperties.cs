using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Health.Evaluating;

public sealed class RowEvaluatorProperties
{
    [Law]
    public void The_value_is_what_the_definitions_say(Seed seed)
    {
        var thrown = new Thrown(seed);
        var (expected, score) = (new Reference(thrown.Plan, thrown.Row), thrown.Score());

        thrown.Near(expected.Coverage, score.Coverage, "coverage");
        thrown.Near(expected.Value, score.Value ?? double.NaN, "value", expected.IsSteep ? 100 : 1e-9);
    }

    [Law]
    public void The_value_lies_within_its_bounds_and_they_within_0_to_100(Seed seed)
    {
        var thrown = new Thrown(seed);
        var score = thrown.Score();

        var (lower, upper) = (score.Lower ?? double.NaN, score.Upper ?? double.NaN);
        thrown.True(lower >= 0 && lower <= upper && upper <= 100, $"bounds {lower:R} to {upper:R}");
        thrown.True(score.Value is not { } value || (value >= lower && value <= upper), $"{score.Value:R} in {lower:R} to {upper:R}");
    }

    [Law]
    public void The_bounds_contain_every_completion(Seed seed)
    {
        var thrown = new Thrown(seed);
        var score = thrown.Score();
        var allowed = thrown.Plan.IsExact ? 0 : 1e-9;
        for (var i = 0; i < 3; i++)
        {
            var completed = thrown.Row.Completed(thrown.Plan, m => RowGenerator.Typical(thrown.Dice, m), () => thrown.Dice.Below(2)).Score(thrown.Card);

            thrown.Near(1, completed.Coverage, "coverage of a completion");
            thrown.True(
                completed.Value is { } value && value >= score.Lower - allowed && value <= score.Upper + allowed,
                $"a completion has {completed.Value:R}, outside {score.Lower:R} to {score.Upper:R}");
        }
    }

    [Law]
    public void The_bounds_are_reached_by_completions_or_by_the_value_itself(Seed seed)
    {
        var thrown = new Thrown(seed, exceptions: false);
        var score = thrown.Score();

        var (worst, best) = (Completed(low: true), Completed(low: false));
        thrown.Near(Math.Min(worst, score.Value ?? worst), score.Lower!.Value, "lower bound");
        thrown.Near(Math.Max(best, score.Value ?? best), score.Upper!.Value, "upper bound");

        double Completed(bool low) => thrown.Row.Completed(thrown.Plan, m => m.Extreme(low), () => 0, low ? 1 : -1).Score(thrown.Card).Value!.Value;
    }

    [Law]
    public void Raising_a_measure_of_which_more_is_better_never_lowers_the_value(Seed seed)
    {
        var thrown = new Thrown(seed, exceptions: false, monotone: true);
        var reference = new Reference(thrown.Plan, thrown.Row);
        var observed = thrown.Plan.Measures.Where(m => reference.IsObserved(m) && m.Polarity != Polarity.Neither).ToArray();
        if (observed.Length == 0)
        {
            return;
        }

        var measure = thrown.Dice.Of(observed);
        var (a, b) = (thrown.Row[measure.Name], RowGenerator.Typical(thrown.Dice, measure));
        var less = Scored(Math.Min(a, b));
        var more = Scored(Math.Max(a, b));
        var better = measure.Polarity == Polarity.MoreIsBetter ? more - less : less - more;
        thrown.True(double.IsNaN(better) || better >= (thrown.Plan.IsExact ? 0 : -1e-9), $"{measure.Name} from {a:R} to {b:R}: {better:R}");

        double Scored(double raw) => thrown.Row.With(measure.Name, raw).Score(thrown.Card).Value ?? double.NaN;
    }

    [Law]
    public void Neither_the_order_of_declaration_nor_the_scale_of_weights_matters(Seed seed)
    {
        var thrown = new Thrown(seed);
        var factor = thrown.Dice.Of(2, 0.1, 3, 1e-3, 100);
        var other = (thrown.Plan with { Root = Moved(thrown.Plan.Root) }).Build();
        var (score, moved) = (thrown.Score(), thrown.Row.Score(other));

        thrown.Near(score.Value ?? double.NaN, moved.Value ?? double.NaN, "value");
        thrown.Near(score.Lower!.Value, moved.Lower!.Value, "lower bound");
        thrown.Near(score.Upper!.Value, moved.Upper!.Value, "upper bound");
        thrown.Near(score.Coverage, moved.Coverage, "coverage");
        var points = moved.Lines.ToDictionary(l => (l.Kind, l.Path), l => l.Points);
        foreach (var line in score.Lines)
        {
            thrown.Near(line.Points, points[(line.Kind, line.Path)], line.Path);
        }

        GroupPlan Moved(GroupPlan group) => group with
        {
            Children = thrown.Dice.Shuffled(group.Children.Select(c => c is GroupPlan inner ? Moved(inner) : c).Select(c => group.IsAdditive ? c : c with
            {
                Weight = (c.Weight ?? 1) * factor,
                SegmentWeights = c.SegmentWeights.ToDictionary(w => w.Key, w => w.Value * factor),
            })),
        };
    }

    [Law]
    public void Where_nothing_is_known_there_is_no_score(Seed seed)
    {
        var thrown = new Thrown(seed);
        var empty = thrown.Row.Emptied(thrown.Plan, () => thrown.Dice.Of(double.NaN, double.PositiveInfinity, double.NegativeInfinity));
        var score = empty.Score(thrown.Card);

        thrown.True(score.Value is null && score.Level is null && score.Band is null && score.State == HealthScoreState.Unknown, $"{score}");
        thrown.True(score.Coverage == 0 && score.Reason == "nothing is known", $"{score}");
        thrown.True(score.Lower >= 0 && score.Lower <= score.Upper && score.Upper <= 100, $"{score.Lower:R} to {score.Upper:R}");
        thrown.True(score.Lines.All(l => l.Points == 0), "lines without a score carry no points");
    }
}
