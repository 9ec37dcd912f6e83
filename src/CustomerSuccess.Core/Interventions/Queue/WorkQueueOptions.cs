namespace CustomerSuccess.Interventions;

/// <summary>The thresholds of a queue. Immutable.</summary>
public sealed record WorkQueueOptions
{
    private readonly double _prior = 0.1;
    private readonly int _minimumCases = 20;
    private readonly double _urgencyDays = 30;
    private readonly double _noDeadlineDays = 90;
    private readonly string? _currency;

    /// <summary>The success rate of a rule with too few closed cases in a segment, above 0 to 1; 0.1 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public double Prior { get => _prior; init => _prior = value is > 0 and <= 1 ? value : throw Wrong(nameof(Prior), value, "A success rate is above 0 and at most 1."); }

    /// <summary>From how many closed cases on their rate counts, 1 or more; 20 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int MinimumCases { get => _minimumCases; init => _minimumCases = value >= 1 ? value : throw Wrong(nameof(MinimumCases), value, "A rate needs 1 case or more."); }

    /// <summary>At how many days to the deadline urgency is a half, above 0; 30 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public double UrgencyDays { get => _urgencyDays; init => _urgencyDays = value is > 0 and < double.PositiveInfinity ? value : throw Wrong(nameof(UrgencyDays), value, "A number of days above 0."); }

    /// <summary>What no deadline counts as, in days, 0 or more; 90 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public double NoDeadlineDays { get => _noDeadlineDays; init => _noDeadlineDays = value is >= 0 and < double.PositiveInfinity ? value : throw Wrong(nameof(NoDeadlineDays), value, "A number of days, 0 or more."); }

    /// <summary>The currency in which revenue counts, three upper-case letters; null for the most frequent of the items, of equals the first by name. Revenue in another is not known.</summary>
    /// <exception cref="ArgumentException">It is not three upper-case letters.</exception>
    public string? Currency { get => _currency; init => _currency = value is null ? null : new Money(0, value).Currency; }

    private static ArgumentOutOfRangeException Wrong(string name, object value, string cure) => new(name, value, cure);
}
