using System.Collections.ObjectModel;
using CustomerSuccess.Contacts;

namespace CustomerSuccess.Interventions;

/// <summary>What a rule consists of. It is checked as a whole by <see cref="Rule.Of"/>. Immutable.</summary>
public sealed class RuleContent
{
    private readonly IReadOnlyList<Rung> _ladder = [];
    private readonly IReadOnlyList<RuleCap> _caps = [];
    private readonly IReadOnlyList<string> _tags = [];

    /// <summary>What makes it fire.</summary>
    public required RuleTrigger Trigger { get; init; }

    /// <summary>Why contacts are touched, what is to be spoken of, what is expected: required.</summary>
    public required TouchPurpose Purpose { get; init; }

    /// <summary>What must hold at the instant of firing too; null for nothing. Not known, it holds the occurrence back.</summary>
    public FactCondition? Guard { get; init; }

    /// <summary>What a case is about, a text of any grain; null for the customer. There is one open case for each.</summary>
    public TextExpression<CustomerFacts>? Correlation { get; init; }

    /// <summary>How grave it is; a warning unless stated.</summary>
    public CaseSeverity Severity { get; init; } = CaseSeverity.Warning;

    /// <summary>Who is touched, on the rungs that do not say.</summary>
    public Audience Audience { get; init; } = new();

    /// <summary>How long a touch is waited for, on the rungs that do not say, above 0; 3 days unless stated.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromDays(3);

    /// <summary>The rungs of the ladder; none for one rung for each channel of the experience that is appropriate.</summary>
    public IReadOnlyList<Rung> Ladder { get => _ladder; init => _ladder = Copy(value); }

    /// <summary>What success is; null, of a trigger that is a condition, for that it no longer holds.</summary>
    public FactCondition? Success { get; init; }

    /// <summary>Within which time of firing, above 0; 30 days unless stated. Then the case ends.</summary>
    public TimeSpan SuccessWithin { get; init; } = TimeSpan.FromDays(30);

    /// <summary>What ends a case without success; null for nothing.</summary>
    public FactCondition? Exit { get; init; }

    /// <summary>For how long after a case's end none of the same correlation key is opened, 0 or more.</summary>
    public TimeSpan CoolDown { get; init; }

    /// <summary>Whether the rule comes back; after clear unless stated.</summary>
    public ReEntry ReEntry { get; init; } = ReEntry.AfterClear;

    /// <summary>How many cases it may open for a customer in a time; none for as many as come.</summary>
    public IReadOnlyList<RuleCap> Caps { get => _caps; init => _caps = Copy(value); }

    /// <summary>Of several of one severity the higher goes first; 0 unless stated.</summary>
    public int Priority { get; init; }

    /// <summary>Minutes of effort of one touch by people, above 0; 30 unless stated.</summary>
    public double Minutes { get; init; } = 30;

    /// <summary>What kind of rule it is; a play unless stated.</summary>
    public RuleKind Kind { get; init; }

    /// <summary>Why there is work; null where it is not classified.</summary>
    public InteractionCause? Cause { get; init; }

    /// <summary>Who asked for the work, for instance <c>customer</c>; null where nothing says.</summary>
    public string? Direction { get; init; }

    /// <summary>Words by which rules are grouped.</summary>
    public IReadOnlyList<string> Tags { get => _tags; init => _tags = Copy(value); }

    /// <summary>How late a fact may come that makes it fire, 0 or more; a day unless stated. What comes later is logged as known too late.</summary>
    public TimeSpan Lateness { get; init; } = TimeSpan.FromDays(1);

    /// <summary>What happens to an open case while it is not known whether what triggered it still holds; it waits unless stated.</summary>
    public WhenUndetermined WhenUnknown { get; init; }

    /// <summary>What happens to open cases when the rule is removed; they finish unless stated.</summary>
    public WhenRemoved OnRemoved { get; init; }

    /// <summary>For a follow-up: what is expected to be true when it fires; null for none. It is evaluated then and kept.</summary>
    public FactCondition? Hypothesis { get; init; }

    /// <summary>What the rule is for, for a person; null for none. It is not part of the hash.</summary>
    public string? Description { get; init; }

    /// <summary>The conditions, in a fixed order, with the names under which documents have them.</summary>
    internal IEnumerable<(string Name, FactCondition Condition)> Conditions =>
        ((string, FactCondition?)[])[("trigger.when", (Trigger as ConditionTrigger)?.When), ("guard", Guard), ("success.when", Success), ("exit", Exit), ("hypothesis", Hypothesis)] is var all
            ? all.Where(c => c.Item2 is not null).Select(c => (c.Item1, c.Item2!))
            : [];

    private static ReadOnlyCollection<T> Copy<T>(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Array.AsReadOnly([.. items]);
    }
}

/// <summary>One rung of a ladder: when nothing happens, the next one changes the modality. Immutable.</summary>
public sealed class Rung
{
    private readonly IReadOnlyList<string> _channels = [];

    /// <summary>The channels that may be used; none for those of the experience. Others than those of the experience are never used.</summary>
    public IReadOnlyList<string> Channels
    {
        get => _channels;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _channels = Array.AsReadOnly([.. value]);
        }
    }

    /// <summary>Who is touched; null for the rule's audience.</summary>
    public Audience? Audience { get; init; }

    /// <summary>How long is waited before the next rung, above 0; null for the rule's.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Whether people do it; by the experience unless stated.</summary>
    public TouchExecution Execution { get; init; }
}

/// <summary>Who executes a touch.</summary>
public enum TouchExecution
{
    /// <summary>By the experience that is appropriate: people where it says so of the channel or serves with people.</summary>
    ByExperience,

    /// <summary>People.</summary>
    People,

    /// <summary>A channel, automatically.</summary>
    Automatic,
}

/// <summary>Who is touched. Immutable.</summary>
public sealed class Audience
{
    private readonly IReadOnlyList<string> _personas = [];

    /// <summary>The personas in the order in which they are looked for: the first of which there is an active contact. None: the primary contact, or the most influential.</summary>
    public IReadOnlyList<string> Personas
    {
        get => _personas;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _personas = Array.AsReadOnly([.. value]);
        }
    }

    /// <summary>An audience of personas.</summary>
    public static Audience Of(params IReadOnlyList<string> personas) => new() { Personas = personas };
}

/// <summary>At most so many cases of a rule for a customer in a time. Immutable.</summary>
/// <param name="Cases">How many, 1 or more.</param>
/// <param name="Within">In which time, above 0.</param>
public sealed record RuleCap(int Cases, TimeSpan Within);

/// <summary>Whether a rule comes back for a correlation key.</summary>
public enum ReEntry
{
    /// <summary>When what triggers it was known not to hold after the last case's end, and holds again.</summary>
    AfterClear,

    /// <summary>When the cool-down is over, also where what triggers it held all along.</summary>
    AfterCoolDown,

    /// <summary>Never.</summary>
    Never,
}

/// <summary>What happens to an open case while it is not known whether what triggered it still holds.</summary>
public enum WhenUndetermined
{
    /// <summary>It stays open without new attempts, and ends after 14 days.</summary>
    Wait,

    /// <summary>It goes on.</summary>
    Continue,
}

/// <summary>What happens to open cases when their rule is removed.</summary>
public enum WhenRemoved
{
    /// <summary>They finish by the version with which they began.</summary>
    Finish,

    /// <summary>They end.</summary>
    Cancel,
}
