using System.Text;

namespace CustomerSuccess.Health;

/// <summary>
/// The text of a <see cref="ScoreChange"/>: the two scores as they are shown, then each line with its parts. The printed
/// lines sum to the printed difference, and the printed parts of a line to the line. Invariant culture.
/// </summary>
internal static class ScoreChangeExplanation
{
    public static string Of(ScoreChange change)
    {
        var (display, bands) = (change.Definition?.Display ?? ScoreDisplay.Default, change.Definition?.Bands);
        var scale = (decimal)((display.Maximum - display.Minimum) / 100);
        var lines = change.Lines.Where(l => Math.Abs(l.Total) >= Edge.Tolerance).ToArray();
        var (before, after) = (display.Round(change.Before, bands), display.Round(change.After, bands));
        var decimals = Math.Max(display.Decimals, Math.Max(before.Scale, after.Scale));
        var points = LargestRemainder.Round([.. lines.Select(l => (decimal)l.Total * scale)], after - before, decimals);
        string[] shown = [.. points.Select(p => Signed(display, p))];
        var text = new StringBuilder($"{display.Text(before)} → {display.Text(after)}    {Signed(display, after - before)}");
        var (name, width) = (lines.Select(l => Label(l).Length).DefaultIfEmpty(0).Max(), shown.Select(s => s.Length).DefaultIfEmpty(0).Max());
        for (var i = 0; i < lines.Length; i++)
        {
            text.Append($"\n  {Label(lines[i]).PadRight(name)}   {shown[i].PadLeft(width)}   {Parts(lines[i], points[i], scale, decimals, display)}".TrimEnd());
        }

        return text.ToString();
    }

    private static string Label(ScoreChangeLine line) => line.Kind switch
    {
        ScoreLineKind.Decay => $"{line.Name} decayed",
        ScoreLineKind.Usage => $"{line.Name} usage",
        ScoreLineKind.Start or ScoreLineKind.Limit or ScoreLineKind.AnyRed when line.Group.Length > 0 => $"{line.Group}: {line.Name}",
        _ => line.Name,
    };

    private static string Parts(ScoreChangeLine line, decimal total, decimal scale, int decimals, ScoreDisplay display)
    {
        string[] names = ["configuration", line.Kind == ScoreLineKind.Measure ? "value" : "as it stands", "weight and coverage"];
        decimal[] parts = [(decimal)line.Configuration * scale, (decimal)line.Value * scale, (decimal)line.WeightAndCoverage * scale];
        var points = LargestRemainder.Round(parts, total, decimals);
        return string.Join(", ", names.Zip(points).Where(p => p.Second != 0).Select(p => $"{p.First} {Signed(display, p.Second)}"));
    }

    private static string Signed(ScoreDisplay display, decimal points) => points > 0 ? $"+{display.Text(points)}" : display.Text(points);
}
