namespace CustomerSuccess.SuccessPlans;

/// <summary>What a plan consists of: as a model customer's template has it, or as a customer's own plan has it. Immutable; nothing is checked here.</summary>
public sealed record PlanContent
{
    /// <summary>Milestones.</summary>
    public IReadOnlyList<Milestone> Milestones { get; init => field = Copy(value); } = [];

    /// <summary>What the parties owe.</summary>
    public IReadOnlyList<Accountability> Accountabilities { get; init => field = Copy(value); } = [];

    /// <summary>What the customer wants in measures of its own.</summary>
    public IReadOnlyList<Objective> Objectives { get; init => field = Copy(value); } = [];

    /// <summary>What the customer wants, one after the other.</summary>
    public IReadOnlyList<DesiredOutcome> Outcomes { get; init => field = Copy(value); } = [];

    /// <summary>What will be asked for, and when.</summary>
    public IReadOnlyList<TeeUp> TeeUps { get; init => field = Copy(value); } = [];

    /// <summary>What may get in the way.</summary>
    public IReadOnlyList<PossibleBlocker> Blockers { get; init => field = Copy(value); } = [];

    /// <summary>The catalogue of value drivers.</summary>
    public IReadOnlyList<ValueDriver> ValueDrivers { get; init => field = Copy(value); } = [];

    /// <summary>What helps.</summary>
    public IReadOnlyList<PlanAsset> Assets { get; init => field = Copy(value); } = [];

    /// <summary>Milestones, then accountabilities, each in their order.</summary>
    public IEnumerable<PlanItem> Items => Milestones.Concat<PlanItem>(Accountabilities);

    private static System.Collections.ObjectModel.ReadOnlyCollection<T> Copy<T>(IReadOnlyList<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Array.AsReadOnly([.. value]);
    }
}
