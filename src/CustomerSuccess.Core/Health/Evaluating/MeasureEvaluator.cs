using System.Runtime.CompilerServices;

namespace CustomerSuccess.Health;

/// <summary>From a measure's inputs to its value: acceptance, expiry, curve, decay, then the policy for missing data.</summary>
internal static class MeasureEvaluator
{
    /// <summary>The value of a measure: from its curve, or what stands in; NaN where nothing does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Value(in MeasureOp op, ReadOnlySpan<double> inputs, int measure, int segment, out bool observed)
    {
        if (op.ReadsMore)
        {
            return Wide(op, inputs, measure, segment, out observed);
        }

        var x = inputs[measure];
        observed = x >= op.AcceptLow && x <= op.AcceptHigh;
        return observed ? op.Curve.Evaluate(ScalarMath.Clamp(x, op.ClampLow, op.ClampHigh)) : op.Missing;
    }

    /// <summary>The raw value that counts in conditions, or NaN where it is not read: it is the host's, whatever a cohort says of it.</summary>
    public static double Raw(in MeasureOp op, ReadOnlySpan<double> inputs, int measure) =>
        Read(op, inputs, measure) == MeasureState.Observed ? ScalarMath.Clamp(inputs[measure], op.ClampLow, op.ClampHigh) : double.NaN;

    /// <summary>Whether a measure is observed, or why not.</summary>
    public static MeasureState State(in MeasureOp op, ReadOnlySpan<double> inputs, int measure, int segment)
    {
        var read = Read(op, inputs, measure);
        return read == MeasureState.Observed && op.Wide?.Percentile is { } percentile && percentile.Of(segment) is null ? MeasureState.NoCohort : read;
    }

    private static MeasureState Read(in MeasureOp op, ReadOnlySpan<double> inputs, int measure)
    {
        var x = inputs[measure];
        if (!Accepts(op, x))
        {
            return Refused(x);
        }

        if (op.Wide?.Table is { } table)
        {
            var by = inputs[op.Wide.BySlot];
            if (!table.Columns.Accepts(by))
            {
                return Refused(by);
            }

            if (double.IsNaN(table.Points(x, by)))
            {
                return MeasureState.NoPoints;
            }
        }

        if (op.AgeSlot < 0)
        {
            return MeasureState.Observed;
        }

        var age = inputs[op.AgeSlot];
        return !(age >= 0 && age < double.PositiveInfinity) ? MeasureState.AgeNotGiven
            : age > op.ExpiresAfterDays ? MeasureState.Expired : MeasureState.Observed;
    }

    public static bool Accepts(in MeasureOp op, double x) => x >= op.AcceptLow && x <= op.AcceptHigh;

    /// <summary>What the curve makes of the inputs of an observed measure.</summary>
    public static double Fresh(in MeasureOp op, ReadOnlySpan<double> inputs, int measure, int segment) =>
        Points(op, inputs[measure], op.Wide is { BySlot: >= 0 and var by } ? inputs[by] : double.NaN, segment);

    /// <summary>A value after decay toward neutral: neutral + (x − neutral)·0.5^(age ÷ half-life).</summary>
    public static double Decayed(in MeasureOp op, double fresh, double ageDays)
    {
        if (double.IsInfinity(op.HalfLifeDays))
        {
            return fresh;
        }

        // Nothing decayed yet: neutral + (x − neutral) can differ from x by its last bit, and the bounds hold x itself.
        var kept = EngineMath.HalfToThe(ageDays / op.HalfLifeDays);
        return kept == 1 ? fresh : op.DecayNeutral + ((fresh - op.DecayNeutral) * kept);
    }

    /// <summary>Whether the last known value can stand in, and its curve value.</summary>
    public static bool Carries(in MeasureOp op, ReadOnlySpan<double> inputs, int segment, out double value)
    {
        value = double.NaN;
        if (op.LastSlot < 0)
        {
            return false;
        }

        var (last, age) = (inputs[op.LastSlot], inputs[op.LastAgeSlot]);
        var by = op.Wide is { LastBySlot: >= 0 and var slot } ? inputs[slot] : double.NaN;
        if (!(Accepts(op, last) && age >= 0 && age <= op.CarryDays) || (op.Wide?.Table is { } table && !table.Columns.Accepts(by))
            || (op.Wide?.Percentile is { } percentile && percentile.Of(segment) is null))
        {
            return false;
        }

        value = Points(op, last, by, segment);
        return !double.IsNaN(value);
    }

    /// <summary>A measure's value step by step.</summary>
    public static MeasureParts Parts(in MeasureOp op, ReadOnlySpan<double> inputs, int measure, int segment)
    {
        var observed = State(op, inputs, measure, segment) == MeasureState.Observed;
        var fresh = observed ? Fresh(op, inputs, measure, segment) : Carries(op, inputs, segment, out var carried) ? carried : op.Missing;
        var decayed = observed && op.AgeSlot >= 0 ? Decayed(op, fresh, inputs[op.AgeSlot]) : fresh;
        return new(observed, fresh, decayed, Judged(op, inputs, decayed));
    }

    /// <summary>A value under the verdict on the measure's usage: at most its ceiling. NaN stays NaN.</summary>
    public static double Judged(in MeasureOp op, ReadOnlySpan<double> inputs, double value) => op.Wide is not { UsageSlot: >= 0 } wide ? value
        : inputs[wide.UsageSlot] switch
        {
            >= UsageCode.No => Math.Min(value, wide.WhenNot),
            >= UsageCode.Investigate => Math.Min(value, wide.WhileInvestigated),
            _ => value,
        };

    private static MeasureState Refused(double x) =>
        double.IsNaN(x) ? (FailedReading.Is(x) ? MeasureState.ReaderFailed : MeasureState.NotGiven)
        : double.IsInfinity(x) ? MeasureState.NotANumber : MeasureState.OutOfRange;

    private static double Points(in MeasureOp op, double x, double by, int segment) =>
        op.Wide?.Table is { } table ? table.Points(x, by)
        : op.Wide?.Percentile is { } percentile ? percentile.Points(ScalarMath.Clamp(x, op.ClampLow, op.ClampHigh), segment)
        : op.Curve.Evaluate(ScalarMath.Clamp(x, op.ClampLow, op.ClampHigh));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Wide(in MeasureOp op, ReadOnlySpan<double> inputs, int measure, int segment, out bool observed)
    {
        var parts = Parts(op, inputs, measure, segment);
        observed = parts.Observed;
        return parts.Value;
    }
}
