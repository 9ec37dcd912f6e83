namespace CustomerSuccess.Customers;

/// <summary>
/// A client account of the host's business as it stands from an instant on, until a later version. A customer that was
/// deleted keeps its versions and gets one with <see cref="IsActive"/> false: those who left belong to every proof. Immutable.
/// </summary>
public sealed record Customer : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly string? _parentId;

    /// <summary>Creates a version of a customer.</summary>
    /// <param name="id">The id, compared ordinally. Not empty.</param>
    /// <param name="effectiveAt">From when this version holds; of the first one, since when there is such a customer.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public Customer(string id, DateTimeOffset effectiveAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        (Id, Name, EffectiveAt) = (id, id, effectiveAt.ToUniversalTime());
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    string IDated.CustomerId => Id;

    /// <summary>The name; the id unless stated.</summary>
    public string Name { get; init; }

    /// <summary>The account above this one, or null.</summary>
    /// <exception cref="ArgumentException">It is empty, or the customer itself.</exception>
    public string? ParentId
    {
        get => _parentId;
        init => _parentId = value == Id || (value is not null && string.IsNullOrWhiteSpace(value))
            ? throw new ArgumentException($"Customer '{Id}' {(value == Id ? "is its own parent" : "has a parent with an empty id")}. Leave the parent out.", nameof(value))
            : value;
    }

    /// <summary>The lifecycle stage in the host's words, for instance <c>onboarding</c>; null where it is not known.</summary>
    public string? LifecycleStage { get; init; }

    /// <summary>False from when the customer is gone; true unless stated.</summary>
    public bool IsActive { get; init; } = true;

    /// <inheritdoc />
    public DateTimeOffset EffectiveAt { get; }

    /// <summary>When this version became known; <see cref="EffectiveAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? EffectiveAt; init => _recordedAt = value == EffectiveAt ? null : value.ToUniversalTime(); }

    string IToldApart.Content => ContentText.Of(Id, Name, ParentId, LifecycleStage, IsActive);

    /// <inheritdoc />
    public override string ToString() => Name == Id ? Id : $"{Name} ({Id})";
}
