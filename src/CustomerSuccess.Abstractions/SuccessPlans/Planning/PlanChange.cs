namespace CustomerSuccess.SuccessPlans;

/// <summary>What a plan has otherwise than the model customer it was made from. Immutable.</summary>
public abstract record PlanChange
{
    private protected PlanChange(string item)
    {
        ValidText.Check(item);
        Item = item;
    }

    /// <summary>The milestone, accountability, objective or tee-up that differs.</summary>
    public string Item { get; }

    internal abstract string Content { get; }
}

/// <summary>An item is due on another day.</summary>
public sealed record DueMoved : PlanChange
{
    /// <summary>Moves what is due.</summary>
    /// <param name="item">The milestone, accountability or objective.</param>
    /// <param name="day">The day since the plan's start, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is negative.</exception>
    public DueMoved(string item, int day)
        : base(item)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(day);
        Day = day;
    }

    /// <summary>The day since the plan's start.</summary>
    public int Day { get; }

    internal override string Content => ContentText.Of("due", Item, Day);
}

/// <summary>A milestone, or an accountability, weighs otherwise.</summary>
public sealed record WeightChanged : PlanChange
{
    /// <summary>Changes the weight.</summary>
    /// <param name="item">The milestone or accountability.</param>
    /// <param name="weight">The weight, finite and 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative or not finite.</exception>
    public WeightChanged(string item, double weight)
        : base(item) =>
        Weight = double.IsFinite(weight) && weight >= 0 ? weight : throw new ArgumentOutOfRangeException(nameof(weight), weight, $"The weight of '{item}' is a finite number of 0 or more.");

    /// <summary>The weight, relative to the others.</summary>
    public double Weight { get; }

    internal override string Content => ContentText.Of("weight", Item, Weight.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>Where this customer stands, and where it wants to be, in the measure of an objective.</summary>
public sealed record ObjectiveSet : PlanChange
{
    /// <summary>Sets baseline and target.</summary>
    /// <param name="item">The objective.</param>
    /// <param name="baseline">Where the customer stands at the start.</param>
    /// <param name="target">Where it wants to be; another number than the baseline.</param>
    /// <exception cref="ArgumentException">A number is not finite, or both are the same.</exception>
    public ObjectiveSet(string item, double baseline, double target)
        : base(item)
    {
        if (!double.IsFinite(baseline) || !double.IsFinite(target) || baseline == target)
        {
            throw new ArgumentException($"The objective '{item}' goes from a finite baseline to another, finite target.", nameof(target));
        }

        (Baseline, Target) = (baseline, target);
    }

    /// <summary>Where the customer stands at the start, in the objective's unit.</summary>
    public double Baseline { get; }

    /// <summary>Where it wants to be.</summary>
    public double Target { get; }

    internal override string Content => ContentText.Of("objective", Item, Baseline.ToString("R", System.Globalization.CultureInfo.InvariantCulture), Target.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>An item of the template that this customer does not need.</summary>
public sealed record ItemRemoved : PlanChange
{
    /// <summary>Removes an item. Prerequisites that named it name its own prerequisites instead.</summary>
    /// <param name="item">The milestone, accountability, objective or tee-up.</param>
    /// <param name="reason">Why; a reader of the plan sees it. Not empty.</param>
    public ItemRemoved(string item, string reason)
        : base(item)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Reason = reason;
    }

    /// <summary>Why.</summary>
    public string Reason { get; }

    internal override string Content => ContentText.Of("removed", Item, Reason);
}

/// <summary>An accountability that the template does not have.</summary>
public sealed record AccountabilityAdded : PlanChange
{
    private readonly IReadOnlyList<string> _after = [];
    private readonly IReadOnlyList<string> _before = [];

    /// <summary>Adds an accountability, completed by recorded evidence.</summary>
    /// <param name="item">Its id, new in the plan.</param>
    /// <param name="party">Who owes it.</param>
    /// <param name="day">When it is due, in days since the plan's start, 0 or more.</param>
    public AccountabilityAdded(string item, PlanParty party, int day)
        : base(item)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(day);
        (Party, Day) = (party, day);
    }

    /// <summary>Who owes it.</summary>
    public PlanParty Party { get; }

    /// <summary>When it is due.</summary>
    public int Day { get; }

    /// <summary>What it is called; the id unless stated.</summary>
    public string? Title { get; init; }

    /// <summary>What must be done before it.</summary>
    public IReadOnlyList<string> After { get => _after; init => _after = Array.AsReadOnly([.. value]); }

    /// <summary>The milestones and accountabilities that need it.</summary>
    public IReadOnlyList<string> Before { get => _before; init => _before = Array.AsReadOnly([.. value]); }

    internal override string Content => ContentText.Of(["added", Item, Party, Day, Title, After.Count, .. After, .. Before]);

    /// <inheritdoc />
    public bool Equals(AccountabilityAdded? other) => other is not null && Content == other.Content;

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Content);
}

/// <summary>Who it is that owes an accountability.</summary>
public sealed record OwnerNamed : PlanChange
{
    /// <summary>Names who does it.</summary>
    /// <param name="item">The accountability.</param>
    /// <param name="owner">The id of the contact, or of the vendor's person or team. Not empty.</param>
    public OwnerNamed(string item, string owner)
        : base(item)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
        Owner = owner;
    }

    /// <summary>Who does it.</summary>
    public string Owner { get; }

    internal override string Content => ContentText.Of("owner", Item, Owner);
}
