namespace CustomerSuccess.Customers;

/// <summary>
/// A trait of a customer from an instant on, until a later one of the same name. A trait that was never supplied is unknown;
/// one supplied as null is a value. Immutable.
/// </summary>
public sealed record Trait : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;

    /// <summary>Creates a trait.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="name">The name, compared ordinally. Not empty.</param>
    /// <param name="value">The value; a known null is <see cref="TraitValue.Null"/>.</param>
    /// <param name="effectiveAt">From when it holds.</param>
    /// <exception cref="ArgumentException">The customer or the name is empty.</exception>
    public Trait(string customerId, string name, TraitValue value, DateTimeOffset effectiveAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        (CustomerId, Name, Value, EffectiveAt) = (customerId, name, value, effectiveAt.ToUniversalTime());
    }

    /// <inheritdoc />
    public string CustomerId { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The value.</summary>
    public TraitValue Value { get; }

    /// <inheritdoc />
    public DateTimeOffset EffectiveAt { get; }

    /// <summary>When it became known; <see cref="EffectiveAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? EffectiveAt; init => _recordedAt = value == EffectiveAt ? null : value.ToUniversalTime(); }

    string IToldApart.Content => ContentText.Of(CustomerId, Name, Value.Kind, Value);

    /// <inheritdoc />
    public override string ToString() => $"{CustomerId} {Name} = {Value}";
}
