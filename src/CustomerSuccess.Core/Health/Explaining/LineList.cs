namespace CustomerSuccess.Health;

/// <summary>Makes the lines of a score from its row.</summary>
internal static class LineList
{
    public static IReadOnlyList<ScoreLine> Of(ScorecardDetail detail, HealthScore score)
    {
        var program = detail.Scorecard.Program;
        var (values, points, shares) = (new double[program.ValueCount], new double[program.Lines.Length], new double[program.Measures.Length]);
        var outcome = RowEvaluator.Evaluate(program, detail.Inputs, detail.Segment, score.PreviousBandIndex, values, default);
        LineWriter.Write(program, detail.Inputs, detail.Segment, outcome, values, points, shares);
        var lines = new List<ScoreLine>(program.Lines.Length);
        for (var i = 0; i < program.Lines.Length; i++)
        {
            var slot = program.Lines[i];
            lines.Add(slot.Kind switch
            {
                ScoreLineKind.Measure => Measure(detail, slot.Index, points[i], shares[slot.Index], values[slot.Index]),
                ScoreLineKind.Decay => Signed(program.Inputs[slot.Index], program.Paths[slot.Index], slot.Kind, points[i], null),
                ScoreLineKind.Usage => Signed(program.Inputs[slot.Index], program.Paths[slot.Index], slot.Kind, points[i], Verdict(detail, slot.Index)),
                ScoreLineKind.Start or ScoreLineKind.Limit or ScoreLineKind.AnyRed =>
                    Signed(LineNames.OfGroup(slot.Kind), program.Paths[slot.Index], slot.Kind, points[i], null),
                _ => Exception(detail, slot, points[i]),
            });
        }

        return lines.AsReadOnly();
    }

    private static ScoreLine Exception(ScorecardDetail detail, LineSlot slot, double points)
    {
        var model = detail.Scorecard.Model.Exceptions[detail.Scorecard.Program.ExceptionOrder[slot.Index]];
        return Signed(model.Id, "", slot.Kind, points, model.Because);
    }

    private static ScoreLine Signed(string name, string group, ScoreLineKind kind, double points, string? because) =>
        new() { Name = name, Group = group, Kind = kind, Points = points, Because = because };

    private static ScoreLine Measure(ScorecardDetail detail, int measure, double points, double share, double value)
    {
        var program = detail.Scorecard.Program;
        ref readonly var op = ref program.Measures[measure];
        var model = program.MeasureModels[measure];
        var state = MeasureEvaluator.State(op, detail.Inputs, measure, detail.Segment);
        var carried = state != MeasureState.Observed && MeasureEvaluator.Carries(op, detail.Inputs, detail.Segment, out _);
        var raw = carried ? detail.Inputs[op.LastSlot] : detail.Inputs[measure];
        var fresh = state == MeasureState.Observed || op.Wide is not null
            ? MeasureEvaluator.Parts(op, detail.Inputs, measure, detail.Segment).Fresh
            : value;
        return new ScoreLine
        {
            Name = model.Name,
            Group = program.Paths[measure],
            Kind = ScoreLineKind.Measure,
            Points = points,
            State = state == MeasureState.Observed ? ScoreLineState.Observed : carried ? ScoreLineState.CarriedForward : StandIn(op.Policy),
            Raw = double.IsFinite(raw) ? raw : null,
            RawText = op.Wide?.Percentile is { } percentile ? RawText.Among(model, raw, percentile.Of(detail.Segment)) : RawText.Of(model, raw, By(op, detail.Inputs, carried)),
            Unit = model.Unit,
            Normalised = double.IsNaN(fresh) ? null : fresh,
            Weight = share,
            Age = Age(op, detail.Inputs),
            Cause = state == MeasureState.Observed ? null : MissingCause.Of(detail, measure, state),
        };
    }

    private static string? Verdict(ScorecardDetail detail, int measure) => detail.UsageOf(measure)?.ToString()
        ?? detail.Inputs[detail.Scorecard.Program.Measures[measure].Wide!.UsageSlot] switch
        {
            >= UsageCode.No => "not as it should be",
            >= UsageCode.Investigate => "under investigation",
            _ => null,
        };

    private static ScoreLineState StandIn(MissingDataKind policy) => policy switch
    {
        MissingDataKind.Neutral => ScoreLineState.Neutral,
        MissingDataKind.Pessimistic => ScoreLineState.Pessimistic,
        MissingDataKind.Abstain => ScoreLineState.Abstained,
        _ => ScoreLineState.Redistributed,
    };

    private static TimeSpan? Age(in MeasureOp op, double[] inputs) =>
        op.AgeSlot >= 0 && Math.Abs(inputs[op.AgeSlot]) < TimeSpan.MaxValue.TotalDays - 1 ? TimeSpan.FromDays(inputs[op.AgeSlot]) : null;

    private static double By(in MeasureOp op, double[] inputs, bool carried) =>
        (carried ? op.Wide?.LastBySlot : op.Wide?.BySlot) is { } slot and >= 0 ? inputs[slot] : double.NaN;
}
