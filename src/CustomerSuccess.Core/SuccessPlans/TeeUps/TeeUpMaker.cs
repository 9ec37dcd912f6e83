namespace CustomerSuccess.SuccessPlans;

/// <summary>Says how one tee-up stands.</summary>
internal static class TeeUpMaker
{
    public static TeeUpState Make(PlanState state, TeeUp teeUp, TeeUpOptions options, Dictionary<DateTimeOffset, PlanState> then)
    {
        TeeUpAsked[] asks = [.. state.Events.OfType<TeeUpAsked>().Where(a => a.TeeUp == teeUp.Id)];
        var (ask, milestone) = (asks.LastOrDefault(), state.Milestone(teeUp.Milestone));
        var answer = ask is null ? null : AnswerOf(state, asks, ask);
        DateOnly? again = answer is { Outcome: TeeUpOutcome.Later } ? state.Plan.DateOf(state.Plan.DayOf(answer.OccurredAt) + options.AskAgainAfterDays) : null;
        var missing = Missing(teeUp, milestone);
        var (standing, reason) = Stand(state, teeUp, ask, answer, again, missing);
        return new()
        {
            Id = teeUp.Id,
            Title = teeUp.Title,
            Kind = teeUp.Kind,
            Milestone = teeUp.Milestone,
            Needs = teeUp.Needs,
            Standing = standing,
            Reason = reason,
            MilestoneOn = state.Plan.DateOf(PlanDates.Expected(state, teeUp.Milestone)),
            Ask = ask,
            Answer = answer,
            AskAgainOn = again,
            OutOfTurn = Array.AsReadOnly([.. asks.Where(a => IsOutOfTurn(state, teeUp, a, then))]),
            Causes = milestone.Reached.Causes,
        };
    }

    private static (TeeUpStanding Standing, string Reason) Stand(PlanState state, TeeUp teeUp, TeeUpAsked? ask, TeeUpAnswered? answer, DateOnly? again, string? missing)
    {
        var on = answer is null ? "" : PlanDates.Iso(state.Plan.DateOf(state.Plan.DayOf(answer.OccurredAt)));
        return answer?.Outcome switch
        {
            TeeUpOutcome.Accepted => (TeeUpStanding.Accepted, $"accepted on {on}"),
            TeeUpOutcome.Declined => (TeeUpStanding.Declined, $"declined on {on}"),
            TeeUpOutcome.Done => (TeeUpStanding.Done, $"done, said on {on}"),
            null when ask is not null => (TeeUpStanding.Asked, $"asked on {PlanDates.Iso(state.Plan.DateOf(state.Plan.DayOf(ask.OccurredAt)))}, not answered yet"),
            _ when missing is not null => (TeeUpStanding.Announced, missing),
            TeeUpOutcome.Later when PlanDates.Today(state) < again => (TeeUpStanding.Later, $"answered 'later' on {on}; due again on {PlanDates.Iso(again.Value)}"),
            TeeUpOutcome.Later => (TeeUpStanding.Due, $"due again since {PlanDates.Iso(again!.Value)}: answered 'later' on {on}"),
            _ => (TeeUpStanding.Due, $"'{teeUp.Milestone}' is {Word(teeUp.Needs)}"),
        };
    }

    // Null where the milestone is there, as surely as needed.
    private static string? Missing(TeeUp teeUp, MilestoneState milestone) =>
        !milestone.Reached.IsKnown ? $"while it is not known whether '{teeUp.Milestone}' is reached"
        : !milestone.Reached.Value ? $"before '{teeUp.Milestone}'"
        : !IsSure(teeUp, milestone) ? $"before '{teeUp.Milestone}' is {Word(teeUp.Needs)}"
        : null;

    private static bool IsSure(TeeUp teeUp, MilestoneState milestone) => teeUp.Needs switch
    {
        TeeUpNeed.Acknowledged => milestone.Verification == Verification.Acknowledged,
        TeeUpNeed.Evidenced => milestone.Verification >= Verification.Evidenced,
        _ => true,
    };

    private static string Word(TeeUpNeed need) => need switch
    {
        TeeUpNeed.Acknowledged => "acknowledged by the customer",
        TeeUpNeed.Evidenced => "evidenced",
        _ => "reached",
    };

    // Of the answers to the last ask, and those to an earlier one that came after it, the last.
    private static TeeUpAnswered? AnswerOf(PlanState state, TeeUpAsked[] asks, TeeUpAsked last) => state.Events.OfType<TeeUpAnswered>()
        .LastOrDefault(a => a.AskId == last.Id || (a.OccurredAt >= last.OccurredAt && Array.Exists(asks, k => k.Id == a.AskId)));

    private static bool IsOutOfTurn(PlanState state, TeeUp teeUp, TeeUpAsked ask, Dictionary<DateTimeOffset, PlanState> then)
    {
        if (!then.TryGetValue(ask.OccurredAt, out var at))
        {
            then[ask.OccurredAt] = at = ask.OccurredAt == state.AsOf ? state : state.RewoundTo(ask.OccurredAt);
        }

        var milestone = at.Milestone(teeUp.Milestone);
        return milestone.Reached.IsKnown && Missing(teeUp, milestone) is not null;
    }
}
