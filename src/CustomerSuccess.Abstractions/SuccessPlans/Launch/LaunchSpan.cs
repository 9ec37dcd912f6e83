namespace CustomerSuccess.SuccessPlans;

/// <summary>Whether the end of a time span of the launch has come. The names are stable: they appear in JSON and in metric tags.</summary>
public enum LaunchSpanStanding
{
    /// <summary>It has come.</summary>
    Reached,

    /// <summary>It has not come yet.</summary>
    Open,

    /// <summary>It cannot be told.</summary>
    Unknown,

    /// <summary>No milestone of the plan is marked as its end.</summary>
    NotMarked,

    /// <summary>The plan has not begun.</summary>
    NotBegun,
}

/// <summary>A time span from the plan's start to the first of the milestones that end it. Immutable.</summary>
public sealed class LaunchSpan
{
    /// <summary>Whether its end has come.</summary>
    public required LaunchSpanStanding Standing { get; init; }

    /// <summary>The days from the start to its end, or until now where it is open; 0 or more, null where there is no end to wait for or it cannot be told.</summary>
    public required int? Days { get; init; }

    /// <summary>The milestone that ended it, or that is the first due of those that may; null where none is marked.</summary>
    public required string? Milestone { get; init; }

    /// <summary>The date of its end, in the plan's zone; null where it has not come.</summary>
    public required DateOnly? On { get; init; }

    /// <inheritdoc />
    public override string ToString() => Standing switch
    {
        LaunchSpanStanding.Reached => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Days} days, by '{Milestone}'"),
        LaunchSpanStanding.Open => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"open after {Days} days"),
        LaunchSpanStanding.Unknown => "not known",
        LaunchSpanStanding.NotMarked => "no milestone is marked",
        _ => "not begun",
    };
}

/// <summary>How the early-value clock stands. The names are stable: they appear in JSON and in metric tags.</summary>
public enum EarlyValueStanding
{
    /// <summary>The first value was there by the deadline, evidenced.</summary>
    Reached,

    /// <summary>The first value is there, evidenced, and came after the deadline.</summary>
    ReachedLate,

    /// <summary>It is not there, and the deadline has not passed.</summary>
    Running,

    /// <summary>It is not there, and the deadline has passed.</summary>
    Missed,

    /// <summary>It cannot be told whether it is there.</summary>
    Unknown,

    /// <summary>No milestone of the plan is marked as the customer's first value.</summary>
    NotMarked,

    /// <summary>The plan has not begun.</summary>
    NotBegun,
}

/// <summary>The early-value clock: first value within six calendar months of the start, unless stated, in the plan's zone. Immutable.</summary>
public sealed class EarlyValueClock
{
    /// <summary>How it stands.</summary>
    public required EarlyValueStanding Standing { get; init; }

    /// <summary>The last date that is in time: the same day of the sixth month after the start, or that month's last.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>The time from the start to the first value, or until now.</summary>
    public required LaunchSpan ToFirstValue { get; init; }

    /// <summary>The days used, to the first value or until now; null where no value is waited for.</summary>
    public int? DaysUsed => ToFirstValue.Days;

    /// <summary>The days left to the deadline, 0 on it; null unless the clock runs or it is not known whether it does.</summary>
    public required int? DaysLeft { get; init; }

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Standing}, deadline {Deadline:yyyy-MM-dd}: {ToFirstValue}{(DaysLeft is { } left ? $", {left} left" : "")}");
}
