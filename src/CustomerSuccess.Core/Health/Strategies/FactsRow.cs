namespace CustomerSuccess.Health;

/// <summary>
/// Reads the row of a scorecard from facts, by the names of its inputs. NaN means "not given", an infinity "not a number".
/// The words of a cause are kept, so that a line says them.
/// </summary>
internal static class FactsRow
{
    private static readonly double NotANumber = double.PositiveInfinity;

    public static double[] Read(ScorecardProgram program, IFacts facts, out UnknownCause?[]? failures)
    {
        var inputs = new double[program.Inputs.Length];
        Array.Fill(inputs, double.NaN);
        failures = null;
        for (var i = 0; i < program.Measures.Length; i++)
        {
            ref readonly var op = ref program.Measures[i];
            var (name, model) = (program.Inputs[i], program.MeasureModels[i]);
            Set(inputs, i, Measure(model, name, facts), ref failures);
            Set(inputs, op.AgeSlot, op.AgeSlot < 0 ? default : Days(facts.Age(name)), ref failures);
            if (op.Wide is { BySlot: >= 0 and var by })
            {
                Set(inputs, by, Coded(facts.Number(program.Inputs[by])), ref failures);
            }

            if (op.Wide is { LastBySlot: >= 0 and var lastBy })
            {
                Set(inputs, lastBy, Coded(facts.Number(program.Inputs[lastBy])), ref failures);
            }

            if (op.Wide is { UsageSlot: >= 0 and var usage } && facts.Number(program.Inputs[usage]) is { IsKnown: true, Value: var code })
            {
                inputs[usage] = code;
            }

            if (op.LastSlot >= 0)
            {
                Set(inputs, op.LastSlot, Measure(model, program.Inputs[op.LastSlot], facts), ref failures);
                Set(inputs, op.LastAgeSlot, Days(facts.Age(program.Inputs[op.LastSlot])), ref failures);
            }
        }

        for (var i = 0; i < inputs.Length; i++)
        {
            if (i >= program.Measures.Length && program.Inputs[i].EndsWith('?'))
            {
                Set(inputs, i, Coded(facts.Flag(program.Inputs[i][..^1])), ref failures);
            }
        }

        return inputs;
    }

    private static void Set(double[] inputs, int slot, Input input, ref UnknownCause?[]? failures)
    {
        if (slot < 0)
        {
            return;
        }

        inputs[slot] = input.Value;
        if (input.Cause is { } cause)
        {
            (failures ??= new UnknownCause?[inputs.Length])[slot] = cause;
        }
    }

    private static Input Measure(MeasureModel model, string name, IFacts facts)
    {
        if (model.Curve is not CategoryCurve { Categories: var categories })
        {
            return Coded(facts.Number(name));
        }

        var yesOrNo = categories.Count == 2 && categories[0].Name == "no" && categories[1].Name == "yes";
        var flag = yesOrNo ? facts.Flag(name) : default;
        if (flag.IsKnown || (yesOrNo && flag.Causes is [{ Kind: not UnknownKind.NotDeclared }, ..]))
        {
            return Coded(flag);
        }

        var text = facts.Text(name);
        return text.IsKnown ? new(Enumerable.Range(0, categories.Count).FirstOrDefault(i => categories[i].Name == text.Value, -1), null) : Unknown(text.Causes);
    }

    internal static Input Coded(Reading<double> number) => number.IsKnown ? new(number.Value, null) : Unknown(number.Causes);

    internal static Input Coded(Reading<bool> flag) => flag.IsKnown ? new(flag.Value ? 1 : 0, null) : Unknown(flag.Causes);

    private static Input Days(Reading<TimeSpan> age) => age.IsKnown ? new(age.Value.Ticks / (double)TimeSpan.TicksPerDay, null) : new(double.NaN, null);

    internal static Input Unknown(IReadOnlyList<UnknownCause> causes) => causes is not [var cause, ..] ? new(double.NaN, null) : cause.Kind switch
    {
        UnknownKind.NotANumber => new(NotANumber, null),
        UnknownKind.ReaderFailed => new(FailedReading.Value, cause),
        UnknownKind.NotGiven => new(double.NaN, cause.Detail is null ? null : cause),
        UnknownKind.NoObservations or UnknownKind.Incomplete => new(double.NaN, cause),
        _ => new(double.NaN, new UnknownCause(cause.Subject, UnknownKind.NotGiven, cause.Reason)),
    };

    internal readonly record struct Input(double Value, UnknownCause? Cause);
}
