namespace CustomerSuccess.Signals;

/// <summary>
/// The origins of one customer's signals by number. Entries are only ever added, so that a view of the first n stays what it
/// is. Writers hold the customer's lock.
/// </summary>
internal sealed class OriginTable
{
    private const int Scanned = 16;

    private static readonly (SignalOrigin Origin, int Actor)[] Start = [(default, -1)];

    private (SignalOrigin Origin, int Actor)[] _entries = Start;
    private Dictionary<SignalOrigin, int>? _numbers;
    private Dictionary<string, int>? _actors;

    public int Count { get; private set; } = 1;

    /// <summary>The origin of nobody in particular, caused by the customer, is number 0.</summary>
    public static OriginView Nobody { get; } = new(Start, 1);

    public OriginView View => new(_entries, Count);

    public int NumberOf(in SignalOrigin origin)
    {
        if (origin == default)
        {
            return 0;
        }

        if (_numbers is not null)
        {
            return _numbers.TryGetValue(origin, out var known) ? known : Add(origin);
        }

        for (var i = 1; i < Count; i++)
        {
            if (_entries[i].Origin == origin)
            {
                return i;
            }
        }

        return Add(origin);
    }

    private int Add(in SignalOrigin origin)
    {
        var actor = ActorOf(origin, Count);
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count + Math.Max(2, Count / 4));
        }

        _entries[Count] = (origin, actor);
        if (_numbers is not null)
        {
            _numbers[origin] = Count;
        }
        else if (Count >= Scanned)
        {
            _numbers = [];
            for (var i = 0; i <= Count; i++)
            {
                _numbers[_entries[i].Origin] = i;
            }
        }

        return Count++;
    }

    // The number of the first entry with that actor stands for the actor.
    private int ActorOf(in SignalOrigin origin, int otherwise)
    {
        if (origin.Actor is null)
        {
            return -1;
        }

        if (_numbers is null)
        {
            for (var i = 1; i < Count; i++)
            {
                if (string.Equals(_entries[i].Origin.Actor, origin.Actor, StringComparison.Ordinal))
                {
                    return _entries[i].Actor;
                }
            }

            return otherwise;
        }

        if (_actors is null)
        {
            _actors = new(StringComparer.Ordinal);
            for (var i = 1; i < Count; i++)
            {
                if (_entries[i].Origin.Actor is { } known)
                {
                    _actors.TryAdd(known, _entries[i].Actor);
                }
            }
        }

        _actors.TryAdd(origin.Actor, otherwise);
        return _actors[origin.Actor];
    }
}

/// <summary>The first so many origins of a customer, as they stood at a moment.</summary>
internal readonly struct OriginView((SignalOrigin Origin, int Actor)[] entries, int count)
{
    public int Count => count;

    public ref readonly SignalOrigin this[int number] => ref entries[number].Origin;

    /// <summary>A number that stands for the actor; −1 for nobody.</summary>
    public int ActorOf(int number) => entries[number].Actor;
}
