namespace CustomerSuccess.Signals;

/// <summary>Everything in a log about one customer. Safe to use from several threads.</summary>
internal sealed class CustomerSignals(string customerId)
{
    private readonly OriginTable _origins = new();
    private string[] _names = [];
    private SignalBuffer[] _buffers = [];
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

    public SignalSeries View(string name)
    {
        lock (_origins)
        {
            var place = Find(name);
            return place < 0 ? SignalSeries.Empty : _buffers[place].View(_origins.View);
        }
    }

    /// <summary>Every series, all of one moment.</summary>
    public NamedSeries[] Views()
    {
        lock (_origins)
        {
            var people = _origins.View;
            var views = new NamedSeries[_names.Length];
            for (var i = 0; i < views.Length; i++)
            {
                views[i] = new(_names[i], _buffers[i].View(people));
            }

            return views;
        }
    }

    public long Count()
    {
        lock (_origins)
        {
            return _buffers.Sum(b => (long)b.Count);
        }
    }

    public void Trim()
    {
        lock (_origins)
        {
            Array.ForEach(_buffers, b => b.Trim());
        }
    }

    private SignalBuffer Buffer(string name)
    {
        var place = Find(name);
        if (place >= 0)
        {
            return _buffers[place];
        }

        _names = [.. _names, name];
        _buffers = [.. _buffers, new()];
        return _buffers[^1];
    }

    private int Find(string name)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (string.Equals(_names[i], name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A series under its signal's name.</summary>
internal readonly record struct NamedSeries(string Name, SignalSeries Series);
