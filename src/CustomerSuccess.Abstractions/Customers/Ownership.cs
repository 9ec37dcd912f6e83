namespace CustomerSuccess.Customers;

/// <summary>Who at the vendor owns a customer from an instant on, until a later entry of the same role. Immutable.</summary>
public sealed record Ownership : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly string _role = "csm";

    /// <summary>Creates an entry: a first owner, a hand-over, or the end of one.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="ownerId">The person or team; null from when nobody owns the customer.</param>
    /// <param name="effectiveAt">From when.</param>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    public Ownership(string customerId, string? ownerId, DateTimeOffset effectiveAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        if (ownerId is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(ownerId);
        }

        (CustomerId, OwnerId, EffectiveAt) = (customerId, ownerId, effectiveAt.ToUniversalTime());
    }

    /// <inheritdoc />
    public string CustomerId { get; }

    /// <summary>The person or team, or null for nobody.</summary>
    public string? OwnerId { get; }

    /// <summary>The role, compared ordinally; <c>csm</c> unless stated. Each role has its own history.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string Role
    {
        get => _role;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            _role = value;
        }
    }

    /// <inheritdoc />
    public DateTimeOffset EffectiveAt { get; }

    /// <summary>When it became known; <see cref="EffectiveAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? EffectiveAt; init => _recordedAt = value == EffectiveAt ? null : value.ToUniversalTime(); }

    /// <summary>What was said at the hand-over, or null.</summary>
    public string? HandOver { get; init; }

    string IToldApart.Content => ContentText.Of(CustomerId, Role, OwnerId, HandOver);

    /// <inheritdoc />
    public override string ToString() => $"{CustomerId}: {Role} {OwnerId ?? "nobody"}";
}
