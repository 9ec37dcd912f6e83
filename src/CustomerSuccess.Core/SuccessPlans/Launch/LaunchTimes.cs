namespace CustomerSuccess.SuccessPlans;

/// <summary>How long launches take, over the plans of several customers: those that are not there yet count until now, for leaving them out would make every launch look short.</summary>
public static class LaunchTimes
{
    private const double Tolerance = 1e-9;

    /// <summary>The time to first value and the length of launch of each segment, by the segment's name, customers without one last.</summary>
    /// <param name="states">A state for each plan of each customer; of one that was lost the state as of then.</param>
    /// <param name="segment">The segment of a state; null for none.</param>
    /// <exception cref="ArgumentException">A plan of a customer stands twice.</exception>
    public static IReadOnlyList<SegmentLaunchTimes> BySegment(IEnumerable<PlanState> states, Func<PlanState, string?> segment)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(segment);
        PlanState[] all = [.. states];
        return all.GroupBy(s => (s.Plan.Version.PlanId, s.CustomerId)).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new ArgumentException($"The plan '{twice.Key.PlanId}' of '{twice.Key.CustomerId}' stands twice. State each once, as of one instant.", nameof(states))
            : (IReadOnlyList<SegmentLaunchTimes>)Array.AsReadOnly(
            [
                .. all.GroupBy(segment, StringComparer.Ordinal)
                    .OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new SegmentLaunchTimes { Segment = g.Key, ToFirstValue = Of(g.Select(SpanMaker.ToFirstValue)), Length = Of(g.Select(SpanMaker.Length)) }),
            ]);
    }

    /// <summary>How long it takes over several spans.</summary>
    /// <param name="spans">The spans, in any order.</param>
    public static LaunchTime Of(IEnumerable<LaunchSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        LaunchSpan[] all = [.. spans];
        int Count(LaunchSpanStanding standing) => all.Count(s => s.Standing == standing);
        LaunchSpan[] counted = [.. all.Where(s => s.Standing is LaunchSpanStanding.Reached or LaunchSpanStanding.Open)];
        var (steps, left) = (new List<LaunchTimeStep>(), 1d);
        foreach (var days in counted.Where(s => s.Standing == LaunchSpanStanding.Reached).GroupBy(s => s.Days!.Value).OrderBy(g => g.Key))
        {
            // Who is followed to that very day was at risk on it.
            var (atRisk, reached) = (counted.Count(s => s.Days >= days.Key), days.Count());
            left *= (atRisk - reached) / (double)atRisk;
            steps.Add(new(days.Key, atRisk, reached, left));
        }

        return new()
        {
            Reached = Count(LaunchSpanStanding.Reached),
            Censored = Count(LaunchSpanStanding.Open),
            Unknown = Count(LaunchSpanStanding.Unknown),
            NotMarked = Count(LaunchSpanStanding.NotMarked),
            NotBegun = Count(LaunchSpanStanding.NotBegun),
            MedianDays = steps.FirstOrDefault(s => s.NotYet <= 0.5 + Tolerance)?.Days,
            Steps = steps.AsReadOnly(),
        };
    }
}
