namespace CustomerSuccess.SuccessPlans;

/// <summary>What somebody should look at in a plan. The names are stable: they appear in JSON and in metric tags.</summary>
public enum PlanFlagKind
{
    /// <summary>Every desired outcome is reached, and none follows.</summary>
    NothingFollows,

    /// <summary>An update or refresh is overdue, or nothing lies ahead.</summary>
    Stale,

    /// <summary>It reaches less far ahead than a plan that lives twelve months does.</summary>
    HorizonShort,

    /// <summary>Everything that was owed for a milestone was kept, and it has not come.</summary>
    PlanInsufficient,

    /// <summary>The customer's stakeholders want different things, or one is silent.</summary>
    Divergence,

    /// <summary>An objective or outcome of a stakeholder who cannot leave: usage is not evidence of value.</summary>
    LockedIn,

    /// <summary>A milestone is reached, and usage by a customer that cannot leave is all that shows it.</summary>
    UsageIsNoEvidence,

    /// <summary>A milestone is reached, and all its evidence was caused by the vendor.</summary>
    VendorsWordOnly,

    /// <summary>Something was asked before its milestone, or without being announced.</summary>
    AskOutOfTurn,

    /// <summary>Something was promised that no item of the plan delivers.</summary>
    PromiseNotInPlan,

    /// <summary>Something was recorded that is of no use to the plan.</summary>
    EventRefused,
}

/// <summary>Something that somebody should look at in a plan. Immutable.</summary>
public sealed class PlanFlag
{
    /// <summary>What kind of thing.</summary>
    public required PlanFlagKind Kind { get; init; }

    /// <summary>The milestone, objective, outcome, tee-up, stakeholder or event that it is about; null for the plan as a whole.</summary>
    public required string? Item { get; init; }

    /// <summary>It, in words.</summary>
    public required string Text { get; init; }

    /// <inheritdoc />
    public override string ToString() => Text;
}

/// <summary>What decides some of the flags; everything as usual unless stated. Immutable.</summary>
public sealed record PlanFlagOptions
{
    /// <summary>How long plans live, and how often they are looked at.</summary>
    public PlanLifecycleOptions Lifecycle { get; init; } = new();

    /// <summary>When targets count as different.</summary>
    public DivergenceOptions Divergence { get; init; } = new();
}
