namespace CustomerSuccess.Interventions;

/// <summary>What a cycle comes to for one customer, before budgets.</summary>
internal sealed class CustomerProposal
{
    public required CustomerCaseLog Log { get; init; }

    public required string CustomerId { get; init; }

    /// <summary>What happened to its cases, in the order in which it is to be recorded.</summary>
    public List<CaseEvent> Events { get; } = [];

    /// <summary>The touches that are due.</summary>
    public List<TouchRequest> Requests { get; } = [];

    /// <summary>When it is next due; null for never.</summary>
    public DateTimeOffset? NextDueAt { get; set; }

    /// <summary>What failed to evaluate.</summary>
    public List<InterventionProblem> Problems { get; } = [];

    public void DueAt(DateTimeOffset? instant) => NextDueAt = ConditionWalk.Earlier(NextDueAt, instant);
}

/// <summary>A touch that is due and wants its units.</summary>
internal sealed class TouchRequest
{
    public required InterventionCase Case { get; init; }

    public required RuleContent Rule { get; init; }

    public required TouchKey Key { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Since when it is due, before anything pushed it.</summary>
    public required DateTimeOffset FirstDueAt { get; init; }

    public required string? Channel { get; init; }

    public required bool IsByPeople { get; init; }

    public required string? OwnerId { get; init; }

    public required string Because { get; init; }

    /// <summary>How the touch stands; null where it was never heard of.</summary>
    public required Touch? Before { get; init; }

    public string CustomerId => Case.CustomerId;

    public IEnumerable<BudgetOwner> Owners => BudgetOwners.Of(Key.ContactId, CustomerId, OwnerId);
}
