namespace CustomerSuccess.Customers;

/// <summary>
/// A subscription as it stands from an instant on, until a later version of the same id. A subscription before its
/// <see cref="Start"/> or from its <see cref="End"/> on is not running. Immutable.
/// </summary>
public sealed record Subscription : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly DateTimeOffset? _effectiveAt;
    private readonly DateTimeOffset? _renewsAt;
    private readonly DateTimeOffset? _end;
    private readonly IReadOnlyDictionary<string, double> _entitlements = System.Collections.ObjectModel.ReadOnlyDictionary<string, double>.Empty;
    private readonly double? _seats;
    private readonly int? _termMonths;

    /// <summary>Creates a version of a subscription.</summary>
    /// <param name="id">The id, compared ordinally. Not empty.</param>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="product">The product. Not empty.</param>
    /// <param name="start">When it starts to run.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public Subscription(string id, string customerId, string product, DateTimeOffset start)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(product);
        (Id, CustomerId, Product, Start) = (id, customerId, product, start.ToUniversalTime());
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <inheritdoc />
    public string CustomerId { get; }

    /// <summary>The product.</summary>
    public string Product { get; }

    /// <summary>When it starts to run, included, UTC.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>When it ends, excluded, UTC; null where no end is set.</summary>
    /// <exception cref="ArgumentException">It lies before the start.</exception>
    public DateTimeOffset? End { get => _end; init => _end = NotBeforeStart(value, "ends"); }

    /// <summary>When it is next renewed, or not, UTC; null where it has no renewal.</summary>
    /// <exception cref="ArgumentException">It lies before the start.</exception>
    public DateTimeOffset? RenewsAt { get => _renewsAt; init => _renewsAt = NotBeforeStart(value, "renews"); }

    /// <summary>The length of its term in months, 1 or more; null where it has none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int? TermMonths
    {
        get => _termMonths;
        init => _termMonths = value is not < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"The term of subscription '{Id}' is 1 month or more, or null.");
    }

    /// <summary>The seats it gives, 0 or more; null where it has none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not a number.</exception>
    public double? Seats { get => _seats; init => _seats = value is null ? null : Quantity(value.Value, "seats"); }

    /// <summary>What else it entitles to, by capability: quantities of 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A quantity is negative or not a number.</exception>
    public IReadOnlyDictionary<string, double> Entitlements
    {
        get => _entitlements;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _entitlements = value.ToDictionary(e => e.Key, e => Quantity(e.Value, e.Key), StringComparer.Ordinal).AsReadOnly();
        }
    }

    /// <summary>Recurring revenue a year; null where it is not known.</summary>
    public Money? AnnualRevenue { get; init; }

    /// <summary>From when this version holds; the <see cref="Start"/> unless stated. A contract signed today that starts next month holds from today.</summary>
    public DateTimeOffset EffectiveAt { get => _effectiveAt ?? Start; init => _effectiveAt = value.ToUniversalTime(); }

    /// <summary>When this version became known; <see cref="EffectiveAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? EffectiveAt; init => _recordedAt = value.ToUniversalTime(); }

    /// <summary>Whether it runs at an instant: from its start (included) to its end (excluded).</summary>
    public bool IsRunning(DateTimeOffset at) => at >= Start && !(at >= End);

    string IToldApart.Content => ContentText.Of(
        Id, CustomerId, Product, Start.Ticks, End?.Ticks, RenewsAt?.Ticks, TermMonths, Seats, AnnualRevenue, string.Concat(_entitlements.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => ContentText.Of(e.Key, e.Value))));

    /// <summary>Whether all that the version says is the same, instants and entitlements included.</summary>
    public bool Equals(Subscription? other) => other is not null
        && EffectiveAt == other.EffectiveAt && RecordedAt == other.RecordedAt
        && string.Equals(((IToldApart)this).Content, ((IToldApart)other).Content, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, CustomerId, Product, Start, EffectiveAt, RecordedAt);

    /// <inheritdoc />
    public override string ToString() => $"{Id}: {Product} for {CustomerId}";

    private DateTimeOffset? NotBeforeStart(DateTimeOffset? at, string what) => at is null || at >= Start
        ? at?.ToUniversalTime()
        : throw new ArgumentException($"Subscription '{Id}' {what} before it starts. Check the two dates.", nameof(at));

    private double Quantity(double quantity, string of) => double.IsFinite(quantity) && quantity >= 0
        ? quantity
        : throw new ArgumentOutOfRangeException(nameof(quantity), quantity, $"Subscription '{Id}' gives a quantity of {of} that is not a number of 0 or more.");
}
