namespace CustomerSuccess.Health;

/// <summary>Evaluates conditions in three values: true 1, false 0, not known −1 (Kleene's strong logic).</summary>
internal static class ConditionEvaluator
{
    /// <param name="completions">True to ask over every completion: a missing measure then ranges over its valid range.</param>
    public static int Holds(ScorecardProgram program, ConditionOp[] steps, ReadOnlySpan<double> inputs, bool completions)
    {
        if (steps.Length == 1)
        {
            return Leaf(program, steps[0], inputs, completions);
        }

        Span<sbyte> stack = steps.Length <= 128 ? stackalloc sbyte[steps.Length] : new sbyte[steps.Length];
        var top = 0;
        foreach (ref readonly var step in steps.AsSpan())
        {
            switch (step.Kind)
            {
                case ConditionKind.Not:
                    stack[top - 1] = (sbyte)(stack[top - 1] < 0 ? -1 : 1 - stack[top - 1]);
                    break;
                case ConditionKind.And:
                    top--;
                    stack[top - 1] = And(stack[top - 1], stack[top]);
                    break;
                case ConditionKind.Or:
                    top--;
                    stack[top - 1] = Or(stack[top - 1], stack[top]);
                    break;
                default:
                    stack[top++] = (sbyte)Leaf(program, step, inputs, completions);
                    break;
            }
        }

        return stack[0];
    }

    private static sbyte And(sbyte a, sbyte b) => (sbyte)(a == 0 || b == 0 ? 0 : a < 0 || b < 0 ? -1 : 1);

    private static sbyte Or(sbyte a, sbyte b) => (sbyte)(a == 1 || b == 1 ? 1 : a < 0 || b < 0 ? -1 : 0);

    private static int Leaf(ScorecardProgram program, in ConditionOp step, ReadOnlySpan<double> inputs, bool completions)
    {
        if (step.Kind == ConditionKind.Flag)
        {
            var flag = inputs[step.Index];
            return !double.IsFinite(flag) ? -1 : flag != 0 ? 1 : 0;
        }

        ref readonly var op = ref program.Measures[step.Index];
        var raw = MeasureEvaluator.Raw(op, inputs, step.Index);
        var known = !double.IsNaN(raw);
        if (step.Kind == ConditionKind.Known)
        {
            return known || completions ? 1 : 0;
        }

        if (known)
        {
            return raw >= step.Threshold ? 1 : 0;
        }

        return !completions ? -1 : op.ClampLow >= step.Threshold ? 1 : op.ClampHigh < step.Threshold ? 0 : -1;
    }
}
