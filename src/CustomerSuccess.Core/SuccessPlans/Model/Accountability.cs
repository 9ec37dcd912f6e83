namespace CustomerSuccess.SuccessPlans;

/// <summary>Something that one of the two parties owes for a milestone to come. Immutable.</summary>
public sealed record Accountability : PlanItem
{
    /// <summary>Who owes it.</summary>
    public required PlanParty Party { get; init; }

    /// <summary>Where it is done; outside the product unless stated.</summary>
    public PlanPlace Place { get; init; } = PlanPlace.OutsideProduct;

    /// <summary>Its share in the expected progress of milestones that need it, relative to the others, finite and 0 or more; 1 unless stated.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Who of the party does it, for instance a persona (<c>champion</c>) or a role (<c>csm</c>); null where that is open.</summary>
    public string? Role { get; init; }

    /// <summary>The contact, or the vendor's person or team, who does it; null in a template.</summary>
    public string? Owner { get; init; }
}
