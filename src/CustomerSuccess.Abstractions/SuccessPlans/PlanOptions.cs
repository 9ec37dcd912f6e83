namespace CustomerSuccess.SuccessPlans;

/// <summary>The thresholds of plans; those of the definitions unless stated. Immutable.</summary>
public sealed record PlanOptions
{
    /// <summary>By how much progress may be below what is expected and still be on track, 0 to 1; 0.10 unless stated. The edge is on track, with a tolerance of 1e-9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not within 0 and 1.</exception>
    public double OnTrackWithin { get; init => field = Share(value); } = 0.10;

    /// <summary>For how many days at least nothing comes before a milestone is stuck, above 0; 14 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public int StuckAfterDays { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Nothing comes for at least a day before something is stuck."); } = 14;

    /// <summary>The share of its duration for which nothing comes before a milestone is stuck, where that is longer, 0 to 1; 0.25 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not within 0 and 1.</exception>
    public double StuckAfterShare { get; init => field = Share(value); } = 0.25;

    /// <summary>Window and cut of the success vector.</summary>
    public SuccessVectorOptions Vector { get; init; } = new();

    private static double Share(double value) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "State a share from 0 to 1.");
}
