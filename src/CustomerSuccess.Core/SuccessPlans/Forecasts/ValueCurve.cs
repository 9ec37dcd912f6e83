namespace CustomerSuccess.SuccessPlans;

/// <summary>The value that a plan was expected to deliver, day by day, and what it had delivered.</summary>
internal static class ValueCurve
{
    public static IReadOnlyList<ValuePoint> Of(PlanState state, int everyDays)
    {
        var (shape, last) = (state.Plan.Shape, Math.Max(state.Plan.Graph.Due.Max(), state.Day));
        var points = new List<ValuePoint>();
        for (var day = 0; ; day = Math.Min(day + everyDays, last))
        {
            points.Add(new() { Day = day, Expected = Expected(shape, day), Actual = Actual(state, day) });
            if (day >= last)
            {
                return points.AsReadOnly();
            }
        }
    }

    private static double Expected(PlanShape shape, int day)
    {
        var sum = 0d;
        foreach (var m in shape.ByName)
        {
            var milestone = (Milestone)shape.Items[shape.Milestones[m]];
            sum += shape.Shares[m] * (shape.Objectives[m] is { } objective ? MilestoneMaker.Expected(milestone, objective, shape, m, day) : day >= milestone.DueDay ? 1 : 0);
        }

        return Math.Min(sum, 1);
    }

    private static ValueRange? Actual(PlanState state, int day)
    {
        if (day > state.Day)
        {
            return null;
        }

        var end = state.Plan.Calendar.StartOf(day + 1).AddTicks(-1);
        return end >= state.AsOf ? state.Value : state.RewoundTo(end).Value;
    }
}
