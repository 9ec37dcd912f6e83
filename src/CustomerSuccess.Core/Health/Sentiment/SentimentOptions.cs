using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>How the ratings of people at the vendor are read. Immutable.</summary>
public sealed class SentimentOptions
{
    private readonly SentimentScale _scale = new(1, 5);
    private readonly TimeSpan? _staleAfter;
    private readonly TimeSpan? _expiresAfter = TimeSpan.FromDays(90);
    private readonly string _ownerRole = "csm";
    private readonly IReadOnlyList<RaterReference> _references = [];

    /// <summary>The scale of the ratings; 1 to 5 unless stated.</summary>
    public SentimentScale Scale { get => _scale; init => _scale = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>A rating older than this is stale: it still counts, and should be asked for again. Null, unless stated: none is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public TimeSpan? StaleAfter { get => _staleAfter; init => _staleAfter = AboveZero(value); }

    /// <summary>A rating older than this is not known; 90 days unless stated, null for never.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public TimeSpan? ExpiresAfter { get => _expiresAfter; init => _expiresAfter = AboveZero(value); }

    /// <summary>Whether a rating no longer counts once the customer was handed over to another owner; true unless stated.</summary>
    public bool RestartsOnHandOver { get; init; } = true;

    /// <summary>The role whose hand-over counts; <c>csm</c> unless stated.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string OwnerRole
    {
        get => _ownerRole;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            _ownerRole = value;
        }
    }

    /// <summary>References to calibrate with; none unless stated. Of several the latest counts that is not later than the facts: what came after is not known then.</summary>
    /// <exception cref="ArgumentException">Two are of one instant.</exception>
    public IReadOnlyList<RaterReference> References
    {
        get => _references;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            RaterReference[] order = [.. value.OrderBy(r => r.AsOf)];
            if (order.Zip(order.Skip(1)).FirstOrDefault(p => p.First.AsOf == p.Second.AsOf) is { First: { } twice })
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Two references are as of {NumberText.Instant(twice.AsOf)}. State one for each instant."), nameof(value));
            }

            _references = Array.AsReadOnly(order);
        }
    }

    private static TimeSpan? AboveZero(TimeSpan? value) => value is null || (value > TimeSpan.Zero && value <= TimeSpan.FromDays(100_000))
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "An age is a time above 0, at most 100,000 days, or null for never.");
}
