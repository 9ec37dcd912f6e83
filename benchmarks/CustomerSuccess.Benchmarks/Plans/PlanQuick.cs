using CustomerSuccess.Benchmarks.Quick;

namespace CustomerSuccess.Benchmarks.Plans;

/// <summary>The goals of plans, measured in one run. docs/performance.md says what each ratio means.</summary>
internal static class PlanQuick
{
    private const int Few = 1_000;
    private const int Many = 100_000;
    private const int Rounds = 3;

    public static void Measure(QuickReport report)
    {
        var contestants = new PlanContestants();
        contestants.Check();
        var times = Contest.Run(
            TimeSpan.FromSeconds(8),
            new("state", contestants.State),
            new("sort", contestants.Sort),
            new("one by one", contestants.AddOneByOne) { Prepare = contestants.Follow });
        report.Busy(times);
        report.Time("state", times.Median("state"), "plan");
        report.Time("event", times.Median("one by one") / PlanContestants.OneByOne, "event");
        report.RatioAtMost("state/sort", times.Ratio("state", to: "sort"), 20);
        report.RatioAtMost("event/state", times.Ratio("one by one", to: "state") / PlanContestants.OneByOne, 0.1);
        report.RatioAtMost("100000/1000", Growth(contestants), 1.3);
    }

    // Few before and after many, so that what changes meanwhile changes both.
    private static double Growth(PlanContestants contestants)
    {
        var few = new List<double>();
        void Take()
        {
            for (var i = 0; i < Rounds; i++)
            {
                few.Add(contestants.Portfolio(Few).TotalSeconds / Few);
            }
        }

        Take();
        var many = contestants.Portfolio(Many).TotalSeconds / Many;
        Take();
        few.Sort();
        return many / ((few[Rounds - 1] + few[Rounds]) / 2);
    }
}
