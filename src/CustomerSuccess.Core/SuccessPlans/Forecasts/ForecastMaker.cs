namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// Forecasts when a milestone is reached: the schedule goes on, and what is open takes as long as the pace says. Own pace: the quartiles of
/// actual ÷ planned duration over the finished items of this plan, from 3 on. Cohort: the 10, 50 and 90 % quantiles of an item's durations,
/// from 5 customers on.
/// </summary>
internal static class ForecastMaker
{
    private const int LeastItems = 3;

    public static PlanForecast Of(PlanState state, int m, PaceCohort? cohort)
    {
        var (place, objective) = (state.Plan.Shape.Milestones[m], state.Plan.Shape.Objectives[m]);
        if (state.Parts.Schedule.Done[place] is var done && done != PlanSchedule.Open)
        {
            return Make(state, place, done, done, done, ForecastBasis.Reached, 0);
        }

        return objective is not null ? MeasureForecast.Of(state, m, objective) : BySchedule(state, place, cohort);
    }

    public static PlanForecast Make(PlanState state, int place, int? day, int? earliest, int? latest, ForecastBasis basis, int observations) => new()
    {
        Milestone = state.Plan.Graph.Items[place].Id,
        Day = day,
        EarliestDay = earliest,
        LatestDay = latest,
        On = day is { } on ? state.Plan.DateOf(on) : null,
        Basis = basis,
        Observations = observations,
    };

    private static PlanForecast BySchedule(PlanState state, int place, PaceCohort? cohort)
    {
        var ratios = Ratios(state);
        var known = Upstream(state, place).Where(i => cohort?.At(state.Plan.Graph.Items[i].Id, .5) is not null).Select(i => cohort!.CountOf(state.Plan.Graph.Items[i].Id)).ToArray();
        if (known.Length == 0 && ratios.Length < LeastItems)
        {
            // The plan itself is all there is: no end of a range follows from it.
            var planned = state.Parts.Schedule.Finish[place];
            return Make(state, place, planned, planned, null, ForecastBasis.PlannedDurations, ratios.Length);
        }

        int At(double ofCohort, double ofOwn) => Finish(state, place, i => cohort?.At(state.Plan.Graph.Items[i].Id, ofCohort)
            ?? state.Plan.Graph.Duration[i] * (ratios.Length >= LeastItems ? Quantile(ratios, ofOwn) : 1));
        return Make(
            state,
            place,
            At(.5, .5),
            At(.1, .25),
            At(.9, .75),
            known.Length > 0 ? ForecastBasis.Cohort : ForecastBasis.OwnPace,
            known.Length > 0 ? known.Min() : ratios.Length);
    }

    // The schedule once more, with other durations for what is open.
    private static int Finish(PlanState state, int place, Func<int, double> duration)
    {
        var (graph, schedule, day) = (state.Plan.Graph, state.Parts.Schedule, state.Day);
        var finish = new int[graph.Items.Length];
        for (var i = 0; i <= place; i++)
        {
            finish[i] = schedule.Done[i] != PlanSchedule.Open ? schedule.Done[i]
                : Math.Max(day, Ready(graph, finish, i) + (int)Math.Ceiling(Math.Min(duration(i), int.MaxValue / 4) - 1e-9));
        }

        return finish[place];
    }

    private static int Ready(PlanGraph graph, int[] finish, int item)
    {
        if (graph.After[item].Length == 0)
        {
            return graph.Start[item];
        }

        var ready = int.MinValue;
        foreach (var before in graph.After[item])
        {
            ready = Math.Max(ready, finish[before]);
        }

        return ready;
    }

    private static double[] Ratios(PlanState state)
    {
        var (graph, schedule) = (state.Plan.Graph, state.Parts.Schedule);
        return [.. Enumerable.Range(0, graph.Items.Length)
            .Where(i => schedule.Done[i] != PlanSchedule.Open && graph.Duration[i] > 0)
            .Select(i => Math.Max(0, schedule.Done[i] - schedule.Ready[i]) / (double)graph.Duration[i])
            .Order()];
    }

    private static IEnumerable<int> Upstream(PlanState state, int place) =>
        state.Plan.Graph.Upstream(place).Append(place).Where(i => state.Parts.Schedule.Done[i] == PlanSchedule.Open);

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var low = (int)Math.Floor(place);
        return sorted[low] + ((place - low) * (sorted[Math.Min(low + 1, sorted.Length - 1)] - sorted[low]));
    }
}
