namespace CustomerSuccess.SuccessPlans;

/// <summary>How a milestone comes along. The first that is true, in the order: reached, not started, unknown, on track, stuck, behind. The names are stable: they appear in JSON and in metric tags.</summary>
public enum Pace
{
    /// <summary>Its time has not begun.</summary>
    NotStarted,

    /// <summary>It is not due yet, and its progress is at most 0.10 below what is expected.</summary>
    OnTrack,

    /// <summary>Less has come than was expected, or its day has passed.</summary>
    Behind,

    /// <summary>Behind, and nothing has come for 14 days, or a quarter of its duration if that is longer.</summary>
    Stuck,

    /// <summary>It is reached.</summary>
    Reached,

    /// <summary>It cannot be told how far it has come.</summary>
    Unknown,
}

/// <summary>How sure an outcome is.</summary>
public enum Verification
{
    /// <summary>Nothing was said of it.</summary>
    None,

    /// <summary>Someone at the vendor says so; or its only evidence is use of the product by a customer who could not do otherwise.</summary>
    Claimed,

    /// <summary>There is evidence of it.</summary>
    Evidenced,

    /// <summary>A contact of the customer, by name, agrees.</summary>
    Acknowledged,
}

/// <summary>How an accountability stands.</summary>
public enum AccountabilityStanding
{
    /// <summary>Open, and its day has not come.</summary>
    NotYetDue,

    /// <summary>Open on its day or after it, and not failed: what it had to wait for came late.</summary>
    Due,

    /// <summary>Done by its day, or within its planned duration from when it could be begun.</summary>
    Kept,

    /// <summary>Done, later than that.</summary>
    KeptLate,

    /// <summary>Open, later than that.</summary>
    Failed,

    /// <summary>Excused: whatever became of it is charged to nobody.</summary>
    Excused,
}
