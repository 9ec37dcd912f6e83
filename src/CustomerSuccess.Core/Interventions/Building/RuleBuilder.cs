using CustomerSuccess.Contacts;

namespace CustomerSuccess.Interventions;

/// <summary>
/// A rule that says when it fires and what for. What else there is to say may follow, in any order; what is said twice holds as it was said last, rungs,
/// caps and tags add up. Everything is checked by <see cref="Build"/>. Not safe to use from several threads.
/// </summary>
public sealed class RuleBuilder
{
    private readonly string _name;
    private readonly RuleTrigger _trigger;
    private readonly TouchPurpose _purpose;
    private readonly RuleContent _usual;
    private readonly List<Rung> _ladder = [];
    private readonly List<RuleCap> _caps = [];
    private readonly List<string> _tags = [];
    private readonly List<string> _audience = [];
    private FactCondition? _guard, _success, _exit, _hypothesis;
    private TextExpression<CustomerFacts>? _correlation;
    private CaseSeverity? _severity;
    private TimeSpan? _wait, _successWithin, _coolDown, _lateness;
    private ReEntry? _reEntry;
    private RuleKind? _kind;
    private InteractionCause? _cause;
    private WhenUndetermined? _whenUnknown;
    private WhenRemoved? _onRemoved;
    private int _priority;
    private double? _minutes;
    private string? _direction, _description;

    internal RuleBuilder(string name, RuleTrigger trigger, TouchPurpose purpose)
    {
        (_name, _trigger, _purpose) = (name, trigger, purpose);
        _usual = new() { Trigger = trigger, Purpose = purpose };
    }

    /// <summary>What must hold at the instant of firing too. Not known, it holds the occurrence back.</summary>
    public RuleBuilder Guard(FactCondition guard) => Set(guard, ref _guard);

    /// <summary>What a case is about, a text of any grain: there is one open case for each.</summary>
    public RuleBuilder OneCaseFor(TextExpression<CustomerFacts> correlation) => Set(correlation, ref _correlation);

    /// <summary>How grave it is; a warning unless stated.</summary>
    public RuleBuilder Severity(CaseSeverity severity) => Set(severity, ref _severity);

    /// <summary>Of several of one severity the higher goes first; 0 unless stated.</summary>
    public RuleBuilder Priority(int priority)
    {
        _priority = priority;
        return this;
    }

    /// <summary>Who is touched, on the rungs that do not say: the first persona of which there is an active contact.</summary>
    public RuleBuilder Audience(params IReadOnlyList<string> personas)
    {
        ArgumentNullException.ThrowIfNull(personas);
        _audience.Clear();
        _audience.AddRange(personas);
        return this;
    }

    /// <summary>How long a touch is waited for, on the rungs that do not say; 3 days unless stated.</summary>
    public RuleBuilder Wait(TimeSpan wait) => Set(wait, ref _wait);

    /// <summary>The next rung of the ladder, on one channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="wait">How long is waited before the next rung; that of the rule unless stated.</param>
    public RuleBuilder Rung(string channel, TimeSpan? wait = null)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return Rung(new Rung { Channels = [channel], Wait = wait });
    }

    /// <summary>The next rung of the ladder.</summary>
    public RuleBuilder Rung(Rung rung)
    {
        ArgumentNullException.ThrowIfNull(rung);
        _ladder.Add(rung);
        return this;
    }

    /// <summary>What success is, and within which time of firing; 30 days unless stated. Required unless the rule fires on a condition: then it is that the condition no longer holds.</summary>
    public RuleBuilder SucceedsWhen(FactCondition success, TimeSpan? within = null)
    {
        _successWithin = within;
        return Set(success, ref _success);
    }

    /// <summary>Within which time of firing success is waited for, where it is that the condition no longer holds.</summary>
    public RuleBuilder SucceedsWithin(TimeSpan within) => Set(within, ref _successWithin);

    /// <summary>What ends a case without success.</summary>
    public RuleBuilder ExitWhen(FactCondition exit) => Set(exit, ref _exit);

    /// <summary>For how long after a case's end none of the same correlation key is opened.</summary>
    public RuleBuilder CoolDown(TimeSpan coolDown) => Set(coolDown, ref _coolDown);

    /// <summary>Whether it comes back; after clear unless stated.</summary>
    public RuleBuilder ComesBack(ReEntry reEntry) => Set(reEntry, ref _reEntry);

    /// <summary>At most so many cases for a customer in a time.</summary>
    public RuleBuilder Cap(int cases, TimeSpan within)
    {
        _caps.Add(new(cases, within));
        return this;
    }

    /// <summary>Minutes of effort of one touch by people; 30 unless stated.</summary>
    public RuleBuilder Minutes(double minutes) => Set(minutes, ref _minutes);

    /// <summary>What kind of rule it is; a play unless stated.</summary>
    public RuleBuilder Kind(RuleKind kind) => Set(kind, ref _kind);

    /// <summary>Why there is work.</summary>
    public RuleBuilder Cause(InteractionCause cause) => Set(cause, ref _cause);

    /// <summary>Who asked for the work, for instance <c>customer</c>.</summary>
    public RuleBuilder AskedBy(string direction) => Set(direction, ref _direction);

    /// <summary>Words by which rules are grouped.</summary>
    public RuleBuilder Tagged(params IReadOnlyList<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        _tags.AddRange(tags);
        return this;
    }

    /// <summary>How late a fact may come that makes it fire; a day unless stated.</summary>
    public RuleBuilder Lateness(TimeSpan lateness) => Set(lateness, ref _lateness);

    /// <summary>What happens to an open case while it is not known whether what triggered it still holds; it waits unless stated.</summary>
    public RuleBuilder WhenUnknown(WhenUndetermined whenUnknown) => Set(whenUnknown, ref _whenUnknown);

    /// <summary>What happens to open cases when the rule is removed; they finish unless stated.</summary>
    public RuleBuilder OnRemoved(WhenRemoved onRemoved) => Set(onRemoved, ref _onRemoved);

    /// <summary>Of a follow-up 14 to 28 days after the signal of a programme's step: what is expected to be true then.</summary>
    public RuleBuilder Hypothesis(FactCondition hypothesis) => Set(hypothesis, ref _hypothesis);

    /// <summary>What the rule is for, for a person. It is not part of the hash.</summary>
    public RuleBuilder Describe(string description) => Set(description, ref _description);

    /// <summary>Checks everything and gives the rule.</summary>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them.</exception>
    public Rule Build() => Rule.Of(_name, new()
    {
        Trigger = _trigger,
        Purpose = _purpose,
        Guard = _guard,
        Correlation = _correlation,
        Severity = _severity ?? _usual.Severity,
        Priority = _priority,
        Audience = new() { Personas = _audience },
        Wait = _wait ?? _usual.Wait,
        Ladder = _ladder,
        Success = _success,
        SuccessWithin = _successWithin ?? _usual.SuccessWithin,
        Exit = _exit,
        CoolDown = _coolDown ?? _usual.CoolDown,
        ReEntry = _reEntry ?? _usual.ReEntry,
        Caps = _caps,
        Minutes = _minutes ?? _usual.Minutes,
        Kind = _kind ?? _usual.Kind,
        Cause = _cause,
        Direction = _direction,
        Tags = _tags,
        Lateness = _lateness ?? _usual.Lateness,
        WhenUnknown = _whenUnknown ?? _usual.WhenUnknown,
        OnRemoved = _onRemoved ?? _usual.OnRemoved,
        Hypothesis = _hypothesis,
        Description = _description,
    });

    private RuleBuilder Set<T>(T value, ref T? field)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        field = value;
        return this;
    }

    private RuleBuilder Set<T>(T value, ref T? field)
        where T : struct
    {
        field = value;
        return this;
    }
}
