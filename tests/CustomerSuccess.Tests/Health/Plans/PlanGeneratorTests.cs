using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>A law over thrown scorecards is worth what is thrown.</summary>
public sealed class PlanGeneratorTests
{
    [Fact]
    public void Scorecards_and_rows_of_every_kind_are_thrown_often()
    {
        const int Throws = 2000;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Throws; i++)
        {
            var thrown = new Thrown(new Seed(i, 1 + (i % 7)), actionable: true);
            var score = thrown.Score();
            foreach (var what in Kinds(thrown, score).Distinct())
            {
                seen[what] = seen.GetValueOrDefault(what) + 1;
            }
        }

        string[] expected =
        [
            .. Enum.GetValues<Aggregation>().Select(a => $"{a}"),
            .. new[] { "Linear", "Piecewise", "Steps", "Ranges", "Logistic", "Categories", "Table", "Percentile" }.Select(c => $"{c}Plan"),
            .. Enum.GetValues<MissingDataKind>().Select(k => $"{k}"),
            .. new[] { ScoreLineState.Observed, ScoreLineState.Redistributed, ScoreLineState.Neutral, ScoreLineState.Pessimistic, ScoreLineState.CarriedForward, ScoreLineState.Abstained }.Select(s => $"line {s}"),
            .. Enum.GetValues<ExceptionOutcome>().Select(o => $"exception {o}"),
            .. new[] { UnknownKind.NotGiven, UnknownKind.NotANumber, UnknownKind.OutOfRange, UnknownKind.Expired, UnknownKind.AgeNotGiven, UnknownKind.UnknownCategory, UnknownKind.ReaderFailed }.Select(k => $"cause {k}"),
            "scored", "unknown", "open bounds", "nested twice", "segment", "LowerExcluded", "decayed", "judged", "any red", "limited", "band held back", "band set",
        ];
        Offenders.None("Each is thrown at least once in a hundred times.", expected.Where(e => seen.GetValueOrDefault(e) < Throws / 100).Select(e => $"{e}: {seen.GetValueOrDefault(e)}"));
        Assert.True(seen["scored"] > Throws / 2, $"Of {Throws} only {seen["scored"]} are scored.");
    }

    private static IEnumerable<string> Kinds(Thrown thrown, HealthScore score)
    {
        foreach (var group in thrown.Plan.Groups)
        {
            yield return $"{group.Aggregation}";
        }

        foreach (var measure in thrown.Plan.Measures)
        {
            yield return measure.Curve.GetType().Name;
            yield return $"{measure.Policy}";
        }

        foreach (var line in score.Lines)
        {
            yield return line.Kind == ScoreLineKind.Measure ? $"line {line.State}" : "signed";
            yield return line.Cause is { } cause ? $"cause {cause.Kind}" : "known";
            yield return (line.Kind, line.Points) switch { (_, 0) => "", (ScoreLineKind.Decay, _) => "decayed", (ScoreLineKind.Usage, _) => "judged", (ScoreLineKind.AnyRed, _) => "any red", (ScoreLineKind.Limit, _) => "limited", _ => "" };
        }

        foreach (var exception in score.Exceptions)
        {
            yield return $"exception {exception.Outcome}";
        }

        yield return score.Value is null ? "unknown" : "scored";
        yield return score.Lower < score.Upper ? "open bounds" : "closed bounds";
        yield return thrown.Plan.Root.Children.OfType<GroupPlan>().Any(g => g.Children.OfType<GroupPlan>().Any()) ? "nested twice" : "flat";
        yield return thrown.Row.Segment is null ? "no segment" : "segment";
        yield return $"{thrown.Plan.Convention}";
        yield return score.BandIndex != score.LevelIndex ? "band held back" : "band is level";
        yield return thrown.Plan.Exceptions.Any(e => e.Band is not null) && score.Exceptions.Any(e => e.Kind == ScoreLineKind.Set && e.Outcome == ExceptionOutcome.Applied) ? "band set" : "";
    }
}
