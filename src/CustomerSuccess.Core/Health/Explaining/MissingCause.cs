using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>Why a measure is not observed.</summary>
internal static class MissingCause
{
    public static UnknownCause Of(ScorecardDetail detail, int measure, MeasureState state)
    {
        var (program, inputs) = (detail.Scorecard.Program, detail.Inputs);
        ref readonly var op = ref program.Measures[measure];
        var model = program.MeasureModels[measure];
        var slot = Slot(op, inputs, measure);
        var (name, raw) = (program.Inputs[slot], inputs[slot]);
        return state switch
        {
            MeasureState.NotANumber => new(name, UnknownKind.NotANumber),
            MeasureState.OutOfRange when model.Curve is CategoryCurve => new(name, UnknownKind.UnknownCategory),
            MeasureState.OutOfRange => new(name, UnknownKind.OutOfRange, OutOf(model, slot != measure, raw)),
            MeasureState.NoPoints => new(model.Name, UnknownKind.OutOfRange, $"{RawText.Of(model, inputs[measure], inputs[op.Wide!.BySlot])} has no points"),
            MeasureState.NoCohort when model.Curve is PercentileCurve { Cohort: { } cohort, Series: var series } =>
                new(name, UnknownKind.NoObservations, $"{cohort} has no values of '{series ?? model.Name}' for this segment and none for everyone"),
            MeasureState.NoCohort => new(name, UnknownKind.NotGiven, $"the cohort '{((PercentileCurve)model.Curve).Reference}'"),
            MeasureState.Expired => new(model.Name, UnknownKind.Expired, string.Create(CultureInfo.InvariantCulture, $"{inputs[op.AgeSlot]:0.#} days old")),
            MeasureState.AgeNotGiven => new(model.Name, UnknownKind.AgeNotGiven, inputs[op.AgeSlot] < 0 ? "it was observed after the instant" : null),
            MeasureState.ReaderFailed => new(name, UnknownKind.ReaderFailed, detail.Failures?[slot]?.Detail),
            _ => detail.Failures?[slot] is { } cause ? new(name, cause.Kind, cause.Detail) : new(name, UnknownKind.NotGiven, slot == measure ? null : $"the second number, '{name}'"),
        };
    }

    // Of a table's two numbers the one that is to blame.
    private static int Slot(in MeasureOp op, double[] inputs, int measure) =>
        op.Wide is { Table: { } table, BySlot: var by } && MeasureEvaluator.Accepts(op, inputs[measure]) && !table.Columns.Accepts(inputs[by]) ? by : measure;

    private static string OutOf(MeasureModel model, bool second, double raw) => model.Curve is TableCurve table
        ? $"{NumberText.Of(raw, second ? table.ColumnsUnit : model.Unit)} is not in {(second ? table.ColumnsValid : table.RowsValid)}"
        : $"{NumberText.Of(raw, model.Unit)} is not in {model.Valid}";
}
