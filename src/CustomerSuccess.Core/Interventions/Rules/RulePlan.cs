namespace CustomerSuccess.Interventions;

/// <summary>A rule made ready to run. Immutable.</summary>
internal sealed class RulePlan
{
    private static readonly Rung Usual = new();

    public RulePlan(Rule rule)
    {
        Rule = rule;
        Trigger = TriggerWatches.Of(rule.Content.Trigger);
        Success = rule.Success;
    }

    public Rule Rule { get; }

    public RuleContent Content => Rule.Content;

    public TriggerWatch Trigger { get; }

    public FactCondition? Success { get; }

    public ConditionTrigger? Condition => Content.Trigger as ConditionTrigger;

    /// <summary>A rung of the ladder; of one that is left to the experience every rung is alike.</summary>
    public Rung RungAt(int rung) => Content.Ladder.Count == 0 ? Usual : Content.Ladder[rung];

    public TimeSpan WaitOf(int rung) => (Content.Ladder.Count > rung ? Content.Ladder[rung].Wait : null) ?? Content.Wait;

    public Audience AudienceOf(int rung) => RungAt(rung).Audience ?? Content.Audience;
}
