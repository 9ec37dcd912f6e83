using System.Diagnostics;
using System.Globalization;

namespace CustomerSuccess.Benchmarks.Quick;

/// <summary>Prints what a feature's quick run measured: one line each, of a form that a script can read.</summary>
internal sealed class QuickReport(string feature)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<string> _missed = [];

    public void RatioAtMost(string name, double ratio, double goal) => Print("ratio", name, ratio, "0.00", "<=", goal, ratio <= goal);

    public void RatioAtLeast(string name, double ratio, double goal) => Print("ratio", name, ratio, "0.00", ">=", goal, ratio >= goal);

    public void BytesAtMost(string name, double bytes, double goal) => Print("bytes", name, Math.Ceiling(bytes), "0", "<=", goal, bytes <= goal);

    /// <summary>What a ratio is made of. Times differ from machine to machine and have no goal.</summary>
    public void Time(string name, double nanoseconds, string per = "customer") => Console.WriteLine(Text($"time {feature}.{name} = {nanoseconds:0.00} ns per {per}"));

    /// <summary>Says so where one thread did not have a processor to itself: ratios by the clock on the wall are then too high.</summary>
    public void Busy(ContestTimes ofOneThread)
    {
        if (ofOneThread.Processors < 0.95)
        {
            Console.WriteLine(Text($"busy {feature}: one thread had {ofOneThread.Processors:0%} of a processor"));
        }
    }

    public void Finish()
    {
        foreach (var line in _missed)
        {
            Console.WriteLine($"MISSED {line}");
        }

        Console.WriteLine(Text($"{feature}: {_missed.Count} goals missed, {_watch.Elapsed.TotalSeconds:0} s"));
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private void Print(string kind, string name, double measured, string format, string relation, double goal, bool met)
    {
        var number = measured.ToString(format, CultureInfo.InvariantCulture);
        var line = Text($"{kind} {feature}.{name} = {number} (goal {relation} {goal})");
        Console.WriteLine(line);
        if (!met)
        {
            _missed.Add(line);
        }
    }
}
