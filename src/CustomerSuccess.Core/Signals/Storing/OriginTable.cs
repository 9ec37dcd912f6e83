namespace CustomerSuccess.Signals;

/// <summary>
/// The origins of one customer's signals by number, and their actors. Entries are only ever added, so that a view of the
/// first n stays what it is. Writers hold the customer's lock.
/// </summary>
/// <param name="products">The products, whose texts many customers share.</param>
internal sealed class OriginTable(SharedTexts products)
{
    /// <summary>Up to so many a look through them is as fast as a dictionary, and takes no memory.</summary>
    private const int Scanned = 64;

    private static readonly PackedOrigin[] Start = [default];

    private PackedOrigin[] _origins = Start;
    private ActorEntry[] _actors = [];
    private int _actorCount;
    private Dictionary<PackedOrigin, int>? _numbers;
    private Dictionary<string, int>? _actorNumbers;

    /// <summary>The origin of nobody in particular, caused by the customer, is number 0.</summary>
    public static OriginView Nobody { get; } = new(Start, 1, [], 0, new());

    public int Count { get; private set; } = 1;

    public OriginView View => new(_origins, Count, _actors, _actorCount, products);

    public int NumberOf(in SignalOrigin origin)
    {
        var actor = origin.Actor is { } text ? ActorNumberOf(text) : PackedOrigin.None;
        var packed = new PackedOrigin(actor, origin.Product is { } product ? products.NumberOf(product) : PackedOrigin.None, origin.Provenance);
        if (_numbers is not null)
        {
            return _numbers.TryGetValue(packed, out var known) ? known : Add(packed);
        }

        var place = PackedOrigin.Find(_origins.AsSpan(0, Count), packed);
        return place >= 0 ? place : Add(packed);
    }

    private int Add(PackedOrigin origin)
    {
        if (Count == _origins.Length)
        {
            Array.Resize(ref _origins, Count + Math.Max(3, Count / 4));
        }

        _origins[Count] = origin;
        if (_numbers is not null)
        {
            _numbers[origin] = Count;
        }
        else if (Count >= Scanned)
        {
            _numbers = Enumerable.Range(0, Count + 1).ToDictionary(i => _origins[i]);
        }

        return Count++;
    }

    private int ActorNumberOf(string actor)
    {
        var known = _actorNumbers is null
            ? ActorEntry.Find(_actors.AsSpan(0, _actorCount), actor, ActorEntry.HashOf(actor))
            : _actorNumbers.TryGetValue(actor, out var number) ? number : PackedOrigin.None;
        return known != PackedOrigin.None ? known : AddActor(actor);
    }

    private int AddActor(string actor)
    {
        if (_actorCount == _actors.Length)
        {
            Array.Resize(ref _actors, _actorCount + Math.Max(2, _actorCount / 4));
        }

        _actors[_actorCount] = new(actor);
        if (_actorNumbers is not null)
        {
            _actorNumbers[actor] = _actorCount;
        }
        else if (_actorCount >= Scanned)
        {
            _actorNumbers = Enumerable.Range(0, _actorCount + 1).ToDictionary(i => _actors[i].Text, StringComparer.Ordinal);
        }

        return _actorCount++;
    }
}

/// <summary>An actor with the hash of its text, so that looking for one hardly ever looks at the text of another.</summary>
internal readonly struct ActorEntry(string text)
{
    private readonly int _hash = HashOf(text);

    public string Text => text;

    public static int HashOf(string text) => string.GetHashCode(text);

    /// <summary>The place of an actor; −1 where it is not there.</summary>
    /// <param name="actors">The actors.</param>
    /// <param name="text">The one looked for.</param>
    /// <param name="hash">The hash of its text.</param>
    public static int Find(ReadOnlySpan<ActorEntry> actors, string text, int hash)
    {
        for (var i = 0; i < actors.Length; i++)
        {
            if (actors[i]._hash == hash && string.Equals(actors[i].Text, text, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return PackedOrigin.None;
    }
}
