namespace CustomerSuccess.SuccessPlans;

/// <summary>Reads the early-value clock.</summary>
internal static class EarlyValueMaker
{
    public static EarlyValueClock Make(PlanState state, LaunchOptions options)
    {
        var (span, today, deadline) = (SpanMaker.ToFirstValue(state), PlanDates.Today(state), PlanDates.AddMonths(state.Plan.Version.StartsOn, options.EarlyValueMonths));
        return new()
        {
            Standing = span.Standing switch
            {
                LaunchSpanStanding.Reached => span.On <= deadline ? EarlyValueStanding.Reached : EarlyValueStanding.ReachedLate,
                LaunchSpanStanding.Open => today <= deadline ? EarlyValueStanding.Running : EarlyValueStanding.Missed,
                LaunchSpanStanding.Unknown => EarlyValueStanding.Unknown,
                LaunchSpanStanding.NotBegun => EarlyValueStanding.NotBegun,
                _ => EarlyValueStanding.NotMarked,
            },
            Deadline = deadline,
            ToFirstValue = span,
            DaysLeft = span.Standing is LaunchSpanStanding.Open or LaunchSpanStanding.Unknown && today <= deadline ? deadline.DayNumber - today.DayNumber : null,
        };
    }
}
