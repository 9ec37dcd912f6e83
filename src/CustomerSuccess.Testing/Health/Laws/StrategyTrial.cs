using System.Globalization;
using System.Text;
using CustomerSuccess.Health;

namespace CustomerSuccess.Testing;

/// <summary>A strategy on trial, with what it is tried on.</summary>
internal sealed class StrategyTrial(IHealthScoreStrategy strategy, Func<IHealthScoreStrategy>? fresh, StrategySamples samples)
{
    private readonly StrategyRunner _runner = new("strategy", strategy);
    private double? _bestCoverage;

    public StrategySamples Samples { get; } = samples;

    public IHealthScoreStrategy Strategy { get; } = strategy;

    /// <summary>Makes the strategy anew; null where only an instance was given.</summary>
    public Func<IHealthScoreStrategy>? Fresh { get; } = fresh;

    /// <summary>The highest coverage that it reaches on customers of whom all is known and fresh: what it calls "all is known".</summary>
    public double BestCoverage => _bestCoverage ??= Enumerable.Range(0, Samples.CaseCount)
        .Select(i => FactSampling.Completions(Samples, FactSampling.Case(Samples, i)).First())
        .Max(c => Completed(c)?.Coverage ?? 0);

    /// <summary>What the strategy says; null where it throws or returns null.</summary>
    public HealthResult? Stated(SampleCase sample)
    {
        try
        {
            return Strategy.Score(sample.Context());
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>What the engine makes of it; null where the strategy throws a cancellation.</summary>
    public HealthScore? Completed(SampleCase sample)
    {
        try
        {
            return _runner.Score(sample.Context());
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>The names that the strategy reads on that case.</summary>
    public IReadOnlyCollection<string> Read(SampleCase sample)
    {
        var seen = new SeenFacts(sample.Facts);
        Watch(sample, seen);
        return seen.AskedNames;
    }

    /// <summary>Runs all cases until nothing new is read, so that every fact is tried.</summary>
    public void Discover()
    {
        for (var (news, round) = (true, 0); news && round < 10; round++)
        {
            news = false;
            for (var i = 0; i < Samples.CaseCount; i++)
            {
                var sample = FactSampling.Case(Samples, i);
                var seen = new SeenFacts(sample.Facts);
                Watch(sample, seen);
                foreach (var (name, type) in seen.Asked)
                {
                    news |= Samples.Discover(name, type);
                }
            }
        }
    }

    /// <summary>Everything that a strategy says on a case, as text to compare; an exception is part of it.</summary>
    public static string Signature(IHealthScoreStrategy strategy, SampleCase sample)
    {
        try
        {
            return strategy.Score(sample.Context()) is { } result ? Signature(result) : "null";
        }
        catch (Exception e)
        {
            return $"{e.GetType().Name}: {e.Message}";
        }
    }

    private static string Signature(HealthResult result)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{result.State} {result.Value:R}");
        text.AppendJoin("", result.Causes.Select(c => $"; {c}"));
        text.AppendJoin("", result.Contributions.Select(c => string.Create(CultureInfo.InvariantCulture, $"; {c.Name} {c.Points:R} of {c.Raw:R}")));
        text.Append(CultureInfo.InvariantCulture, $"{Part("coverage", result.Coverage)}{Part("at least", result.Lower)}{Part("at most", result.Upper)}");
        return text.Append(result.Reason is null ? "" : $"; {result.Reason}").Append(result.Score is null ? "" : $"; {result.Score.ToSnapshot().ToJson()}").ToString();
    }

    private static string Part(string name, double? number) => number is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; {name} {number:R}");

    private void Watch(SampleCase sample, SeenFacts seen)
    {
        try
        {
            Strategy.Score(sample.Context(seen));
        }
        catch (Exception)
        {
            // What it read before it threw is what counts here; the law that forbids throwing reports the rest.
        }
    }
}
