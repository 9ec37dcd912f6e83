using CustomerSuccess.Customers;

namespace CustomerSuccess.Signals;

/// <summary>The signals of a customer, and of those below it, as views that do not change, read as of an instant.</summary>
internal sealed class SeriesFacts : SignalFacts
{
    private readonly NamedSeries[] _own;
    private readonly SignalTree? _tree;
    private readonly MeasureCache _measures;
    private readonly SignalDefect[] _conflicts;
    private readonly CustomerFacts _facts;
    private readonly long _asOf;
    private readonly long _knownAt;

    /// <param name="own">The account's series.</param>
    /// <param name="tree">The series of the accounts below it; null where no measure spans a tree.</param>
    /// <param name="measures">Measures compiled against the source's coverage.</param>
    /// <param name="conflicts">Signals that were left out, because their id was known with another content.</param>
    /// <param name="facts">The facts so far: the instants, and since when there is such a customer.</param>
    public SeriesFacts(NamedSeries[] own, SignalTree? tree, MeasureCache measures, SignalDefect[] conflicts, CustomerFacts facts)
    {
        (_own, _tree, _measures, _conflicts, _facts) = (own, tree, measures, conflicts, facts);
        (_asOf, _knownAt) = (facts.AsOf.Ticks, facts.KnownAt.Ticks);
    }

    public override IReadOnlyList<string> Signals =>
        [.. _own.Where(s => SeriesSince.FirstVisible(s.Series, _asOf, _knownAt) >= 0).Select(s => s.Name).Order(StringComparer.Ordinal)];

    public override IReadOnlyList<SignalDefect> Defects => [.. _conflicts, .. SignalDefects.Of(_own, _facts)];

    public override Reading<double> Read(SignalMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var series = measure.Grain == Grain.AccountTree && _tree is not null ? _tree.Find(measure.Signal) : Find(measure.Signal);
        return Read(series, measure);
    }

    public override IReadOnlyList<GrainReading> ReadBy(SignalMeasure measure, Grain grain)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var series = Find(measure.Signal);
        return grain switch
        {
            Grain.User => [.. Keys(series, o => o.Actor).Select(k => new GrainReading { Key = k, Reading = Read(series, measure.By(k)) })],
            Grain.Product => [.. Keys(series, o => o.Product).Select(k => new GrainReading { Key = k, Reading = Read(series, measure.On(k)) })],
            Grain.AccountTree => [new() { Key = _facts.CustomerId, Reading = Read(measure.AcrossTree()) }],
            _ => [new() { Key = _facts.CustomerId, Reading = Read(series, measure) }],
        };
    }

    private Reading<double> Read(in SignalSeries series, SignalMeasure measure)
    {
        var compiled = _measures[measure];
        var since = measure.IsRatio ? Since() : 0;
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
            if (series.RecordedAt(i) <= _knownAt && key(series.People[series.Origins[i]]) is { } found)
            {
                keys.Add(found);
            }
        }

        return [.. keys.Order(StringComparer.Ordinal)];
    }

    // Where the host names no customers, a customer is one since its first signal.
    private long Since() => _facts.Account.Since?.Ticks ?? SeriesSince.Of(_own, _asOf, _knownAt);
}
