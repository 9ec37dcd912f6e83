namespace CustomerSuccess.Signals;

/// <summary>
/// Measures of every customer of a log as columns, as of an instant: what columnar scorecards read. Moving on to a later
/// instant costs what changed: for each number is kept until when it stands if nothing new is recorded. The numbers are those
/// that <see cref="SignalFacts.Read"/> gives. Not safe to use from several threads; the log may be written to meanwhile.
/// </summary>
public sealed class SignalTable
{
    private readonly SignalLog _log;
    private readonly SignalMeasure[] _measures;
    private CompiledMeasure[] _compiled = [];
    private MeasureCache? _compiledBy;
    private readonly TableColumn[] _columns;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private CustomerSignals[] _customers = [];
    private string[] _ids = [];
    private int[] _versions = [];
    private long _logVersion = -1;

    /// <summary>A table of some measures. It holds no customers until <see cref="MoveTo"/>.</summary>
    /// <param name="log">The log.</param>
    /// <param name="measures">The measures by the names of their columns; at least one. Account trees are not read by tables.</param>
    /// <exception cref="ArgumentException">There are none, a name is empty or there twice, or a measure spans account trees.</exception>
    public SignalTable(SignalLog log, params IReadOnlyList<(string Name, SignalMeasure Measure)> measures)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(measures);
        if (measures.Count == 0)
        {
            throw new ArgumentException("A table needs a measure.", nameof(measures));
        }

        foreach (var (name, measure) in measures)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
            ArgumentNullException.ThrowIfNull(measure);
            if (measure.Grain == Grain.AccountTree)
            {
                throw new ArgumentException($"The measure '{name}' spans account trees, which a table does not know. Read it from the facts of each customer.", nameof(measures));
            }

            if (!_places.TryAdd(name, _places.Count))
            {
                throw new ArgumentException($"Two measures are named '{name}'. Rename one.", nameof(measures));
            }
        }

        (_log, _measures) = (log, [.. measures.Select(m => m.Measure)]);
        _columns = [.. _measures.Select(_ => new TableColumn())];
        Names = Array.AsReadOnly([.. measures.Select(m => m.Name)]);
    }

    /// <summary>The names of the columns, in the order stated.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The customers, one a row, in ordinal order as of the first move; later ones follow as they came.</summary>
    public IReadOnlyList<string> CustomerIds => _ids;

    /// <summary>The instant as of which the columns hold; null before the first move.</summary>
    public DateTimeOffset? AsOf { get; private set; }

    /// <summary>How many numbers the last move computed anew; the others stood.</summary>
    public long Computed { get; private set; }

    /// <summary>A column: one number a customer. NaN is unknown, an infinity "not a number".</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public ReadOnlySpan<double> this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return _places.TryGetValue(name, out var place)
                ? _columns[place].Numbers
                : throw new ArgumentException($"There is no column '{name}'. {Suggestion.For(name, Names)}", nameof(name));
        }
    }

    /// <summary>Moves the columns to an instant, as known at that instant. Forward, only what changed is computed.</summary>
    /// <param name="asOf">The instant.</param>
    /// <param name="cancellationToken">Cancels between customers; the next move then begins anew.</param>
    public void MoveTo(DateTimeOffset asOf, CancellationToken cancellationToken = default)
    {
        var (to, onward) = (asOf.UtcTicks, AsOf is { } before && before <= asOf);
        AsOf = null;
        var version = _log.Version;
        var grown = _logVersion != version;
        if (grown)
        {
            Refresh();
        }

        Compile(_log.Measures);
        Computed = 0;
        for (var m = 0; m < _columns.Length; m++)
        {
            var measure = _compiled[m];
            if (!onward || _columns[m].Measure != measure)
            {
                _columns[m].Forget(measure);
            }

            Computed += _columns[m].MoveTo(to, _customers, cancellationToken);
        }

        (_logVersion, AsOf) = (version, asOf.ToUniversalTime());
    }

    // Until something else is stated of what the log covers, a measure is compiled once.
    private void Compile(MeasureCache measures)
    {
        if (_compiledBy != measures)
        {
            (_compiledBy, _compiled) = (measures, [.. _measures.Select(measures.Compile)]);
        }
    }

    // Rows whose customer has new signals are computed anew.
    private void Refresh()
    {
        if (_log.CustomerCount != _customers.Length)
        {
            var known = _ids.ToHashSet(StringComparer.Ordinal);
            _ids = [.. _ids, .. _log.CustomerIds.Where(id => !known.Contains(id))];
            _customers = [.. _ids.Select(id => _log.Find(id)!)];
            Array.Resize(ref _versions, _ids.Length);
            Array.ForEach(_columns, c => c.Resize(_ids.Length));
        }

        for (var row = 0; row < _customers.Length; row++)
        {
            var version = _customers[row].Version;
            if (_versions[row] != version)
            {
                _versions[row] = version;
                Array.ForEach(_columns, c => c.Forget(row));
            }
        }
    }
}
