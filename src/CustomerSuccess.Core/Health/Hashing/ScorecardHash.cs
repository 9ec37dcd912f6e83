namespace CustomerSuccess.Health;

/// <summary>
/// The content hash of a scorecard: SHA-256 of its canonical JSON. Defaults are left out, so that a later version's new
/// property leaves old hashes alone; names and order are kept; the format's version is included.
/// </summary>
internal static class ScorecardHash
{
    private const int Format = 1;

    public static string Of(ScorecardModel model) => model.ContentHash ?? CanonicalJson.Hash(Json(model));

    /// <summary>False where a delegate without a declared version is read.</summary>
    public static bool Reproducible(ScorecardModel model) =>
        model.AllMeasures.All(m => m.ReaderVersion is not "" && m.Expressions is not { Age.Signed: "" } and not { Last.Signed: "" } and not { LastBy.Signed: "" } and not { LastAge.Signed: "" }) && model.Exceptions.All(e => Reproducible(e.When));

    internal static Dictionary<string, object?> Json(ScorecardModel model) => new()
    {
        ["format"] = Format,
        ["name"] = model.Name,
        ["root"] = Node(model.Root),
        ["bands"] = Bands(model.Bands),
        ["exceptions"] = model.Exceptions.Count == 0 ? null : model.Exceptions.Select(e => (object)Exception(e)).ToList(),
        ["minimumCoverage"] = model.MinimumCoverage,
        ["display"] = Display(model.Display),
        ["watermelon"] = model.Watermelon is { Coverage: WatermelonRule.UsualCoverage, SuspectedFrom: WatermelonRule.UsualSuspectedFrom } ? null : new Dictionary<string, object?>
        {
            ["coverage"] = Unless(model.Watermelon.Coverage, WatermelonRule.UsualCoverage),
            ["suspectedFrom"] = Unless(model.Watermelon.SuspectedFrom, WatermelonRule.UsualSuspectedFrom),
        },
    };

    internal static Dictionary<string, object?> Bands(HealthBands bands) => new()
    {
        ["names"] = bands.Bands.Select(b => (object)b.Name).ToList(),
        ["edges"] = bands.Bands.Skip(1).Select(b => (object)b.Lower).ToList(),
        ["convention"] = bands.Convention == EdgeConvention.LowerIncluded ? null : "lowerExcluded",
        ["hysteresis"] = Unless(bands.Hysteresis, HealthBands.DefaultHysteresis),
    };

    internal static Dictionary<string, object?>? Display(ScoreDisplay display) => display is { Minimum: 0, Maximum: 100, Decimals: 1 } ? null : new()
    {
        ["minimum"] = Unless(display.Minimum, 0),
        ["maximum"] = Unless(display.Maximum, 100),
        ["decimals"] = display.Decimals == 1 ? null : display.Decimals,
    };

    private static bool Reproducible(ScoreCondition condition) => condition switch
    {
        CombinedCondition combined => Reproducible(combined.Left) && Reproducible(combined.Right),
        NegatedCondition negated => Reproducible(negated.Inner),
        FlagCondition flag => flag.ReaderVersion is not "",
        _ => true,
    };

    private static Dictionary<string, object?> Node(ScorecardNode node)
    {
        var json = node is GroupModel group ? Group(group) : Measure((MeasureModel)node);
        json["name"] = node.Name.Length == 0 ? null : node.Name;
        json["weight"] = node.Weight is { } weight ? Unless(weight, 1) : null;
        json["weights"] = node.SegmentWeights.Count == 0 ? null : node.SegmentWeights.ToDictionary(w => w.Key, w => (object?)w.Value);
        json["decisive"] = node.Decisive;
        return json;
    }

    private static Dictionary<string, object?> Group(GroupModel group)
    {
        var additive = group.Aggregation == Aggregation.AdditivePoints;
        return new()
        {
            ["aggregation"] = group.Aggregation == Aggregation.WeightedMean ? null : DocumentWords.Of(group.Aggregation),
            ["weightsTotal"] = group.WeightsTotal,
            ["start"] = additive ? Unless(group.Start, 0) : null,
            ["minimum"] = additive ? Unless(group.Minimum, 0) : null,
            ["maximum"] = additive ? Unless(group.Maximum, 100) : null,
            ["limitsWithinScale"] = group.LimitsWithinScale ? true : null,
            ["redBelow"] = group.RedBelow,
            ["children"] = group.Children.Select(c => (object)Node(c)).ToList(),
        };
    }

    private static Dictionary<string, object?> Measure(MeasureModel measure) => new()
    {
        ["reader"] = measure.ReaderVersion is { } version ? $"{measure.ReaderName ?? measure.Name}@{(version.Length == 0 ? "?" : version)}" : null,
        ["age"] = Signed(measure.Expressions.Age),
        ["last"] = Signed(measure.Expressions.Last),
        ["lastBy"] = Signed(measure.Expressions.LastBy),
        ["lastAge"] = Signed(measure.Expressions.LastAge),
        ["unit"] = measure.Unit,
        ["polarity"] = measure.Polarity == Polarity.Neither ? null : DocumentWords.Of(measure.Polarity),
        ["curve"] = Curve(measure.Curve),
        ["valid"] = measure.Valid?.ToString(),
        ["clamp"] = measure.ClampToValid ? true : null,
        ["missing"] = measure.Missing.Kind == MissingDataKind.Redistribute ? null : new Dictionary<string, object?>
        {
            ["policy"] = DocumentWords.Of(measure.Missing.Kind),
            ["value"] = measure.Missing.Kind == MissingDataKind.Neutral ? Unless(measure.Missing.NeutralValue, 50) : null,
            ["maximumAge"] = measure.Missing.Kind == MissingDataKind.CarryForward ? measure.Missing.MaximumAge.TotalDays : null,
        },
        ["expiresAfter"] = measure.ExpiresAfter?.TotalDays,
        ["halfLife"] = measure.HalfLife?.TotalDays,
        ["decayNeutral"] = measure.HalfLife is null ? null : Unless(measure.DecayNeutral, 50),
        ["layer"] = measure.Layer,
        ["usage"] = measure.Usage is not { } usage ? null : new Dictionary<string, object?>
        {
            ["whenNot"] = Unless(usage.WhenNot, UsageCeilings.UsualWhenNot),
            ["whileInvestigated"] = Unless(usage.WhileInvestigated, MeasureModel.Middle),
        },
        ["effort"] = measure.Effort,
        ["wholeNumbers"] = measure.WholeNumbers ? true : null,
    };

    private static Dictionary<string, object?> Curve(Curve curve) => curve switch
    {
        LinearCurve linear => new() { ["linear"] = Pair(linear.Worst, linear.Best) },
        PiecewiseCurve piecewise => new() { ["piecewise"] = piecewise.Points.Select(p => (object)Pair(p.Raw, p.Points)).ToList() },
        StepCurve step => new() { ["below"] = step.Below, ["steps"] = step.Steps.Select(p => (object)Pair(p.Raw, p.Points)).ToList() },
        RangeCurve range => new() { ["ranges"] = range.Ranges.Select(r => (object)new List<object> { r.Range.ToString(), r.Points }).ToList() },
        LogisticCurve logistic => new() { ["logistic"] = Pair(logistic.Midpoint, logistic.Steepness) },
        TableCurve table => Table(table),
        PercentileCurve percentile => new() { ["percentile"] = percentile.Reference, ["series"] = percentile.Series, ["reference"] = percentile.Hash },
        CategoryCurve category => new() { ["categories"] = category.Categories.Select(c => (object)new List<object> { c.Name, c.Points }).ToList() },
        _ => throw new InvalidOperationException($"A curve of type {curve.GetType().Name} has no canonical form."),
    };

    private static Dictionary<string, object?> Table(TableCurve table) => new()
    {
        ["rows"] = table.Rows.Select(r => (object)r.ToString()).ToList(),
        ["rowsValid"] = table.RowsValid?.ToString(),
        ["rowsClamp"] = table.RowsClamped ? true : null,
        ["columns"] = table.Columns.Select(r => (object)r.ToString()).ToList(),
        ["columnsValid"] = table.ColumnsValid?.ToString(),
        ["columnsClamp"] = table.ColumnsClamped ? true : null,
        ["columnsUnit"] = table.ColumnsUnit,
        ["cells"] = table.Cells.Select(r => (object)r.Select(c => c is { } points ? (object)points : "unknown").ToList()).ToList(),
    };

    private static Dictionary<string, object?> Exception(ExceptionModel exception) => new()
    {
        ["id"] = exception.Id,
        ["kind"] = DocumentWords.Of(exception.Kind),
        ["value"] = exception.Value,
        ["band"] = exception.Band,
        ["when"] = Condition(exception.When),
        ["because"] = exception.Because,
        ["priority"] = exception.Priority == 0 ? null : exception.Priority,
        ["whenUnknown"] = exception.WhenUnknown == WhenUnknown.Ignore ? null : DocumentWords.Of(exception.WhenUnknown),
    };

    private static Dictionary<string, object?> Condition(ScoreCondition condition) => condition switch
    {
        CombinedCondition combined => new() { [combined.IsAnd ? "all" : "any"] = new List<object> { Condition(combined.Left), Condition(combined.Right) } },
        NegatedCondition negated => new() { ["not"] = Condition(negated.Inner) },
        ThresholdCondition threshold => new() { ["measure"] = threshold.Measure, [threshold.OrEqual ? "atLeast" : "moreThan"] = threshold.Number },
        CategoryCondition category => new() { ["measure"] = category.Measure, ["is"] = category.Category },
        KnownCondition known => new() { ["known"] = known.Measure },
        FlagCondition flag => new() { ["flag"] = flag.ReaderVersion is { } version ? $"{flag.ReaderName ?? flag.Name}@{(version.Length == 0 ? "?" : version)}" : flag.Name },
        _ => throw new InvalidOperationException($"A condition of type {condition.GetType().Name} has no canonical form."),
    };

    private static string? Signed(ReaderText? text) => text is { Signed: "" } ? $"{text.Text}@?" : text?.Signed;

    private static List<object> Pair(double first, double second) => [first, second];

    private static double? Unless(double value, double usual) => value == usual ? null : value;
}
