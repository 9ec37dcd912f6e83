using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>What a forecast rests on.</summary>
public enum ForecastBasis
{
    /// <summary>Nothing: it is reached.</summary>
    Reached,

    /// <summary>The planned durations of what is open: too little is done to tell another pace.</summary>
    PlannedDurations,

    /// <summary>How long this plan's finished items took against what was planned.</summary>
    OwnPace,

    /// <summary>How long the same items took other customers.</summary>
    Cohort,

    /// <summary>How fast the objective's measure has come so far.</summary>
    Measure,
}

/// <summary>When a milestone will be reached, with a range, in days since the plan's start. Immutable.</summary>
public sealed class PlanForecast
{
    /// <summary>The milestone.</summary>
    public required string Milestone { get; init; }

    /// <summary>When it is expected; null where at this pace it never comes.</summary>
    public required int? Day { get; init; }

    /// <summary>The early end of the range; null where at this pace it never comes.</summary>
    public required int? EarliestDay { get; init; }

    /// <summary>The late end of the range; null where none can be told: at the slowest pace it never comes, or too little is known of pace.</summary>
    public required int? LatestDay { get; init; }

    /// <summary>When it is expected, as a date in the plan's zone; null where it never comes.</summary>
    public required DateOnly? On { get; init; }

    /// <summary>What it rests on.</summary>
    public required ForecastBasis Basis { get; init; }

    /// <summary>How many finished items, or of a cohort customers, the pace was taken from.</summary>
    public required int Observations { get; init; }

    /// <inheritdoc />
    public override string ToString() => Basis == ForecastBasis.Reached
        ? string.Create(CultureInfo.InvariantCulture, $"{Milestone}: reached on day {Day}")
        : string.Create(CultureInfo.InvariantCulture, $"{Milestone}: day {Text(Day)}, between {Text(EarliestDay)} and {Text(LatestDay)} ({Words})");

    private string Words => Basis switch
    {
        ForecastBasis.OwnPace => string.Create(CultureInfo.InvariantCulture, $"by the pace of {Observations} finished items"),
        ForecastBasis.Cohort => string.Create(CultureInfo.InvariantCulture, $"by {Observations} other plans"),
        ForecastBasis.Measure => "by how fast its measure has come",
        _ => "by planned durations",
    };

    private static string Text(int? day) => day?.ToString(CultureInfo.InvariantCulture) ?? "?";
}
