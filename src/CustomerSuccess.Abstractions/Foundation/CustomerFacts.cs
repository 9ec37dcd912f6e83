using System.Diagnostics.CodeAnalysis;

namespace CustomerSuccess;

/// <summary>
/// What is known of one customer as of an instant, in typed parts: each feature adds its own, in the order of the features
/// (customers, signals, what was recorded before, segments). Immutable and safe to share between threads; the same facts
/// always read the same.
/// </summary>
public sealed class CustomerFacts
{
    private readonly FactsPart[] _parts;

    /// <summary>Facts without parts.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="asOf">The instant as of which they hold.</param>
    /// <param name="knownAt">The instant at which they are known; <paramref name="asOf"/> unless stated. What was recorded later is invisible.</param>
    /// <exception cref="ArgumentException">The customer's id is empty.</exception>
    public CustomerFacts(string customerId, DateTimeOffset asOf, DateTimeOffset? knownAt = null)
        : this(customerId, asOf.ToUniversalTime(), (knownAt ?? asOf).ToUniversalTime(), [])
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
    }

    private CustomerFacts(string customerId, DateTimeOffset asOf, DateTimeOffset knownAt, FactsPart[] parts) =>
        (CustomerId, AsOf, KnownAt, _parts) = (customerId, asOf, knownAt, parts);

    /// <summary>The customer.</summary>
    public string CustomerId { get; }

    /// <summary>The instant as of which the facts hold, UTC.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>The instant at which the facts are known, UTC.</summary>
    public DateTimeOffset KnownAt { get; }

    /// <summary>The names of the parts that are there, in their order.</summary>
    public IReadOnlyList<string> Parts => [.. _parts.Select(p => p.Name)];

    /// <summary>The facts with a part added. These facts stay as they are.</summary>
    /// <exception cref="ArgumentException">There is a part of that type, or of that name, already: parts are frozen once.</exception>
    public CustomerFacts With(FactsPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (Array.Exists(_parts, p => p.GetType() == part.GetType() || string.Equals(p.Name, part.Name, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"The facts of '{CustomerId}' have their {part.Name} already. A part is frozen once; begin with new facts.", nameof(part));
        }

        return new(CustomerId, AsOf, KnownAt, [.. _parts, part]);
    }

    /// <summary>
    /// The facts at a later instant if nothing new is recorded until then: what was recorded stays what it is, windows and dates
    /// move on, and sources are known that much further. Null where a part cannot tell.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before that of the facts.</exception>
    public CustomerFacts? MovedTo(DateTimeOffset later)
    {
        var by = later - AsOf;
        if (by < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(later), later, $"The facts hold as of {AsOf:O}. Only a later instant follows from them.");
        }

        var knownAt = DateTimeOffset.MaxValue - KnownAt > by ? KnownAt + by : DateTimeOffset.MaxValue;
        var moved = new CustomerFacts(CustomerId, later.ToUniversalTime(), knownAt.ToUniversalTime(), []);
        foreach (var part in _parts)
        {
            if (part.MovedTo(moved) is not { } next)
            {
                return null;
            }

            moved = new(CustomerId, moved.AsOf, moved.KnownAt, [.. moved._parts, next]);
        }

        return moved;
    }

    /// <summary>
    /// The facts as they stood at an earlier instant, as known at the same instant as these: the account and its signals. Parts
    /// that cannot tell, for instance what was recorded of health, are left out.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies after that of the facts.</exception>
    public CustomerFacts RewoundTo(DateTimeOffset earlier)
    {
        if (earlier > AsOf)
        {
            throw new ArgumentOutOfRangeException(nameof(earlier), earlier, $"The facts hold as of {AsOf:O}. Only an earlier instant can be gone back to; MovedTo goes forward.");
        }

        var rewound = new CustomerFacts(CustomerId, earlier.ToUniversalTime(), KnownAt, []);
        foreach (var part in _parts)
        {
            rewound = part.RewoundTo(rewound) is { } before ? rewound.With(before) : rewound;
        }

        return rewound;
    }

    /// <summary>A part, or null where no source gives it.</summary>
    public TPart? Find<TPart>()
        where TPart : FactsPart
    {
        foreach (var part in _parts)
        {
            if (part is TPart found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A part, where it is there.</summary>
    public bool TryGet<TPart>([NotNullWhen(true)] out TPart? part)
        where TPart : FactsPart
    {
        part = Find<TPart>();
        return part is not null;
    }

    /// <summary><c>acme as of 2026-03-01T00:00:00Z</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{CustomerId} as of {AsOf:yyyy-MM-ddTHH:mm:ssZ}");
}
