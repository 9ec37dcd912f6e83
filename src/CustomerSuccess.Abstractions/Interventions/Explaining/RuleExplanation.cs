namespace CustomerSuccess.Interventions;

/// <summary>How a rule stands at a customer.</summary>
public enum RuleStanding
{
    /// <summary>It fired, and its case is open.</summary>
    Fired,

    /// <summary>What triggers it holds, and not for long enough yet.</summary>
    Pending,

    /// <summary>It is not known whether it is to fire: facts are missing.</summary>
    Undetermined,

    /// <summary>What triggers it, or its guard, does not hold.</summary>
    NotMet,

    /// <summary>It was triggered, and something holds the case or its touch back.</summary>
    Suppressed,

    /// <summary>Its time has not come, or nothing of what triggers it was seen.</summary>
    Waiting,

    /// <summary>It fired, and its case is over.</summary>
    Ended,

    /// <summary>There is no such customer then, or it is closed.</summary>
    CustomerUnknown,

    /// <summary>Something failed while it was looked at.</summary>
    Failed,
}

/// <summary>Why a rule fired at a customer, or why it did not, as of an instant. Immutable.</summary>
public sealed class RuleExplanation
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>As of when, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>As known at when, UTC.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>How it stands.</summary>
    public required RuleStanding Standing { get; init; }

    /// <summary>Why, in words, without personal data beyond ids.</summary>
    public required string Because { get; init; }

    /// <summary>Whether what is said of cases is in the log; false where it is what a cycle at that instant would find.</summary>
    public bool IsRecorded { get; init; } = true;

    /// <summary>The case it is about; null where there is none.</summary>
    public InterventionCase? Case { get; init; }

    /// <summary>The rung of the case's latest touch, from 0; null where there is none.</summary>
    public int? Rung => Case?.Touches is { Count: > 0 } touches ? touches[^1].Key.Rung : null;

    /// <summary>Since when: it fired, it is pending, or its case is over; UTC; null where that says nothing.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When it fires if what triggers it still holds, when its time comes, or when its case is looked at next; UTC; null where nothing tells.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>What holds it back; null where nothing does.</summary>
    public SuppressionReason? Reason { get; init; }

    /// <summary>Until when at least, UTC; null where nothing tells.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The facts that are missing.</summary>
    public IReadOnlyList<UnknownCause> Missing { get; init; } = [];

    /// <summary>What triggers it, part by part with its values, and the smallest change; null of triggers that are no conditions.</summary>
    public ConditionExplanation? Trigger { get; init; }

    /// <summary>Its guard as of when it was asked; null where there is none, or it was not asked.</summary>
    public ConditionExplanation? Guard { get; init; }

    /// <summary>The smallest change that would make it fire: of what triggers it, otherwise of the guard; empty where there is none, or none is needed.</summary>
    public IReadOnlyList<ConditionChange> Changes => Standing is not (RuleStanding.NotMet or RuleStanding.Undetermined) ? []
        : Trigger is { Changes.Count: > 0 } trigger ? trigger.Changes : Guard?.Changes ?? [];

    /// <summary>One sentence: <c>no login at acme: not met: signals.login.count(days(7)) is 3, needs less than 1</c>.</summary>
    public override string ToString() => $"{Rule} at {CustomerId}: {Word}: {Because}{(IsRecorded ? "" : " (a cycle now would find so)")}";

    /// <summary>Some lines for a person: the sentence, and the conditions part by part.</summary>
    public string Explain() => string.Join('\n', [ToString(), .. Lines("when", Trigger), .. Lines("guard", Guard)]);

    private string Word => Standing switch
    {
        RuleStanding.Fired => "fired",
        RuleStanding.Pending => "pending",
        RuleStanding.Undetermined => "undetermined",
        RuleStanding.NotMet => "not met",
        RuleStanding.Suppressed => "held back",
        RuleStanding.Waiting => "nothing yet",
        RuleStanding.Ended => "ended",
        RuleStanding.CustomerUnknown => "no such customer",
        _ => "failed",
    };

    private static IEnumerable<string> Lines(string what, ConditionExplanation? explained) =>
        explained is null ? [] : [$"  {what}:", .. explained.Explain().Split('\n').Select(l => $"    {l}")];
}
