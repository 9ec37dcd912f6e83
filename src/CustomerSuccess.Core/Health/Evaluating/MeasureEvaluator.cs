using System.Runtime.CompilerServices;

namespace CustomerSuccess.Health;

/// <summary>From a measure's inputs to its value: acceptance, expiry, curve, decay, then the policy for missing data.</summary>
internal static class MeasureEvaluator
{
    /// <summary>The value of a measure: from its curve, or what stands in; NaN where nothing does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Value(in MeasureOp op, ReadOnlySpan<double> inputs, int measure, out bool observed)
    {
        if (op.IsTimed)
        {
            return Timed(op, inputs, measure, out observed);
        }

        var x = inputs[measure];
        observed = x >= op.AcceptLow && x <= op.AcceptHigh;
        return observed ? op.Curve.Evaluate(ScalarMath.Clamp(x, op.ClampLow, op.ClampHigh)) : op.Missing;
    }

    /// <summary>The raw value that counts, or NaN where the measure is not observed.</summary>
    public static double Raw(in MeasureOp op, ReadOnlySpan<double> inputs, int measure) =>
        State(op, inputs, measure) == MeasureState.Observed ? ScalarMath.Clamp(inputs[measure], op.ClampLow, op.ClampHigh) : double.NaN;

    /// <summary>Whether a measure is observed, or why not.</summary>
    public static MeasureState State(in MeasureOp op, ReadOnlySpan<double> inputs, int measure)
    {
        var x = inputs[measure];
        if (!(x >= op.AcceptLow && x <= op.AcceptHigh))
        {
            return double.IsNaN(x) ? (FailedReading.Is(x) ? MeasureState.ReaderFailed : MeasureState.NotGiven)
                : double.IsInfinity(x) ? MeasureState.NotANumber : MeasureState.OutOfRange;
        }

        if (op.AgeSlot < 0)
        {
            return MeasureState.Observed;
        }

        var age = inputs[op.AgeSlot];
        return !(age >= 0 && age < double.PositiveInfinity) ? MeasureState.AgeNotGiven
            : age > op.ExpiresAfterDays ? MeasureState.Expired : MeasureState.Observed;
    }

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
    public static bool Carries(in MeasureOp op, ReadOnlySpan<double> inputs, out double value)
    {
        value = double.NaN;
        if (op.LastSlot < 0)
        {
            return false;
        }

        var (last, age) = (inputs[op.LastSlot], inputs[op.LastAgeSlot]);
        if (!(last >= op.AcceptLow && last <= op.AcceptHigh && age >= 0 && age <= op.CarryDays))
        {
            return false;
        }

        value = op.Curve.Evaluate(ScalarMath.Clamp(last, op.ClampLow, op.ClampHigh));
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Timed(in MeasureOp op, ReadOnlySpan<double> inputs, int measure, out bool observed)
    {
        observed = State(op, inputs, measure) == MeasureState.Observed;
        if (observed)
        {
            var fresh = op.Curve.Evaluate(ScalarMath.Clamp(inputs[measure], op.ClampLow, op.ClampHigh));
            return op.AgeSlot < 0 ? fresh : Decayed(op, fresh, inputs[op.AgeSlot]);
        }

        return Carries(op, inputs, out var carried) ? carried : op.Missing;
    }
}
