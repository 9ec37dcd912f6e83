using System.Globalization;

namespace CustomerSuccess.Signals;

/// <summary>
/// A dated observation of a customer: it happened at one instant and became known at another. As of t and as known at k it
/// is visible where <see cref="OccurredAt"/> ≤ t and <see cref="RecordedAt"/> ≤ k. Immutable.
/// </summary>
public sealed record Signal
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly double? _value;
    private readonly string? _actor;
    private readonly string? _product;
    private readonly string? _id;
    private readonly Provenance _provenance;

    /// <summary>Creates a signal.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="name">The name, compared ordinally, for instance <c>login</c>. Not empty.</param>
    /// <param name="occurredAt">When it happened.</param>
    /// <exception cref="ArgumentException">The customer or the name is empty.</exception>
    public Signal(string customerId, string name, DateTimeOffset occurredAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (CustomerId, Name, OccurredAt) = (customerId, name, occurredAt.ToUniversalTime());
    }

    /// <summary>The customer.</summary>
    public string CustomerId { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset OccurredAt { get; }

    /// <summary>When it became known, UTC; <see cref="OccurredAt"/> unless stated. It may lie before it: a meeting known ahead.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? OccurredAt; init => _recordedAt = value == OccurredAt ? null : value.ToUniversalTime(); }

    /// <summary>The value in the signal's unit, finite; null where it has none and only its happening counts.</summary>
    /// <exception cref="ArgumentException">It is NaN or an infinity.</exception>
    public double? Value
    {
        get => _value;
        init => _value = value is null || double.IsFinite(value.Value)
            ? value + 0.0
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The value of the signal '{Name}' of '{CustomerId}' is {value}. Leave it out where there is none."), nameof(value));
    }

    /// <summary>Who did it, for instance a user's id; null where nobody in particular did. Personal where the host's ids are.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Actor { get => _actor; init => _actor = Stated(value, "actor"); }

    /// <summary>The product that it concerns, or null.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Product { get => _product; init => _product = Stated(value, "product"); }

    /// <summary>Who caused it; the customer unless stated.</summary>
    /// <exception cref="ArgumentException">There is no such cause.</exception>
    public Provenance Provenance
    {
        get => _provenance;
        init => _provenance = Enum.IsDefined(value)
            ? value
            : throw new ArgumentException($"The signal '{Name}' of '{CustomerId}' was caused by {value}. Say {string.Join(", ", Enum.GetNames<Provenance>())}.", nameof(value));
    }

    /// <summary>The id under which the host knows it, unique in its source; null where it has none. The same id twice is the same signal.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Id { get => _id; init => _id = Stated(value, "id"); }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CustomerId}: {Name} at {OccurredAt:yyyy-MM-ddTHH:mm:ss.FFFFFFFZ}");

    // Empty ids would all be one id, and an empty actor one person.
    private string? Stated(string? text, string what) => text is null || !string.IsNullOrWhiteSpace(text)
        ? text
        : throw new ArgumentException($"The signal '{Name}' of '{CustomerId}' has an empty {what}. Leave it out where there is none.", what);
}
