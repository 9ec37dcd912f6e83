using System.Globalization;
using CustomerSuccess.Health;

namespace CustomerSuccess.Testing;

/// <summary>Without a fact that it reads, a strategy is unknown and says why, or scores within bounds that hold what it scores once all is known.</summary>
internal sealed class UnknownHonestLaw(string fact) : Law(StrategyLaw.UnknownHonest, fact)
{
    private string Name => Fact!;

    public override LawFinding? Broken(StrategyTrial trial, SampleCase sample)
    {
        if (sample.Facts.Find(Name) is not { IsKnown: true } known)
        {
            return null;
        }

        var without = FactSampling.Fresh(trial.Samples, sample).With(Name, FactValue.Unknown(UnknownKind.NotGiven, null));
        if (!trial.Read(without).Contains(Name) || trial.Stated(without) is not { } stated || trial.Completed(without) is not { } score)
        {
            return null;
        }

        if (score.State == HealthScoreState.Failed)
        {
            return new("failed", $"without '{Name}' it fails: a missing fact is not a failure; return HealthResult.Unknown with the reading's causes");
        }

        if (score.State == HealthScoreState.Unknown && stated.Causes.Count == 0 && stated.Score?.Reason is null)
        {
            return new("silent", $"without '{Name}' it is unknown and names no cause");
        }

        return FactSampling.Spread(trial.Samples.Facts[Name]).Prepend(known)
            .SelectMany(value => FactSampling.Completions(trial.Samples, without.With(Name, value)))
            .Select(completion => Compare(trial, completion, score, stated))
            .FirstOrDefault(finding => finding is not null);
    }

    private LawFinding? Compare(StrategyTrial trial, SampleCase completion, HealthScore score, HealthResult stated)
    {
        if (trial.Completed(completion) is not { Computed: { } completed } whole || whole.Coverage < trial.BestCoverage)
        {
            return null;
        }

        var words = completion.Words(trial.Read(completion));
        if (completed < score.Lower - Edge.Tolerance || completed > score.Upper + Edge.Tolerance)
        {
            return new("bounds", Words($"without '{Name}' it says that the score lies between {score.Lower:R} and {score.Upper:R}; with {words} it is {completed:R}"));
        }

        // The coverage of a whole score counts weights, which a fact that decides only a condition has none of.
        return stated.Score is null && score.Computed is { } confident && score.Coverage >= 1 && Math.Abs(completed - confident) > Edge.Tolerance
            ? new("coverage", Words($"without '{Name}' it scores {confident:R} and says that all is known; with {words} it scores {completed:R}"))
            : null;
    }

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
