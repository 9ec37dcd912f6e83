using System.Diagnostics;

namespace CustomerSuccess.Benchmarks.Quick;

/// <summary>
/// Runs contestants by turns (A B A B …) in one process, so that whatever disturbs one disturbs the other, and compares
/// them round by round. What one thread does is measured in processor time, where the system counts it finely enough: on
/// a busy machine a run that is interrupted then costs no more than one that is not.
/// </summary>
internal static class Contest
{
    private const int CallsUntilOptimised = 60;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    // The runtime compiles hot methods again in the background once nothing new was called for a tenth of a second.
    private static readonly TimeSpan TieringDelay = TimeSpan.FromMilliseconds(250);

    /// <summary>Warms up, then measures for about the given time, but for at least five rounds.</summary>
    public static ContestTimes Run(TimeSpan time, params Contestant[] contestants) =>
        Run(time, OperatingSystem.IsLinux() ? static () => Environment.CpuUsage.TotalTime : static () => Stopwatch.GetElapsedTime(0), contestants);

    /// <summary>The same by the clock on the wall, for contestants with several threads.</summary>
    public static ContestTimes RunByWallClock(TimeSpan time, params Contestant[] contestants) =>
        Run(time, static () => Stopwatch.GetElapsedTime(0), contestants);

    private static ContestTimes Run(TimeSpan time, Func<TimeSpan> clock, Contestant[] contestants)
    {
        var watch = Stopwatch.StartNew();
        for (var call = 0; call < CallsUntilOptimised && watch.Elapsed < WarmUp; call++)
        {
            Array.ForEach(contestants, RunOnce);
        }

        // The runtime compiles hot methods for good in the background, a moment after they were last called, and only while nothing
        // new is: it has no event to wait for, so that the contest keeps still for that long. Nothing is timed meanwhile.
        Thread.Sleep(TieringDelay);
        Array.ForEach(contestants, RunOnce);

        var rounds = new List<double[]>();
        watch.Restart();
        var used = Environment.CpuUsage.TotalTime;
        while (rounds.Count < 5 || watch.Elapsed < time)
        {
            rounds.Add([.. contestants.Select(c => Timed(c, clock))]);
        }

        return new ContestTimes([.. contestants.Select(c => c.Name)], rounds, (Environment.CpuUsage.TotalTime - used) / watch.Elapsed);
    }

    // The first, untimed run gives each contestant the caches as it leaves them itself, not as the one before left them.
    private static double Timed(Contestant contestant, Func<TimeSpan> clock)
    {
        (contestant.Prepare ?? contestant.Run)();
        var start = clock();
        contestant.Run();
        return (clock() - start).TotalNanoseconds;
    }

    private static void RunOnce(Contestant contestant)
    {
        contestant.Prepare?.Invoke();
        contestant.Run();
    }
}

/// <summary>Someone in a contest: a name, and what is timed.</summary>
internal sealed record Contestant(string Name, Action Run)
{
    /// <summary>Puts in place what a run needs, untimed; null where a run can be repeated as it is.</summary>
    public Action? Prepare { get; init; }
}

/// <summary>The times of a contest, in nanoseconds by round and contestant.</summary>
internal sealed class ContestTimes(string[] names, IReadOnlyList<double[]> rounds, double processors)
{
    /// <summary>How many processors the contest had on average. One thread alone has just about one.</summary>
    public double Processors { get; } = processors;


    /// <summary>The median over the rounds of one contestant's time ÷ the other's in the same round.</summary>
    public double Ratio(string name, string to)
    {
        var (above, below) = (Array.IndexOf(names, name), Array.IndexOf(names, to));
        return Median(rounds.Select(r => r[above] / r[below]));
    }

    public double Median(string name)
    {
        var place = Array.IndexOf(names, name);
        return Median(rounds.Select(r => r[place]));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
