using System.Diagnostics;
using System.Runtime.CompilerServices;
using CustomerSuccess.Benchmarks.Quick;

namespace CustomerSuccess.Benchmarks.Interventions;

/// <summary>The goals of rules, measured in one run. docs/performance.md says what each ratio means.</summary>
internal static class InterventionQuick
{
    private const int Many = 100_000;
    private const int Some = 1_000;
    private const int FewRows = 500;
    private const int Rules = 100;
    private const int IdleMinutes = 10_000;

    public static void Measure(QuickReport report)
    {
        Screen(report);
        Cycle(report);
        Idle(report);
        Memory(report);
    }

    private static void Screen(QuickReport report)
    {
        var contestants = new ScreenContestants(Many, FewRows);
        contestants.Check();
        var times = Contest.Run(TimeSpan.FromSeconds(6), new("ours", contestants.Screen), new("rules engine", contestants.RulesEngine));
        report.Busy(times);
        var each = (double)contestants.Rules;
        report.Time("screen", times.Median("ours") / (contestants.Customers * each), "rule and customer");
        report.Time("RulesEngine", times.Median("rules engine") / (contestants.Few * each), "rule and customer");
        report.RatioAtLeast("RulesEngine/screen", times.Ratio("rules engine", to: "ours") * contestants.Customers / contestants.Few, 20);
    }

    // The clock on the wall: a cycle uses several threads.
    private static void Cycle(QuickReport report)
    {
        const int Customers = 20_000;
        var workload = new EngineWorkload(Customers, Rules / 10);
        var at = EngineWorkload.Start;
        void Run(IReadOnlyList<string>? changed) => workload.Engine.RunAsync(at = at.AddMinutes(1), changed).GetAwaiter().GetResult();
        Run(null);
        IReadOnlyList<string> few = [];
        var times = Contest.RunByWallClock(TimeSpan.FromSeconds(8), new("full", () => Run(null)), new("few", () => Run(few)) { Prepare = () => few = workload.Change(100, at) });
        report.Time("cycle", times.Median("full") / (Customers * (Rules / 10)), "rule and customer, with all facts formed anew");
        report.RatioAtMost("1%/full", times.Ratio("few", to: "full"), 0.03);
    }

    private static void Idle(QuickReport report)
    {
        var (few, many) = (new EngineWorkload(Some, 10), new EngineWorkload(Many, 10));
        var (atFew, atMany) = (EngineWorkload.Start, EngineWorkload.Start);
        few.Engine.RunAsync(atFew).GetAwaiter().GetResult();
        many.Engine.RunAsync(atMany).GetAwaiter().GetResult();
        static void Sleep(EngineWorkload workload, ref DateTimeOffset at)
        {
            for (var i = 0; i < IdleMinutes; i++)
            {
                workload.Engine.RunAsync(at = at.AddMinutes(1), []).GetAwaiter().GetResult();
            }
        }

        var times = Contest.Run(TimeSpan.FromSeconds(4), new("few", () => Sleep(few, ref atFew)), new("many", () => Sleep(many, ref atMany)));
        report.Time("idle minute", times.Median("many") / IdleMinutes, "cycle");
        report.RatioAtMost("idle 100000/1000", times.Ratio("many", to: "few"), 1.5);
    }

    // The report of the cycle is not kept.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Opened(EngineWorkload workload) => workload.Engine.RunAsync(EngineWorkload.Start.AddHours(2)).GetAwaiter().GetResult().Changes.Count;

    private static void Memory(QuickReport report)
    {
        const int Customers = 20_000;
        var workload = new EngineWorkload(Customers, 1);
        workload.Engine.RunAsync(EngineWorkload.Start).GetAwaiter().GetResult();
        workload.Open(EngineWorkload.Start.AddHours(1));
        workload.ReadAsync(EngineWorkload.Start.AddHours(2)).GetAwaiter().GetResult();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var opened = Opened(workload);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        if (opened != Customers)
        {
            throw new InvalidOperationException($"{opened} cases were opened, {Customers} expected.");
        }

        report.BytesAtMost("open case", (after - before) / (double)Customers, 1024);
        GC.KeepAlive(workload);
        Debug.Assert(workload.Ids.Length == Customers, "the workload is alive");
    }
}
