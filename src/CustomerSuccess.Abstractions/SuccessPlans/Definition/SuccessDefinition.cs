namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// What success is for one customer, as each of its stakeholders sees it, from an instant on: a later version replaces it. It names no person
/// but by the id of a contact. Immutable.
/// </summary>
public sealed record SuccessDefinition : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly IReadOnlyList<Stakeholder> _stakeholders = [];

    /// <summary>Creates a version.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="effectiveAt">From when it holds.</param>
    /// <exception cref="ArgumentException">The id is empty, or no valid Unicode.</exception>
    public SuccessDefinition(string customerId, DateTimeOffset effectiveAt)
    {
        ValidText.Check(customerId);
        (CustomerId, EffectiveAt) = (customerId, effectiveAt.ToUniversalTime());
    }

    /// <inheritdoc />
    public string CustomerId { get; }

    /// <inheritdoc />
    public DateTimeOffset EffectiveAt { get; }

    /// <summary>When it became known; <see cref="EffectiveAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? EffectiveAt; init => _recordedAt = value == EffectiveAt ? null : value.ToUniversalTime(); }

    /// <summary>The stakeholders, each once by its id.</summary>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public required IReadOnlyList<Stakeholder> Stakeholders
    {
        get => _stakeholders;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.GroupBy(s => s.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                throw new ArgumentException($"The stakeholder '{twice.Key}' stands twice. State each once.", nameof(value));
            }

            _stakeholders = Array.AsReadOnly([.. value]);
        }
    }

    string IToldApart.Content => ContentText.Of([CustomerId, .. Stakeholders.Select(s => s.Content)]);

    /// <summary>Equal where every part is.</summary>
    public bool Equals(SuccessDefinition? other) => other is not null && EffectiveAt == other.EffectiveAt && RecordedAt == other.RecordedAt && ((IToldApart)this).Content == ((IToldApart)other).Content;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(CustomerId, EffectiveAt, RecordedAt);

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{CustomerId}: success for {Stakeholders.Count} stakeholders");
}
