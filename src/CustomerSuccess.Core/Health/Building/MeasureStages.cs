namespace CustomerSuccess.Health;

/// <summary>The first words of a measure: its unit, its valid range and which direction is better.</summary>
/// <typeparam name="TOptions">The words that follow the curve.</typeparam>
public sealed class MeasureStart<TOptions>
{
    private readonly MeasureDraft _draft;
    private readonly TOptions _options;

    internal MeasureStart(MeasureDraft draft, TOptions options) => (_draft, _options) = (draft, options);

    /// <summary>The unit, shown after the value: <c>%</c>, <c>seats</c>, <c>days</c>.</summary>
    public MeasureStart<TOptions> Unit(string unit)
    {
        _draft.Unit = unit;
        return this;
    }

    /// <summary>The valid range, both ends included. A value outside is unknown (out of range).</summary>
    public MeasureStart<TOptions> Valid(double minimum, double maximum)
    {
        _draft.Valid = (minimum, maximum);
        return this;
    }

    /// <summary>The valid range, both ends included. A value outside is taken as the nearer end.</summary>
    public MeasureStart<TOptions> ClampedTo(double minimum, double maximum)
    {
        _draft.Valid = (minimum, maximum);
        _draft.ClampToValid = true;
        return this;
    }

    /// <summary>More is better: the curve may not fall.</summary>
    public MeasureCurve<TOptions> MoreIsBetter() => Toward(Polarity.MoreIsBetter);

    /// <summary>Less is better: the curve may not rise.</summary>
    public MeasureCurve<TOptions> LessIsBetter() => Toward(Polarity.LessIsBetter);

    /// <summary>Neither: the best lies somewhere between.</summary>
    public MeasureCurve<TOptions> NeitherIsBetter() => Toward(Polarity.Neither);

    private MeasureCurve<TOptions> Toward(Polarity polarity)
    {
        _draft.Polarity = polarity;
        return new(_draft, _options);
    }
}

/// <summary>The curve of a measure.</summary>
/// <typeparam name="TOptions">The words that follow the curve.</typeparam>
public sealed class MeasureCurve<TOptions>
{
    private readonly MeasureDraft _draft;
    private readonly TOptions _options;

    internal MeasureCurve(MeasureDraft draft, TOptions options) => (_draft, _options) = (draft, options);

    /// <summary>0 at <paramref name="worst"/>, 100 at <paramref name="best"/>, a straight line between, clamped beyond. Where less is better, <paramref name="best"/> is the smaller.</summary>
    public TOptions Linear(double worst, double best) => With(new LinearCurve(worst, best));

    /// <summary>Straight lines between breakpoints (raw value, points), clamped beyond the first and the last.</summary>
    public TOptions Piecewise(params (double Raw, double Points)[] points) =>
        With(new PiecewiseCurve([.. (points ?? []).Select(p => new CurvePoint(p.Raw, p.Points))]));

    /// <summary>Constant points: <paramref name="below"/> the first edge, then each edge's points from the edge on (included).</summary>
    public TOptions Steps(double below, params (double From, double Points)[] steps) =>
        With(new StepCurve(below, [.. (steps ?? []).Select(p => new CurvePoint(p.From, p.Points))]));

    /// <summary>Constant points on ranges with stated ends, written as <c>[0, 50)</c>. A gap or an overlap is a mistake that <c>Build()</c> names.</summary>
    public TOptions Ranges(params (Interval Range, double Points)[] ranges) =>
        With(new RangeCurve([.. (ranges ?? []).Select(r => new CurveRange(r.Range, r.Points))]));

    /// <summary>100 ÷ (1 + exp(−steepness·(x − midpoint))). A negative steepness falls.</summary>
    public TOptions Logistic(double midpoint, double steepness) => With(new LogisticCurve(midpoint, steepness));

    /// <summary>The percentile rank within the customer's segment of a cohort: 100·(values below + half of the ties) ÷ n; 100 minus that where less is better.</summary>
    /// <param name="cohort">The cohort. Its content is part of the scorecard's configuration hash.</param>
    /// <param name="series">The series in the cohort; that of the measure's name where null.</param>
    public TOptions Percentile(CohortReference cohort, string? series = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        _draft.Cohort = cohort;
        return With(new PercentileCurve(cohort.Name, series, null));
    }

    /// <summary>The percentile rank within the customer's segment of a cohort that is given to the scorecard by <c>Reference(cohort)</c>. Without it the measure is unknown.</summary>
    /// <param name="cohort">The name of the cohort.</param>
    /// <param name="series">The series in the cohort; that of the measure's name where null.</param>
    public TOptions Percentile(string cohort, string? series = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cohort);
        return With(new PercentileCurve(cohort, series, null));
    }

    private TOptions With(Curve curve)
    {
        _draft.Curve = curve;
        return _options;
    }
}

/// <summary>The points of a measure over categories, or over yes and no.</summary>
/// <typeparam name="TOptions">The words that follow.</typeparam>
public sealed class CategoryStart<TOptions>
{
    private readonly MeasureDraft _draft;
    private readonly TOptions _options;
    private readonly Action<CategoryCurve> _bind;

    internal CategoryStart(MeasureDraft draft, TOptions options, Action<CategoryCurve> bind) =>
        (_draft, _options, _bind) = (draft, options, bind);

    /// <summary>The points of each category. A text that is none of them is unknown (not a declared category). In columns a category is its index here.</summary>
    public TOptions Points(params (string Category, double Points)[] categories)
    {
        var curve = new CategoryCurve([.. (categories ?? []).Select(c => new CurveCategory(c.Category, c.Points))]);
        _draft.Curve = curve;
        _bind(curve);
        return _options;
    }
}

/// <summary>The points of a measure over yes and no.</summary>
/// <typeparam name="TOptions">The words that follow.</typeparam>
public sealed class FlagStart<TOptions>
{
    private readonly MeasureDraft _draft;
    private readonly TOptions _options;

    internal FlagStart(MeasureDraft draft, TOptions options) => (_draft, _options) = (draft, options);

    /// <summary>The points of yes (1 in columns) and of no (0).</summary>
    public TOptions Points(double yes, double no)
    {
        _draft.Curve = new CategoryCurve([new("no", no), new("yes", yes)]);
        return _options;
    }
}
