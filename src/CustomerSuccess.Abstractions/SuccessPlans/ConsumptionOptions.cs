using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>From when a consumption gap is a warning, and what is shelf-ware. Immutable.</summary>
public sealed record ConsumptionOptions
{
    private readonly double _warningFrom = 0.80;
    private readonly double _shelfwareBelow = 0.05;
    private readonly TimeSpan _shelfwareAfter = TimeSpan.FromDays(60);
    private readonly double? _largestRelevance;

    /// <summary>The relevant gap from which there is a warning, above 0 up to 1; 0.80 unless stated. The edge belongs to the warning, with a tolerance of 1e-9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0 and up to 1.</exception>
    public double WarningFrom { get => _warningFrom; init => _warningFrom = Share(value, "A warning starts at"); }

    /// <summary>The share of the entitlement below which a capability counts as unused, above 0 up to 1; 0.05 unless stated. The edge itself counts as used, with a tolerance of 1e-9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0 and up to 1.</exception>
    public double ShelfwareBelow { get => _shelfwareBelow; init => _shelfwareBelow = Share(value, "What is unused lies below"); }

    /// <summary>For how long a capability is unused before it is shelf-ware, 0 to 10,000 days; 60 days unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or longer than that.</exception>
    public TimeSpan ShelfwareAfter
    {
        get => _shelfwareAfter;
        init => _shelfwareAfter = value >= TimeSpan.Zero && value <= TimeSpan.FromDays(10_000)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Shelf-ware is what is unused for 0 to 10,000 days.");
    }

    /// <summary>
    /// The largest relevance that a capability can have, above 0: 1 where relevances are shares. Bounds use it for relevances that
    /// are not known. Null, unless stated: an unknown relevance may be any number of 0 or more.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0 and up to 1e12.</exception>
    public double? LargestRelevance
    {
        get => _largestRelevance;
        init => _largestRelevance = value is null or (> 0 and <= CapabilityUse.LargestRelevance)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The largest relevance is a number above 0, at most 1e12, or null.");
    }

    private static double Share(double value, string what) => value > 0 && value <= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, string.Create(CultureInfo.InvariantCulture, $"{what} a share above 0 and up to 1, not {value}. Write 80 % as 0.80."));
}
