using System.Runtime.CompilerServices;

namespace CustomerSuccess.Health;

/// <summary>
/// The usual row in one pass: one weighted mean of measures without ages, stand-ins and exceptions. The same operations in
/// the same order as the general evaluation, which also serves the rows with something missing, for their bounds.
/// </summary>
internal static class FlatMeanEvaluator
{
    /// <summary>False where something is missing; nothing that was written then counts.</summary>
    [SkipLocalsInit]
    public static bool TryEvaluate(ScorecardProgram program, ReadOnlySpan<double> inputs, int segment, int previousBand, Span<double> lines, out RowOutcome outcome)
    {
        Unsafe.SkipInit(out outcome);
        var ops = program.Measures;
        var weights = program.WeightsOf(segment);
        double sum = 0, total = 0;
        if (weights.Length < ops.Length || inputs.Length < ops.Length || (!lines.IsEmpty && lines.Length < ops.Length))
        {
            return false;
        }

        for (var i = 0; i < ops.Length; i++)
        {
            ref readonly var op = ref ops[i];
            var x = inputs[i];
            if (!(x >= op.AcceptLow && x <= op.AcceptHigh))
            {
                return false;
            }

            var product = weights[i] * op.Curve.Evaluate(ScalarMath.Clamp(x, op.ClampLow, op.ClampHigh));
            sum += product;
            total += weights[i];
            if (!lines.IsEmpty)
            {
                lines[i] = product;
            }
        }

        var value = ScalarMath.Clamp(sum / total, 0, 100);
        for (var i = 0; i < lines.Length && i < ops.Length; i++)
        {
            lines[i] /= total;
        }

        outcome.Value = value;
        outcome.Tree = value;
        outcome.Coverage = program.FullCoverage(segment);
        outcome.Lower = value;
        outcome.Upper = value;
        outcome.Level = program.Bands.LevelOf(value);
        outcome.Band = previousBand < 0 ? outcome.Level : program.Bands.BandOf(value, previousBand);
        outcome.Missing = 0;
        outcome.Abstaining = 0;
        outcome.AbstainingException = -1;
        outcome.BandIsSet = false;
        return true;
    }
}
