namespace CustomerSuccess.Health;

/// <summary>
/// Distributes a computed score over its lines, top down. Each group hands its own line on to its children by the rule of
/// its aggregation; a group inside a group in proportion. All lines of a score sum to it within 1e-9.
/// </summary>
internal static class LineWriter
{
    /// <param name="shares">Room for the share of the score that each measure's value carries, or empty; cleared by the caller.</param>
    public static void Write(ScorecardProgram program, ReadOnlySpan<double> inputs, int segment, in RowOutcome outcome, ReadOnlySpan<double> values, Span<double> lines, Span<double> shares = default)
    {
        if (lines.Length < program.Lines.Length)
        {
            throw new ArgumentException($"The lines need room for {program.Lines.Length} numbers, not {lines.Length}. Size them by Lines.Count.", nameof(lines));
        }

        lines[..program.Lines.Length].Clear();
        if (double.IsNaN(outcome.Value))
        {
            return;
        }

        var weights = program.WeightsOf(segment);
        ref readonly var root = ref program.Groups[^1];
        if (program.IsFlat && root.Kind == Aggregation.WeightedMean && !program.HasMeasureLines && shares.IsEmpty)
        {
            FlatMean(root, weights, values, lines);
        }
        else
        {
            new LineDistribution(program, inputs, segment, values, lines, shares).Group(program.Root, 1);
        }

        if (program.Exceptions.Length > 0)
        {
            var (ignored, undetermined) = (outcome, false);
            ExceptionEvaluator.Apply(program, inputs, outcome.Tree, default, lines.Slice(program.ExceptionLine, program.Exceptions.Length), ref ignored, ref undetermined);
        }
    }

    private static void FlatMean(in GroupOp root, ReadOnlySpan<double> weights, ReadOnlySpan<double> values, Span<double> lines)
    {
        var weight = 0d;
        for (var i = 0; i < root.ChildCount; i++)
        {
            weight += double.IsNaN(values[i]) ? 0 : weights[i];
        }

        for (var i = 0; i < root.ChildCount; i++)
        {
            lines[i] = double.IsNaN(values[i]) ? 0 : weights[i] * values[i] / weight;
        }
    }
}
