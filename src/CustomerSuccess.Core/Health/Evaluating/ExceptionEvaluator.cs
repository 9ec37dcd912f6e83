namespace CustomerSuccess.Health;

/// <summary>Applies exceptions one after another: each clamps the value into its range where its condition holds.</summary>
internal static class ExceptionEvaluator
{
    /// <summary>The value after all exceptions, within 0 to 100.</summary>
    /// <param name="outcomes">Room for what came of each, or empty.</param>
    /// <param name="changes">Room for each one's signed change, or empty.</param>
    public static double Apply(ScorecardProgram program, ReadOnlySpan<double> inputs, double value, Span<int> outcomes, Span<double> changes, ref RowOutcome outcome, ref bool undetermined)
    {
        for (var i = 0; i < program.Exceptions.Length; i++)
        {
            ref readonly var op = ref program.Exceptions[i];
            var holds = ConditionEvaluator.Holds(program, op.Condition, inputs, completions: false);
            var applies = holds == 1 || (holds < 0 && op.WhenUnknown == WhenUnknown.Apply);
            var before = value;
            if (holds < 0)
            {
                undetermined = true;
                outcome.AbstainingException = op.WhenUnknown == WhenUnknown.Abstain && outcome.AbstainingException < 0 ? i : outcome.AbstainingException;
            }

            if (applies)
            {
                value = Math.Min(Math.Max(value, op.Low), op.High);
                outcome.BandIsSet |= op.SetsBand;
            }

            if (!changes.IsEmpty)
            {
                changes[i] = value - before;
            }

            if (!outcomes.IsEmpty)
            {
                outcomes[i] = Outcome(op, holds, value != before);
            }
        }

        return Math.Min(Math.Max(value, 0), 100);
    }

    /// <summary>The bounds after all exceptions: one whose condition can come out either way is taken both ways.</summary>
    public static void ApplyToBounds(ScorecardProgram program, ReadOnlySpan<double> inputs, ref double lower, ref double upper)
    {
        foreach (ref readonly var op in program.Exceptions.AsSpan())
        {
            var holds = ConditionEvaluator.Holds(program, op.Condition, inputs, completions: true);
            if (holds == 0)
            {
                continue;
            }

            var (low, high) = (Math.Min(Math.Max(lower, op.Low), op.High), Math.Min(Math.Max(upper, op.Low), op.High));
            (lower, upper) = holds == 1 ? (low, high) : (Math.Min(lower, low), Math.Max(upper, high));
        }

        (lower, upper) = (Math.Min(Math.Max(lower, 0), 100), Math.Min(Math.Max(upper, 0), 100));
    }

    private static int Outcome(in ExceptionOp op, int holds, bool changed) => holds switch
    {
        0 => -1,
        1 => (int)(changed ? ExceptionOutcome.Applied : ExceptionOutcome.WithoutEffect),
        _ => (int)(op.WhenUnknown switch
        {
            WhenUnknown.Apply => ExceptionOutcome.UnknownApplied,
            WhenUnknown.Abstain => ExceptionOutcome.UnknownAbstained,
            _ => ExceptionOutcome.UnknownIgnored,
        }),
    };
}
