using CustomerSuccess.Health;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>One reason why a score is not 100: a line of the score in words, and the points that it lost there.</summary>
internal sealed record Reason(string Words, double Lost)
{
    /// <summary>The heaviest reasons of a score on a scale of 100. All of them together are 100 less the score.</summary>
    public static IReadOnlyList<Reason> Heaviest(HealthScore score, int count) =>
        [.. score.Lines.Select(Of).Where(r => r.Lost > 0.05).OrderByDescending(r => r.Lost).Take(count)];

    private static Reason Of(ScoreLine line) => line.Kind == ScoreLineKind.Measure
        ? new($"{line.Name}: {Value(line)}", line.Weight * (100 - (line.Normalised ?? 100)))
        : new(line.Because ?? line.Name, -line.Points);

    private static string Value(ScoreLine line) =>
        line.RawText ?? (line.Raw is { } raw ? NumberText.Of(raw, line.Unit) : "not known");
}
