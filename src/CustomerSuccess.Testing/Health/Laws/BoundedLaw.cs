using System.Globalization;
using CustomerSuccess.Health;

namespace CustomerSuccess.Testing;

/// <summary>The value stated is a number from 0 to 100; stated bounds hold it; points are numbers; the lines of a whole score add up.</summary>
internal sealed class BoundedLaw() : Law(StrategyLaw.Bounded)
{
    public override LawFinding? Broken(StrategyTrial trial, SampleCase sample)
    {
        if (trial.Stated(sample) is not { State: HealthScoreState.Scored } result)
        {
            return null;
        }

        if (!(result.Value >= 0 && result.Value <= 100))
        {
            return new("value", Words($"it scores {result.Value:R}, which is not from 0 to 100"));
        }

        if (result.Contributions.FirstOrDefault(c => c.Points is { } points && !double.IsFinite(points)) is { } wrong)
        {
            return new("points", Words($"it gives {wrong.Points:R} points to '{wrong.Name}'"));
        }

        var (lower, upper) = (result.Score?.Lower ?? result.Lower, result.Score?.Upper ?? result.Upper);
        return lower > result.Value + Edge.Tolerance || upper < result.Value - Edge.Tolerance
            ? new("bounds", Words($"it scores {result.Value:R} and says that the score lies between {lower:R} and {upper:R}"))
            : Lines(result.Score);
    }

    private static LawFinding? Lines(HealthScore? score)
    {
        var sum = score?.Lines.Sum(l => l.Points) ?? 0;
        return score?.Value is { } value && !(Math.Abs(sum - value) <= Edge.Tolerance)
            ? new("lines", Words($"its lines add up to {sum:R} and the score is {value:R}"))
            : null;
    }

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
