namespace CustomerSuccess.Health;

/// <summary>Makes the model of a draft without mistakes: numbers that are written on a stated scale become those of 0–100.</summary>
internal sealed class ModelOnScale(ScoreScale scale)
{
    /// <param name="draft">The group.</param>
    /// <param name="addsPoints">Whether its parent is additive: its own points are then added there, and are no place on the scale.</param>
    public GroupModel Group(GroupDraft draft, bool addsPoints = false)
    {
        var additive = draft.Aggregation == Aggregation.AdditivePoints;
        var onScale = additive && !addsPoints && scale.IsStated;
        var (minimum, maximum) = (Limit(draft.Minimum ?? scale.Minimum, addsPoints), Limit(draft.Maximum ?? scale.Maximum, addsPoints));
        return new()
        {
            Name = draft.Name,
            Weight = draft.Weight,
            SegmentWeights = draft.SegmentWeights.AsReadOnly(),
            Decisive = draft.Decisive,
            Aggregation = draft.Aggregation,
            WeightsTotal = draft.WeightsTotal,
            Start = Limit(draft.Start, addsPoints),
            Minimum = minimum,
            Maximum = maximum,
            LimitsWithinScale = onScale && (minimum != 0 || maximum != 100),
            RedBelow = draft.RedBelow is { } red ? scale.Place(red) : null,
            Children = [.. draft.Children.Select(c => c is GroupDraft g ? (ScorecardNode)Group(g, additive) : Measure((MeasureDraft)c, additive))],
        };
    }

    private double Limit(double number, bool addsPoints) => addsPoints ? scale.Distance(number) : scale.Place(number);

    private MeasureModel Measure(MeasureDraft draft, bool addsPoints) => new()
    {
        Name = draft.Name,
        Weight = draft.Weight,
        SegmentWeights = draft.SegmentWeights.AsReadOnly(),
        Decisive = draft.Decisive,
        Unit = draft.Unit,
        Polarity = draft.Polarity,
        Curve = Curve(draft.Curve!, p => Limit(p, addsPoints)),
        Valid = draft.Valid is { } valid ? Interval.Closed(valid.Minimum, valid.Maximum) : null,
        ClampToValid = draft.ClampToValid,
        Missing = draft.Missing.Kind == MissingDataKind.Neutral && draft.Neutral is { } neutral ? MissingData.Neutral(Limit(neutral, addsPoints)) : draft.Missing,
        ExpiresAfter = draft.ExpiresAfter,
        HalfLife = draft.HalfLife,
        DecayNeutral = draft.DecayNeutral is { } decay ? Limit(decay, addsPoints) : MeasureModel.Middle,
        Usage = draft.Usage is not var (whenNot, whileInvestigated) ? null : new(
            whenNot is { } no ? Limit(no, addsPoints) : UsageCeilings.UsualWhenNot,
            whileInvestigated is { } maybe ? Limit(maybe, addsPoints) : MeasureModel.Middle),
        Layer = draft.Layer,
        Effort = draft.Effort,
        WholeNumbers = draft.WholeNumbers,
        ReaderVersion = draft.Reader is null ? null : draft.Version ?? "",
        ReaderName = draft.ReaderName,
        Expressions = draft.Expressions,
    };

    private static Curve Curve(Curve curve, Func<double, double> of) => curve switch
    {
        PiecewiseCurve piecewise => new PiecewiseCurve([.. piecewise.Points.Select(p => new CurvePoint(p.Raw, of(p.Points)))]),
        StepCurve step => new StepCurve(of(step.Below), [.. step.Steps.Select(p => new CurvePoint(p.Raw, of(p.Points)))]),
        RangeCurve range => new RangeCurve([.. range.Ranges.Select(r => new CurveRange(r.Range, of(r.Points)))]),
        CategoryCurve category => new CategoryCurve([.. category.Categories.Select(c => new CurveCategory(c.Name, of(c.Points)))]),
        TableCurve table => new TableCurve
        {
            Rows = table.Rows,
            Columns = table.Columns,
            RowsValid = table.RowsValid,
            ColumnsValid = table.ColumnsValid,
            RowsClamped = table.RowsClamped,
            ColumnsClamped = table.ColumnsClamped,
            ColumnsUnit = table.ColumnsUnit,
            Cells = [.. table.Cells.Select(r => r.Select(c => c is { } points ? of(points) : (double?)null).ToList().AsReadOnly())],
        },
        _ => curve,
    };
}
