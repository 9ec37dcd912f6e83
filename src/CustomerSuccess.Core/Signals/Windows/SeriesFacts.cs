using CustomerSuccess.Customers;

namespace CustomerSuccess.Signals;

/// <summary>The signals of a customer, and of those below it, as views that do not change, read as of an instant.</summary>
internal sealed class SeriesFacts : SignalFacts
{
    private readonly NamedSeries[] _own;
    private readonly SignalTree? _tree;
    private readonly MeasureCache _measures;
    private readonly SignalConflict[] _conflicts;
    private readonly CustomerFacts _facts;
    private readonly bool _isNamed;
    private readonly long _asOf;
    private readonly long _knownAt;

    /// <param name="own">The account's series.</param>
    /// <param name="tree">The series of the account and those below it; null where it stands alone.</param>
    /// <param name="measures">Measures compiled against the source's coverage.</param>
    /// <param name="conflicts">Signals that were left out, because their id was known with another content.</param>
    /// <param name="facts">The facts so far: the instants, and since when there is such a customer.</param>
    /// <param name="isNamed">Whether the host names its customers.</param>
    public SeriesFacts(NamedSeries[] own, SignalTree? tree, MeasureCache measures, SignalConflict[] conflicts, CustomerFacts facts, bool isNamed = false)
    {
        (_own, _tree, _measures, _conflicts, _facts, _isNamed) = (own, tree, measures, conflicts, facts, isNamed);
        (_asOf, _knownAt) = (facts.AsOf.Ticks, facts.KnownAt.Ticks);
    }

    public override IReadOnlyList<string> Signals =>
        [.. _own.Where(s => SeriesSince.FirstVisible(s.Series, _asOf, _knownAt) >= 0).Select(s => s.Name).Order(StringComparer.Ordinal)];

    public override IReadOnlyList<SignalDefect> Defects =>
        [.. SignalConflict.Counted(_facts.CustomerId, _conflicts, _asOf, _knownAt), .. SignalDefects.Of(_own, _facts)];

    public override Reading<double> Read(SignalMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Read(SeriesOf(measure), _measures[measure]);
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
        var value = WindowReader.Read(series, compiled, _asOf, _knownAt, since);
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
            var entry = series[i];
            if (entry.Recorded <= _knownAt && key(series.People[entry.Origin]) is { } found)
            {
                keys.Add(found);
            }
        }

        return [.. keys.Order(StringComparer.Ordinal)];
    }

    // Where the host names no customers, a customer is one since its first signal; where it names them, not before it is named.
    private long Since() => !_isNamed ? SeriesSince.Of(_own, _asOf, _knownAt) : _facts.Find<AccountFacts>()?.Since?.Ticks ?? long.MaxValue;
}
