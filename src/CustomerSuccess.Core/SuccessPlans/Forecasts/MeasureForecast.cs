namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// Forecasts when an objective is at its target: by its pace since the start, and by its pace of late (the last 14 days, or a quarter of its duration if
/// that is longer); the two are the ends of the range.
/// </summary>
internal static class MeasureForecast
{
    public static PlanForecast Of(PlanState state, int m, Objective objective)
    {
        var place = state.Plan.Shape.Milestones[m];
        var milestone = (Milestone)state.Plan.Graph.Items[place];
        var (progress, elapsed) = (state.Milestones[m].Progress, state.Day - milestone.StartDay);
        if (!progress.IsKnown || elapsed <= 0)
        {
            var due = Math.Max(state.Day, objective.DueDay);
            return ForecastMaker.Make(state, place, due, due, null, ForecastBasis.PlannedDurations, 0);
        }

        var overall = Day(state, progress.Lower, progress.Lower / elapsed);
        var late = Day(state, progress.Lower, Recent(state, m, objective, milestone, progress.Lower));
        return ForecastMaker.Make(state, place, overall, overall < late || late is null ? overall : late, overall is null || late is null ? null : Math.Max(overall.Value, late.Value), ForecastBasis.Measure, 0);
    }

    private static double Recent(PlanState state, int m, Objective objective, Milestone milestone, double progress)
    {
        var window = Math.Max(state.Options.StuckAfterDays, (int)(state.Options.StuckAfterShare * (milestone.DueDay - milestone.StartDay)));
        if (state.Day - window < milestone.StartDay)
        {
            return progress / (state.Day - milestone.StartDay);
        }

        var before = objective.Measure.Read(state.Facts.RewoundTo(state.AsOf - TimeSpan.FromDays(window)));
        return before.IsKnown ? (progress - objective.ProgressAt(before.Value)) / window : 0;
    }

    // Null where it does not come nearer.
    private static int? Day(PlanState state, double progress, double perDay) =>
        perDay > 1e-12 && Math.Ceiling(((1 - progress) / perDay) - 1e-9) is var days && days < int.MaxValue / 4 ? state.Day + (int)days : null;
}
