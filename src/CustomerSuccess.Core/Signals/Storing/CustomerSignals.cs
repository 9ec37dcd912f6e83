namespace CustomerSuccess.Signals;

/// <summary>Everything in a log about one customer. Safe to use from several threads.</summary>
/// <param name="customerId">The customer.</param>
/// <param name="names">The names of signals, whose texts all customers share.</param>
/// <param name="products">The products, likewise.</param>
internal sealed class CustomerSignals(string customerId, SharedTexts names, SharedTexts products)
{
    private readonly OriginTable _origins = new(products);
    private (string Name, SignalBuffer Buffer)[] _series = [];
    private int _version;

    public string CustomerId => customerId;

    /// <summary>Rises with every signal.</summary>
    public int Version => Volatile.Read(ref _version);

    public void Add(Signal signal)
    {
        lock (_origins)
        {
            var origin = _origins.NumberOf(new(signal.Actor, signal.Product, signal.Provenance));
            Buffer(signal.Name).Add(new(signal.OccurredAt.Ticks, signal.RecordedAt.Ticks, signal.Value ?? double.NaN, origin));
            Volatile.Write(ref _version, _version + 1);
        }
    }

    /// <summary>Asks memory for what a view begins with.</summary>
    public void FetchSeries()
    {
        Fetch.Object(_origins);
        Fetch.Object(_series);
    }

    /// <summary>Asks memory for what a view of a series reads, once <see cref="FetchSeries"/> has come.</summary>
    public void FetchBuffer(string name) => Fetch.Object(Find(name));

    public SignalSeries View(string name)
    {
        lock (_origins)
        {
            return Find(name) is { } buffer ? buffer.View(_origins.View) : SignalSeries.Empty;
        }
    }

    /// <summary>Every series, all of one moment.</summary>
    public NamedSeries[] Views()
    {
        lock (_origins)
        {
            var people = _origins.View;
            var views = new NamedSeries[_series.Length];
            for (var i = 0; i < views.Length; i++)
            {
                views[i] = new(_series[i].Name, _series[i].Buffer.View(people));
            }

            return views;
        }
    }

    public long Count()
    {
        lock (_origins)
        {
            return _series.Sum(s => (long)s.Buffer.Count);
        }
    }

    public void Trim()
    {
        lock (_origins)
        {
            Array.ForEach(_series, s => s.Buffer.Trim());
        }
    }

    private SignalBuffer Buffer(string name)
    {
        if (Find(name) is { } known)
        {
            return known;
        }

        var buffer = new SignalBuffer();
        _series = [.. _series, (names.Shared(name), buffer)];
        return buffer;
    }

    private SignalBuffer? Find(string name)
    {
        foreach (var (known, buffer) in _series)
        {
            if (string.Equals(known, name, StringComparison.Ordinal))
            {
                return buffer;
            }
        }

        return null;
    }
}

/// <summary>A series under its signal's name.</summary>
internal readonly record struct NamedSeries(string Name, SignalSeries Series);
