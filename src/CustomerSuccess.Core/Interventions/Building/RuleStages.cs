using CustomerSuccess.Contacts;

namespace CustomerSuccess.Interventions;

/// <summary>A rule that has a name. Next: what makes it fire. Immutable.</summary>
public sealed class RuleNamed
{
    private readonly string _name;

    internal RuleNamed(string name) => _name = name;

    /// <summary>What makes it fire.</summary>
    /// <param name="trigger">Made by <see cref="Trigger"/>.</param>
    public RuleTriggered When(RuleTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return new(_name, trigger);
    }

    /// <summary>It fires when a condition begins to hold.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="holdsFor">How long it has to hold; 0 for at once.</param>
    /// <param name="grid">The grid on which that is seen; that of health unless stated.</param>
    public RuleTriggered When(FactCondition condition, TimeSpan holdsFor = default, EvaluationGrid? grid = null) => When(Trigger.When(condition, holdsFor, grid));
}

/// <summary>A rule of which it is said what makes it fire. Next: why contacts are touched then. Immutable.</summary>
public sealed class RuleTriggered
{
    private readonly string _name;
    private readonly RuleTrigger _trigger;

    internal RuleTriggered(string name, RuleTrigger trigger) => (_name, _trigger) = (name, trigger);

    /// <summary>Why: what was seen.</summary>
    public RuleReasoned Because(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new(_name, _trigger, reason);
    }
}

/// <summary>A rule with a reason. Next: what is to be spoken of. Immutable.</summary>
public sealed class RuleReasoned
{
    private readonly string _name;
    private readonly RuleTrigger _trigger;
    private readonly string _reason;

    internal RuleReasoned(string name, RuleTrigger trigger, string reason) => (_name, _trigger, _reason) = (name, trigger, reason);

    /// <summary>What is to be spoken of.</summary>
    public RuleWithAgenda Agenda(string agenda)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        return new(_name, _trigger, _reason, agenda);
    }
}

/// <summary>A rule with an agenda. Next: what is expected. Immutable.</summary>
public sealed class RuleWithAgenda
{
    private readonly string _name;
    private readonly RuleTrigger _trigger;
    private readonly string _reason;
    private readonly string _agenda;

    internal RuleWithAgenda(string name, RuleTrigger trigger, string reason, string agenda) => (_name, _trigger, _reason, _agenda) = (name, trigger, reason, agenda);

    /// <summary>What is to be different afterwards.</summary>
    /// <param name="result">The expected result.</param>
    /// <param name="communication">What kind of talk it is; an intervention unless stated.</param>
    public RuleBuilder Expecting(string result, CommunicationPurpose communication = CommunicationPurpose.Intervention)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(_name, _trigger, new() { Reason = _reason, Agenda = _agenda, ExpectedResult = result, Communication = communication });
    }
}
