namespace CustomerSuccess.Interventions;

/// <summary>At which instants the cycles of a replay are.</summary>
public enum ReplayCycles
{
    /// <summary>
    /// At each instant at which anything is due, and at which anything but a signal became known; a signal that no trigger names is seen with the next
    /// cycle, at the latest at the next point of the grid of health.
    /// </summary>
    AtDueInstants,

    /// <summary>At each point of the grid of health.</summary>
    OnGrid,
}

/// <summary>How history is replayed. Immutable.</summary>
public sealed class ReplayOptions
{
    private readonly IReadOnlyList<string>? _customers;
    private readonly int? _humanTouchesPerDay;
    private readonly TimeSpan _near = TimeSpan.FromDays(7);

    /// <summary>The customers; null for all that the source names. One is a dry run. Of those left out nothing uses budgets up.</summary>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    public IReadOnlyList<string>? Customers
    {
        get => _customers;
        init
        {
            if (value?.Any(string.IsNullOrWhiteSpace) == true)
            {
                throw new ArgumentException("An id of a customer is empty.", nameof(value));
            }

            _customers = value is null ? null : Array.AsReadOnly([.. value.Distinct(StringComparer.Ordinal)]);
        }
    }

    /// <summary>When the cycles are; at each instant at which anything is due unless stated.</summary>
    public ReplayCycles Cycles { get; init; }

    /// <summary>How many touches each customer success manager does on one day (UTC), 0 or more; null for all, as soon as they are due.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int? HumanTouchesPerDay
    {
        get => _humanTouchesPerDay;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0);
            _humanTouchesPerDay = value;
        }
    }

    /// <summary>Within which time touches of two rules at one customer count as close to each other, above 0; 7 days unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public TimeSpan Near
    {
        get => _near;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            _near = value;
        }
    }

    /// <summary>The silences that held then; null for none.</summary>
    public ISilenceSource? Silences { get; init; }
}
