using System.Globalization;
using CustomerSuccess.Health;

namespace CustomerSuccess.Testing;

/// <summary>More of a fact never moves the score against the declared direction. Values without a score are left out.</summary>
internal sealed class MonotoneLaw(string fact, bool rising) : Law(StrategyLaw.Monotone, fact)
{
    private string Name => Fact!;

    public override LawFinding? Broken(StrategyTrial trial, SampleCase sample)
    {
        if (!trial.Samples.Facts.TryGetValue(Name, out var range) || range.Type == FactType.Text)
        {
            return new("unread", $"it declares that it {(rising ? "rises" : "falls")} with '{Name}' and never reads a number or a yes or no of that name");
        }

        var known = sample.Facts.Find(Name)!;
        var values = FactSampling.Spread(range).Append(known).Where(v => v.IsKnown).OrderBy(v => v.Flag).ThenBy(v => v.Number);
        (FactValue Value, double Score)? before = null;
        foreach (var value in values.Select(v => v with { Age = known.Age }))
        {
            if (trial.Completed(sample.With(Name, value))?.Computed is not { } score)
            {
                continue;
            }

            if (before is { } last && (rising ? score < last.Score - Edge.Tolerance : score > last.Score + Edge.Tolerance))
            {
                return new("turns", string.Create(
                    CultureInfo.InvariantCulture,
                    $"it declares that it {(rising ? "rises" : "falls")} with '{Name}', and scores {last.Score:R} with {last.Value.Words(Name)} and {score:R} with {value.Words(Name)}"));
            }

            before = (value, score);
        }

        return null;
    }
}
