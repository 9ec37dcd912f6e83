using CustomerSuccess.Customers;

namespace CustomerSuccess.Signals;

/// <summary>The signals of a customer, and of those below it, as views that do not change, read as of an instant.</summary>
internal sealed class SeriesFacts : SignalFacts
{
    private readonly NamedSeries[] _own;
    private readonly SignalTree? _tree;
    private readonly Func<AccountFacts, SignalTree?>? _trees;
    private readonly MeasureCache _measures;
    private readonly SignalConflict[] _conflicts;
    private readonly CustomerFacts _facts;
    private readonly bool _isNamed;
    private readonly long _asOf;
    private readonly long _knownAt;
    private readonly long _recordedBy;

    /// <param name="own">The account's series.</param>
    /// <param name="trees">Gives the series of the account and those below it, as the tree stands: null where it stands alone. Null where all do.</param>
    /// <param name="measures">Measures compiled against the source's coverage.</param>
    /// <param name="conflicts">Signals that were left out, because their id was known with another content.</param>
    /// <param name="facts">The facts so far: the instants, and since when there is such a customer.</param>
    /// <param name="isNamed">Whether the host names its customers.</param>
    /// <param name="recordedBy">What was recorded later is not there, UTC ticks; null for the instant at which the facts are known.</param>
    public SeriesFacts(NamedSeries[] own, Func<AccountFacts, SignalTree?>? trees, MeasureCache measures, SignalConflict[] conflicts, CustomerFacts facts, bool isNamed = false, long? recordedBy = null)
    {
        (_own, _trees, _measures, _conflicts, _facts, _isNamed) = (own, trees, measures, conflicts, facts, isNamed);
        (_asOf, _knownAt, _recordedBy) = (facts.AsOf.Ticks, facts.KnownAt.Ticks, recordedBy ?? facts.KnownAt.Ticks);
        _tree = trees?.Invoke(facts.Account);
    }

    public override IReadOnlyList<string> Signals =>
        [.. _own.Where(s => SeriesSince.FirstVisible(s.Series, _asOf, _recordedBy) >= 0).Select(s => s.Name).Order(StringComparer.Ordinal)];

    public override IReadOnlyList<SignalDefect> Defects =>
        [.. SignalConflict.Counted(_facts.CustomerId, _conflicts, _asOf, _recordedBy), .. SignalDefects.Of(_own, _facts, _recordedBy)];

    public override Reading<double> Read(SignalMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Read(SeriesOf(measure), _measures[measure]);
    }

    public override Reading<DateTimeOffset> LastAt(SignalMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var (series, compiled) = (SeriesOf(measure), _measures[measure]);
        return Read(series, compiled) is { IsKnown: false, Causes: var causes } ? Reading.Unknown<DateTimeOffset>(causes)
            : new WindowUntil(compiled, _knownAt, _recordedBy).Last(series, _asOf) is { } last ? Reading.Known(new DateTimeOffset(last, TimeSpan.Zero))
            : Reading.Unknown<DateTimeOffset>(WindowCauses.Of(WindowState.NoObservations, compiled, _asOf, _knownAt));
    }

    public override Reading<Signal> LatestSignal(SignalMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (measure is not { Aggregation: SignalAggregation.Latest, Season: null })
        {
            throw new ArgumentException($"'{measure}' is not the latest value of a signal. Ask with SignalMeasure.Latest(\"{measure.Signal}\").", nameof(measure));
        }

        var (series, compiled) = (SeriesOf(measure), _measures[measure]);
        var reading = Read(series, compiled);
        return reading.IsKnown
            ? Reading.Known(SignalLog.SignalOf(_facts.CustomerId, measure.Signal, series[new WindowUntil(compiled, _knownAt, _recordedBy).LastPlace(series, _asOf)], series.People))
            : Reading.Unknown<Signal>(reading.Causes);
    }

    public override DateTimeOffset? Until(SignalMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var (series, compiled) = (SeriesOf(measure), _measures[measure]);
        var until = compiled.Measure.Season is null
            ? new WindowUntil(compiled, _knownAt, _recordedBy).After(series, _asOf)
            : new SeasonUntil(compiled, _asOf, _knownAt, _recordedBy).After(series, Since(), SinceUntil());
        if (measure.Grain == Grain.AccountTree)
        {
            until = Math.Min(until, _facts.Account.BelowUntil()?.Ticks ?? WindowUntil.Never);
        }

        return until > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(until, TimeSpan.Zero);
    }

    protected override FactsPart MovedTo(CustomerFacts later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new SeriesFacts(_own, _trees, _measures, _conflicts, later, _isNamed, _recordedBy);
    }

    protected override FactsPart RewoundTo(CustomerFacts earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return new SeriesFacts(_own, _trees, _measures, _conflicts, earlier, _isNamed, _recordedBy);
    }

    public override IReadOnlyList<GrainReading> ReadBy(SignalMeasure measure, Grain grain)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return grain switch
        {
            Grain.User => Each(measure, o => o.Actor, measure.By),
            Grain.Product => Each(measure, o => o.Product, measure.On),
            Grain.AccountTree => [new() { Key = _facts.CustomerId, Reading = Read(measure.AcrossTree()) }],
            _ => [new() { Key = _facts.CustomerId, Reading = Read(Find(measure.Signal), _measures[measure]) }],
        };
    }

    // A measure of each is asked for once: it is not kept.
    private GrainReading[] Each(SignalMeasure measure, Func<SignalOrigin, string?> key, Func<string, SignalMeasure> only)
    {
        var series = SeriesOf(measure);
        return [.. Keys(series, key).Select(k => new GrainReading { Key = k, Reading = Read(series, _measures.Compile(only(k))) })];
    }

    private SignalSeries SeriesOf(SignalMeasure measure) =>
        measure.Grain == Grain.AccountTree && _tree is not null ? _tree.Find(measure.Signal) : Find(measure.Signal);

    private Reading<double> Read(in SignalSeries series, CompiledMeasure compiled)
    {
        if (compiled.Measure.Grain == Grain.AccountTree && _tree == SignalTree.NotRead)
        {
            return Reading.Unknown<double>(new UnknownCause(compiled.Measure.Signal, UnknownKind.Incomplete, "for account trees: they are read where a measure that was named spans them"));
        }

        var since = compiled.Measure.Season is null ? 0 : Since();
        var value = WindowReader.Read(series, compiled, _asOf, _knownAt, since, _recordedBy);
        return value.State == WindowState.Known ? Reading.Known(value.Number) : Reading.Unknown<double>(WindowCauses.Of(value.State, compiled, _asOf, _knownAt));
    }

    private SignalSeries Find(string name)
    {
        foreach (var series in _own)
        {
            if (string.Equals(series.Name, name, StringComparison.Ordinal))
            {
                return series.Series;
            }
        }

        return SignalSeries.Empty;
    }

    private List<string> Keys(SignalSeries series, Func<SignalOrigin, string?> key)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var behind = series.FirstAfter(_asOf);
        for (var i = 0; i < behind; i++)
        {
            if (series.RecordedAt(i) <= _recordedBy && key(series.People[series.Origins[i]]) is { } found)
            {
                keys.Add(found);
            }
        }

        return [.. keys.Order(StringComparer.Ordinal)];
    }

    // Where the host names no customers, a customer is one since its first signal; where it names them, not before it is named.
    private long Since() => !_isNamed ? SeriesSince.Of(_own, _asOf, _recordedBy) : _facts.Find<AccountFacts>()?.Since?.Ticks ?? long.MaxValue;

    // Once something is known of the customer, nothing later is earlier.
    private long SinceUntil()
    {
        if (Since() != long.MaxValue)
        {
            return WindowUntil.Never;
        }

        return _isNamed ? _facts.Account.VersionUntil()?.Ticks ?? WindowUntil.Never
            : _own.Select(s => SeriesSince.FirstVisible(s.Series, long.MaxValue, _recordedBy) is >= 0 and var place ? s.Series.Occurred[place] : WindowUntil.Never).DefaultIfEmpty(WindowUntil.Never).Min();
    }
}
