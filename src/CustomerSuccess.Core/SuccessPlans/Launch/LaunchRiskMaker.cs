namespace CustomerSuccess.SuccessPlans;

/// <summary>Says of each of the three risks of a launch whether it is there, and from what. None of them is told from another.</summary>
internal static class LaunchRiskMaker
{
    private static readonly Vocabulary<CustomerFacts> NoVocabulary = CustomerSuccess.Vocabulary.For<CustomerFacts>().Build();

    public static IReadOnlyList<LaunchRisk> Make(PlanState state, EarlyValueClock clock, LaunchOptions options) => Array.AsReadOnly(
    [
        Of(state, LaunchRiskKind.CannotPay, options.CannotPay, options, []),
        Of(state, LaunchRiskKind.WillNotPay, options.WillNotPay, options, []),
        Of(state, LaunchRiskKind.SeesNoValue, options.SeesNoValue, options, [FirstValue(state, clock), AnyValue(state, clock)]),
    ]);

    private static LaunchRisk Of(PlanState state, LaunchRiskKind kind, FactCondition? condition, LaunchOptions options, IEnumerable<(Reading<bool> Holds, string Reason)> signs)
    {
        LaunchRiskRaised[] raised = [.. state.Events.OfType<LaunchRiskRaised>().Where(r => r.Kind == kind)];
        (Reading<bool> Holds, string Reason)[] all =
        [
            .. raised.Select(r => (Reading.Known(true), $"{r.Reason} ({r.Author}, {PlanDates.Iso(state.Plan.DateOf(state.Plan.DayOf(r.OccurredAt)))})")),
            .. signs,
            .. condition is null ? [] : new[] { (Read(state, condition, options), condition.ToString()!) },
        ];
        return new()
        {
            Kind = kind,
            IsThere = all.Aggregate(Reading.Known(false), (so, next) => FactCondition.Decide(so, next.Holds, and: false)),
            Raised = Array.AsReadOnly(raised),
            Reasons = Array.AsReadOnly([.. all.Where(s => s.Holds is { IsKnown: true, Value: true }).Select(s => s.Reason)]),
        };
    }

    private static (Reading<bool> Holds, string Reason) FirstValue(PlanState state, EarlyValueClock clock) => (
        clock.Standing == EarlyValueStanding.Unknown && PlanDates.Today(state) > clock.Deadline ? Reading.Unknown<bool>(Causes(state, m => state.Plan.Content.Milestones.Any(p => p.Id == m.Id && p.IsFirstValue))) : Reading.Known(clock.Standing == EarlyValueStanding.Missed),
        $"no first value by {PlanDates.Iso(clock.Deadline)}");

    private static (Reading<bool> Holds, string Reason) AnyValue(PlanState state, EarlyValueClock clock)
    {
        var passed = PlanDates.Today(state) > clock.Deadline && !state.Milestones.Any(m => m.ReachedAt is not null && m.Verification >= Verification.Evidenced);
        return (passed && state.Milestones.Any(m => !m.Reached.IsKnown) ? Reading.Unknown<bool>(Causes(state, _ => true)) : Reading.Known(passed), $"nothing is evidenced after {PlanDates.Iso(clock.Deadline)}");
    }

    private static UnknownCause[] Causes(PlanState state, Func<MilestoneState, bool> among) =>
        [.. state.Milestones.Where(among).SelectMany(m => m.Reached.Causes).Distinct().OrderBy(c => c.ToString(), StringComparer.Ordinal)];

    private static Reading<bool> Read(PlanState state, FactCondition condition, LaunchOptions options) => condition is ConditionExpression<CustomerFacts> expression
        ? expression.Holds(state.Facts)
        : condition.Holds((options.Vocabulary ?? state.Vocabulary ?? NoVocabulary).Read(state.Facts, state.AsOf));
}
