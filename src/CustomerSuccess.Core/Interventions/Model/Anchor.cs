namespace CustomerSuccess.Interventions;

/// <summary>What an anchor is.</summary>
public enum AnchorKind
{
    /// <summary>Since when there is such a customer.</summary>
    CustomerSince,

    /// <summary>A trait that is an instant.</summary>
    Trait,

    /// <summary>The renewal of each running subscription.</summary>
    Renewal,

    /// <summary>The start of each subscription.</summary>
    SubscriptionStart,

    /// <summary>The end of each subscription.</summary>
    SubscriptionEnd,

    /// <summary>The start of the plan in force.</summary>
    PlanStart,

    /// <summary>The due of a milestone that is not reached, or of each.</summary>
    MilestoneDue,

    /// <summary>Each signal of a name: a step of a programme.</summary>
    Signal,
}

/// <summary>An instant of a customer's from which time is counted. Immutable.</summary>
public sealed record Anchor
{
    private Anchor(AnchorKind kind, string? name = null) => (Kind, Name) = (kind, name);

    /// <summary>What it is.</summary>
    public AnchorKind Kind { get; }

    /// <summary>The name of the trait or signal, or the id of the milestone; null where none belongs to it.</summary>
    public string? Name { get; }

    /// <summary>Since when there is such a customer.</summary>
    public static Anchor CustomerSince { get; } = new(AnchorKind.CustomerSince);

    /// <summary>The renewal of each running subscription.</summary>
    public static Anchor Renewal { get; } = new(AnchorKind.Renewal);

    /// <summary>The start of each subscription.</summary>
    public static Anchor SubscriptionStart { get; } = new(AnchorKind.SubscriptionStart);

    /// <summary>The end of each subscription that has one.</summary>
    public static Anchor SubscriptionEnd { get; } = new(AnchorKind.SubscriptionEnd);

    /// <summary>The start of the plan in force.</summary>
    public static Anchor PlanStart { get; } = new(AnchorKind.PlanStart);

    /// <summary>A trait that is an instant.</summary>
    public static Anchor Trait(string name) => new(AnchorKind.Trait, Given(name));

    /// <summary>The due of a milestone that is not reached; of each where none is named.</summary>
    public static Anchor MilestoneDue(string? milestone = null) => new(AnchorKind.MilestoneDue, milestone is null ? null : Given(milestone));

    /// <summary>Each signal of a name: a step of a programme.</summary>
    public static Anchor Signal(string name) => new(AnchorKind.Signal, Given(name));

    /// <inheritdoc />
    public override string ToString() => Name is null ? $"{Kind}" : $"{Kind} '{Name}'";

    private static string Given(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name;
    }
}
