using System.Runtime.CompilerServices;

namespace CustomerSuccess.Health;

/// <summary>Evaluates one row: measures, groups, exceptions, bands, coverage and bounds. Allocates nothing.</summary>
internal static class RowEvaluator
{
    private const int MostOnStack = 256;

    [SkipLocalsInit]
    public static RowOutcome Evaluate(ScorecardProgram program, ReadOnlySpan<double> inputs, int segment, int previousBand, Span<double> lines)
    {
        if (program.IsPlainMean && FlatMeanEvaluator.TryEvaluate(program, inputs, segment, previousBand, lines, out var plain) && plain.Coverage >= program.MinimumCoverage)
        {
            return plain;
        }

        var count = program.ValueCount;
        var values = count <= MostOnStack ? stackalloc double[MostOnStack] : new double[count];
        values = values[..count];
        var outcome = Evaluate(program, inputs, segment, previousBand, values, default);
        if (!lines.IsEmpty)
        {
            LineWriter.Write(program, inputs, segment, outcome, values, lines);
        }

        return outcome;
    }

    /// <param name="values">Room for the program's values; filled.</param>
    /// <param name="outcomes">Room for one <see cref="ExceptionOutcome"/> per exception, or empty: −1 where the exception did not concern the score.</param>
    public static RowOutcome Evaluate(ScorecardProgram program, ReadOnlySpan<double> inputs, int segment, int previousBand, Span<double> values, Span<int> outcomes)
    {
        var outcome = default(RowOutcome);
        Measures(program, inputs, segment, values, ref outcome);
        var weights = program.WeightsOf(segment);
        var red = GroupEvaluator.Run(program, weights, values);
        var tree = values[program.Root];
        outcome.Tree = tree;
        outcome.BandIsSet = red;
        outcome.AbstainingException = -1;
        var undetermined = false;
        var value = ExceptionEvaluator.Apply(program, inputs, tree, outcomes, default, ref outcome, ref undetermined);
        var scored = !double.IsNaN(tree) && outcome.Coverage >= program.MinimumCoverage && outcome.Abstaining == 0 && outcome.AbstainingException < 0;
        outcome.Value = scored ? value : double.NaN;
        if (outcome.Missing == 0 && !undetermined)
        {
            (outcome.Lower, outcome.Upper) = (value, value);
        }
        else
        {
            Bounds(program, inputs, segment, values, scored ? value : double.NaN, ref outcome);
        }

        outcome.Level = program.Bands.LevelOf(outcome.Value);
        outcome.Band = outcome.BandIsSet ? outcome.Level : program.Bands.BandOf(outcome.Value, previousBand);
        return outcome;
    }

    private static void Measures(ScorecardProgram program, ReadOnlySpan<double> inputs, int segment, Span<double> values, ref RowOutcome outcome)
    {
        var ops = program.Measures;
        var shares = program.SharesOf(segment);
        var coverage = 0d;
        for (var i = 0; i < ops.Length; i++)
        {
            ref readonly var op = ref ops[i];
            values[i] = MeasureEvaluator.Value(op, inputs, i, segment, out var observed);
            if (observed)
            {
                coverage += shares[i];
            }
            else
            {
                outcome.Missing++;
                outcome.Abstaining += op.Policy == MissingDataKind.Abstain && shares[i] > 0 ? 1 : 0;
            }
        }

        outcome.Coverage = Math.Min(coverage, 1);
    }

    // The hull of the value and of all completions: every aggregation rises with its children, so the two ends suffice.
    [SkipLocalsInit]
    private static void Bounds(ScorecardProgram program, ReadOnlySpan<double> inputs, int segment, ReadOnlySpan<double> values, double value, ref RowOutcome outcome)
    {
        var room = values.Length <= MostOnStack ? stackalloc double[MostOnStack] : new double[values.Length];
        room = room[..values.Length];
        var lower = Completed(program, inputs, segment, values, room, low: true);
        var upper = Completed(program, inputs, segment, values, room, low: false);
        ExceptionEvaluator.ApplyToBounds(program, inputs, ref lower, ref upper);
        outcome.Lower = value < lower ? value : lower;
        outcome.Upper = value > upper ? value : upper;
    }

    private static double Completed(ScorecardProgram program, ReadOnlySpan<double> inputs, int segment, ReadOnlySpan<double> values, Span<double> room, bool low)
    {
        for (var i = 0; i < program.Measures.Length; i++)
        {
            ref readonly var op = ref program.Measures[i];
            var observed = MeasureEvaluator.State(op, inputs, i, segment) == MeasureState.Observed;
            room[i] = observed ? values[i] : MeasureEvaluator.Judged(op, inputs, low ? op.ReachLow : op.ReachHigh);
        }

        GroupEvaluator.Run(program, program.WeightsOf(segment), room);
        return room[program.Root];
    }
}
