namespace CustomerSuccess.Signals;

/// <summary>
/// Measures of every customer of a log as columns, as of an instant: what columnar scorecards read. Moving on to a later
/// instant costs what changed: for each number is kept until when it stands if nothing new is recorded. The numbers are those
/// that <see cref="SignalFacts.Read"/> gives. Not safe to use from several threads; the log may be written to meanwhile.
/// </summary>
public sealed class SignalTable
{
    private readonly SignalLog _log;
    private readonly TableColumn[] _columns;
    private readonly TableColumn[] _seasonal;
    private readonly TableSignal[] _signals;
    private readonly (TableWindow Window, TableColumn[] Columns)[] _windows;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private CustomerSignals[] _customers = [];
    private IReadOnlyList<string>? _ids;
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

        _log = log;
        _columns = [.. measures.Select(m => new TableColumn(m.Measure))];
        (SignalMeasure Measure, TableColumn Column)[] all = [.. measures.Select((m, i) => (m.Measure, _columns[i]))];
        _seasonal = [.. all.Where(c => c.Measure.Season is not null).Select(c => c.Column)];
        _signals = [.. all.Select(c => c.Measure.Signal).Distinct(StringComparer.Ordinal).Select(s => new TableSignal(s))];
        _windows = [.. all.Where(c => c.Measure.Season is null).GroupBy(c => (c.Measure.Signal, c.Measure.Window), c => c.Column)
            .Select(g => (g.Key, Columns: g.ToArray()))
            .Select(g => (new TableWindow(_signals.First(s => s.Name == g.Key.Signal), g.Columns), g.Columns))];
        Names = Array.AsReadOnly([.. measures.Select(m => m.Name)]);
    }

    /// <summary>The names of the columns, in the order stated.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The customers, one a row, in ordinal order as of the first move; later ones follow as they came.</summary>
    public IReadOnlyList<string> CustomerIds => _ids ??= Array.AsReadOnly(Array.ConvertAll(_customers, c => c.CustomerId));

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

    /// <summary>A column, as memory that is written again by the next move.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public ReadOnlyMemory<double> Column(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _places.TryGetValue(name, out var place)
            ? _columns[place].Memory
            : throw new ArgumentException($"There is no column '{name}'. {Suggestion.For(name, Names)}", nameof(name));
    }

    /// <summary>Moves the columns to an instant, as known at that instant. Forward, only what changed is computed.</summary>
    /// <param name="asOf">The instant.</param>
    /// <param name="cancellationToken">Cancels between customers; the next move then begins anew.</param>
    public void MoveTo(DateTimeOffset asOf, CancellationToken cancellationToken = default)
    {
        var (to, onward) = (asOf.UtcTicks, AsOf is { } before && before <= asOf);
        AsOf = null;
        var version = _log.Version;
        if (_logVersion != version)
        {
            Refresh();
        }

        var measures = _log.Measures;
        Computed = 0;
        foreach (var (window, columns) in _windows)
        {
            var stands = onward;
            foreach (var column in columns)
            {
                stands &= !column.Compile(measures);
            }

            if (!stands)
            {
                window.Forget();
            }

            Computed += window.MoveTo(to, _customers, cancellationToken);
        }

        foreach (var column in _seasonal)
        {
            column.Compile(measures);
            Computed += column.ComputeSeason(to, _customers, cancellationToken);
        }

        (_logVersion, AsOf) = (version, asOf.ToUniversalTime());
    }

    // Rows whose customer has new signals are computed anew.
    private void Refresh()
    {
        if (_log.CustomerCount != _customers.Length)
        {
            var known = _customers.ToHashSet();
            _customers = known.Count == 0 ? _log.Customers : [.. _customers, .. _log.Customers.Where(c => !known.Contains(c))];
            _ids = null;
            Array.Resize(ref _versions, _customers.Length);
            Array.ForEach(_signals, s => s.Resize(_customers.Length));
            Array.ForEach(_windows, w => w.Window.Resize(_customers.Length));
            Array.ForEach(_seasonal, c => c.Resize(_customers.Length));
        }

        for (var row = 0; row < _customers.Length; row++)
        {
            var version = _customers[row].Version;
            if (_versions[row] != version)
            {
                _versions[row] = version;
                Forget(row);
            }
        }
    }

    private void Forget(int row)
    {
        foreach (var signal in _signals)
        {
            signal.Forget(row);
        }

        foreach (var (window, _) in _windows)
        {
            window.Forget(row);
        }
    }
}
