namespace CustomerSuccess.SuccessPlans;

/// <summary>What of a plan differs between two of its versions. The names are stable: they appear in JSON.</summary>
public enum PlanDifferenceKind
{
    /// <summary>Only the later one has it.</summary>
    Added,

    /// <summary>Only the earlier one has it.</summary>
    Removed,

    /// <summary>It is due on another day of the plan.</summary>
    DueMoved,

    /// <summary>The plan begins on another date: every date moves with it.</summary>
    StartMoved,

    /// <summary>Days are counted in another time zone.</summary>
    Zone,

    /// <summary>It weighs otherwise.</summary>
    Weight,

    /// <summary>The customer stands elsewhere at the start.</summary>
    Baseline,

    /// <summary>The customer wants to be elsewhere.</summary>
    Target,

    /// <summary>Somebody else does it.</summary>
    Owner,

    /// <summary>The other party owes it.</summary>
    Party,

    /// <summary>Something else completes it, or another measure is read.</summary>
    Evidence,

    /// <summary>Something else comes before it.</summary>
    Prerequisites,

    /// <summary>Anything else of it, for instance its title.</summary>
    Other,
}

/// <summary>A difference between two versions of a plan. Immutable.</summary>
public sealed class PlanDifferenceLine
{
    /// <summary>What differs.</summary>
    public required PlanDifferenceKind Kind { get; init; }

    /// <summary>Of what it is: milestone, accountability, objective, tee-up, outcome, blocker, value driver, asset, or plan.</summary>
    public required string Of { get; init; }

    /// <summary>Its id; the plan's where it is about the plan.</summary>
    public required string Item { get; init; }

    /// <summary>What it was, as a text of the invariant culture; null where there was nothing.</summary>
    public required string? Before { get; init; }

    /// <summary>What it is now; null where there is nothing.</summary>
    public required string? After { get; init; }

    /// <summary>By how many days it moved, later above 0; null where nothing moved.</summary>
    public required int? Days { get; init; }

    /// <inheritdoc />
    public override string ToString() => Kind switch
    {
        PlanDifferenceKind.Added => $"{Of} '{Item}' added: {After}",
        PlanDifferenceKind.Removed => $"{Of} '{Item}' removed: {Before}",
        PlanDifferenceKind.DueMoved or PlanDifferenceKind.StartMoved => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Of} '{Item}' {(Kind == PlanDifferenceKind.StartMoved ? "starts" : "moved")} {Math.Abs(Days ?? 0)} {(Math.Abs(Days ?? 0) == 1 ? "day" : "days")} {(Days < 0 ? "earlier" : "later")}: {Before} → {After}"),
        _ => $"{Of} '{Item}' {Word(Kind)}: {Before ?? "nothing"} → {After ?? "nothing"}",
    };

    private static string Word(PlanDifferenceKind kind) => kind switch
    {
        PlanDifferenceKind.Zone => "time zone",
        PlanDifferenceKind.Weight => "weight",
        PlanDifferenceKind.Baseline => "baseline",
        PlanDifferenceKind.Target => "target",
        PlanDifferenceKind.Owner => "owner",
        PlanDifferenceKind.Party => "party",
        PlanDifferenceKind.Evidence => "evidence",
        PlanDifferenceKind.Prerequisites => "comes after",
        _ => "otherwise",
    };
}
