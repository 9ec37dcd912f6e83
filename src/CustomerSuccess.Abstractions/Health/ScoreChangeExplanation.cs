using System.Globalization;
using System.Text;

namespace CustomerSuccess.Health;

/// <summary>The text of a <see cref="ScoreChange"/>.</summary>
internal static class ScoreChangeExplanation
{
    public static string Of(ScoreChange change)
    {
        var lines = change.Lines.Where(l => Math.Abs(l.Total) >= Edge.Tolerance).ToArray();
        var total = Math.Round((decimal)change.After, 1, MidpointRounding.AwayFromZero) - Math.Round((decimal)change.Before, 1, MidpointRounding.AwayFromZero);
        var shown = LargestRemainder.Round([.. lines.Select(l => (decimal)l.Total)], total, 1);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{change.Before:F1} → {change.After:F1}    {total:+0.0;-0.0;0.0}"));
        var width = lines.Select(l => l.Name.Length).DefaultIfEmpty(0).Max();
        for (var i = 0; i < lines.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {lines[i].Name.PadRight(width)}  {shown[i],6:+0.0;-0.0;0.0}   {Parts(lines[i])}");
        }

        return text.ToString();
    }

    private static string Parts(ScoreChangeLine line) => string.Join(", ", new[]
    {
        Part("configuration", line.Configuration),
        Part(line.Kind == ScoreLineKind.Measure ? "value" : "as it stands", line.Value),
        Part("weight and coverage", line.WeightAndCoverage),
    }.OfType<string>());

    private static string? Part(string name, double points) =>
        Math.Abs(points) < 0.05 ? null : string.Create(CultureInfo.InvariantCulture, $"{name} {points:+0.0;-0.0;0.0}");
}
