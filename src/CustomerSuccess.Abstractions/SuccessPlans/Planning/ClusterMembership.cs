namespace CustomerSuccess.SuccessPlans;

/// <summary>Which cluster a customer belongs to from an instant on, until a later entry: it shares the cluster's plan. Immutable.</summary>
public sealed record ClusterMembership : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;

    /// <summary>Creates an entry.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="cluster">The cluster; null from when it belongs to none.</param>
    /// <param name="effectiveAt">From when.</param>
    /// <exception cref="ArgumentException">A text is empty, or no valid Unicode.</exception>
    public ClusterMembership(string customerId, string? cluster, DateTimeOffset effectiveAt)
    {
        ValidText.Check(customerId);
        if (cluster is not null)
        {
            ValidText.Check(cluster);
        }

        (CustomerId, Cluster, EffectiveAt) = (customerId, cluster, effectiveAt.ToUniversalTime());
    }

    /// <inheritdoc />
    public string CustomerId { get; }

    /// <summary>The cluster, or null for none.</summary>
    public string? Cluster { get; }

    /// <inheritdoc />
    public DateTimeOffset EffectiveAt { get; }

    /// <summary>When it became known; <see cref="EffectiveAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? EffectiveAt; init => _recordedAt = value == EffectiveAt ? null : value.ToUniversalTime(); }

    string IToldApart.Content => ContentText.Of(CustomerId, Cluster);

    /// <inheritdoc />
    public override string ToString() => $"{CustomerId}: {Cluster ?? "no cluster"}";
}
