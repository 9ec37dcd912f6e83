namespace CustomerSuccess.SuccessPlans;

/// <summary>What became of a promise. The names are stable: they appear in JSON and in metric tags.</summary>
public enum PromiseStanding
{
    /// <summary>What delivers it was done by the day that was promised, or without one.</summary>
    Kept,

    /// <summary>What delivers it was done later than that.</summary>
    KeptLate,

    /// <summary>What delivers it is open, and the day has not passed.</summary>
    Open,

    /// <summary>What delivers it is open, and the day has passed.</summary>
    Overdue,

    /// <summary>Nothing in the plan delivers it: no item was named, or the one that was is not part of the plan.</summary>
    Broken,

    /// <summary>It cannot be told whether what delivers it is done.</summary>
    Unknown,
}

/// <summary>A promise that was made before the sale, against what was delivered. Immutable.</summary>
public sealed class PromiseState
{
    /// <summary>The event that recorded it: who promised what, when.</summary>
    public required PromiseMade Made { get; init; }

    /// <summary>What became of it.</summary>
    public required PromiseStanding Standing { get; init; }

    /// <summary>Why, in words, where it is broken or not known; null otherwise.</summary>
    public required string? Reason { get; init; }

    /// <summary>By which day, since the plan's start, it was promised: that of the promise, otherwise that of the item; null where there is neither.</summary>
    public required int? DueDay { get; init; }

    /// <summary>The day on which it was delivered; null where it was not.</summary>
    public required int? DeliveredDay { get; init; }

    /// <summary>By how many days it is later than promised: delivered, or open as of now; 0 where it is not.</summary>
    public required int DaysLate { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Made.Promise}: {Standing}{(Reason is null ? "" : $", {Reason}")}";
}
