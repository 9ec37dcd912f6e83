using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Health.Evaluating;

public sealed class LineWriterProperties
{
    [Law]
    public void Lines_add_up_to_the_value(Seed seed)
    {
        var thrown = new Thrown(seed);
        var score = thrown.Score();

        thrown.Near(score.Value ?? 0, score.Lines.Sum(l => l.Points), "sum of the lines");
    }

    [Law]
    public void A_row_and_its_score_object_have_the_same_bits(Seed seed)
    {
        var thrown = new Thrown(seed);
        var score = thrown.Score();
        var lines = new double[thrown.Card.Lines.Count];
        var segment = thrown.Row.Segment is { } name ? thrown.Card.Segments.ToList().IndexOf(name) : -1;
        var row = thrown.Card.Evaluate(thrown.Row.For(thrown.Card), lines, segment, thrown.Row.PreviousBand);

        thrown.True(row.Value.Equals(score.Value ?? double.NaN), $"value {row.Value:R} and {score.Value:R}");
        thrown.True(row.Lower.Equals(score.Lower) && row.Upper.Equals(score.Upper) && row.Coverage.Equals(score.Coverage), "bounds and coverage");
        thrown.True(row.LevelIndex == score.LevelIndex && row.BandIndex == score.BandIndex, "level and band");
        thrown.True(lines.SequenceEqual(score.Lines.Select(l => l.Points)), $"lines {string.Join(", ", lines)}");
    }

    [Law]
    public void A_measure_that_is_carried_by_its_weight_has_weight_times_normalised_points(Seed seed)
    {
        var thrown = new Thrown(seed);
        foreach (var line in thrown.Score().Lines.Where(l => l.Weight != 0))
        {
            thrown.True(line.Kind == ScoreLineKind.Measure && line.Weight > 0, $"{line} has the weight {line.Weight}");
            thrown.Near(line.Weight * line.Normalised!.Value, line.Points, line.Path);
        }
    }

    [Law]
    public void In_a_tree_of_weighted_means_the_weights_of_what_counts_sum_to_1(Seed seed)
    {
        var thrown = new Thrown(seed, exceptions: false);
        if (thrown.Plan.Groups.Any(g => g.Aggregation is not (Aggregation.WeightedMean or Aggregation.Minimum or Aggregation.Maximum)) || thrown.Score() is not { Value: not null } score)
        {
            return;
        }

        thrown.Near(1, score.Lines.Sum(l => l.Weight), "weights");
    }

    [Law]
    public void What_is_redistributed_or_absent_has_no_points(Seed seed)
    {
        var thrown = new Thrown(seed);
        var reference = new Reference(thrown.Plan, thrown.Row);
        foreach (var line in thrown.Score().Lines.Where(l => l.Kind == ScoreLineKind.Measure))
        {
            var measure = thrown.Plan.Measures.Single(m => m.Name == line.Name);
            thrown.True((line.State == ScoreLineState.Observed) == reference.IsObserved(measure), $"{line.Name} is {line.State}");
            thrown.True((line.Cause is null) == reference.IsObserved(measure), $"{line.Name} has the cause {line.Cause}");
            thrown.True(line.State is not (ScoreLineState.Redistributed or ScoreLineState.Abstained) || (line.Points == 0 && line.Normalised is null), $"{line}");
        }
    }
}
