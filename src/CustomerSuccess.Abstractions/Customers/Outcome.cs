namespace CustomerSuccess.Customers;

/// <summary>What became of a subscription, or of a customer.</summary>
public enum OutcomeKind
{
    /// <summary>The customer gave notice.</summary>
    NoticeGiven,

    /// <summary>The subscription was not renewed.</summary>
    NonRenewal,

    /// <summary>It was renewed: what a loss is compared with.</summary>
    Renewal,

    /// <summary>It was reduced, by an amount.</summary>
    Downgrade,

    /// <summary>It was lost against the customer's will: a failed payment, an insolvency. Censored in proofs unless asked.</summary>
    InvoluntaryLoss,

    /// <summary>A customer that was lost came back.</summary>
    Return,
}

/// <summary>
/// A dated outcome of a subscription: decided at one instant, effective at another, known at a third. Measurement and proof
/// read only these. Visible where <see cref="DecidedAt"/> ≤ as of and <see cref="RecordedAt"/> ≤ known at. Immutable.
/// </summary>
public sealed record Outcome : IDated, IToldApart
{
    private readonly DateTimeOffset? _takesEffectAt;
    private readonly DateTimeOffset? _recordedAt;

    /// <summary>Creates an outcome.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="decidedAt">When it was decided: what a score must have seen coming.</param>
    /// <exception cref="ArgumentException">The customer's id is empty, or there is no such kind.</exception>
    public Outcome(string customerId, OutcomeKind kind, DateTimeOffset decidedAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentException($"There is no outcome {kind}. Say {string.Join(", ", Enum.GetNames<OutcomeKind>())}.", nameof(kind));
        }

        (CustomerId, Kind, DecidedAt) = (customerId, kind, decidedAt.ToUniversalTime());
    }

    /// <inheritdoc />
    public string CustomerId { get; }

    /// <summary>What happened.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTimeOffset DecidedAt { get; }

    DateTimeOffset IDated.EffectiveAt => DecidedAt;

    /// <summary>When it takes effect, UTC; <see cref="DecidedAt"/> unless stated. It may lie before the decision only where the host says so.</summary>
    public DateTimeOffset TakesEffectAt { get => _takesEffectAt ?? DecidedAt; init => _takesEffectAt = value == DecidedAt ? null : value.ToUniversalTime(); }

    /// <summary>When it became known; <see cref="DecidedAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? DecidedAt; init => _recordedAt = value == DecidedAt ? null : value.ToUniversalTime(); }

    /// <summary>The subscription, or null where it concerns the customer as a whole.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>The recurring revenue a year that is lost or won by it; needed of a downgrade to be counted in money, null where it is not known.</summary>
    public Money? Amount { get; init; }

    /// <summary>The reason in the host's words, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it ends a subscription: a non-renewal or an involuntary loss.</summary>
    public bool IsLoss => Kind is OutcomeKind.NonRenewal or OutcomeKind.InvoluntaryLoss;

    string IToldApart.Content => ContentText.Of(CustomerId, Kind, SubscriptionId, TakesEffectAt.Ticks, Amount, Reason);

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{CustomerId}: {Kind} decided {DecidedAt:yyyy-MM-dd}");
}
