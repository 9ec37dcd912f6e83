using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>The rows of an explanation: what counted most first, what is missing last, signed lines after the measures.</summary>
internal static class ScoreTable
{
    public static IEnumerable<string> Rows(HealthScore score, IReadOnlyList<ScoreLine> all)
    {
        var display = score.Definition.Display;
        var lines = all
            .Where(l => l.Kind == ScoreLineKind.Measure || Math.Abs(l.Points) >= Edge.Tolerance)
            .OrderBy(l => l.Kind != ScoreLineKind.Measure).ThenBy(l => l.Kind == ScoreLineKind.Measure && IsSilent(l))
            .ThenByDescending(l => l.Kind == ScoreLineKind.Measure ? Math.Abs(l.Points) : 0)
            .ToArray();
        var (points, offset) = Points(score, lines, display);
        var weights = Weights(lines);
        var cells = lines.Select((l, i) => new[] { Name(l), Raw(l), Normalised(l), weights[i], points[i], Note(l) }).ToList();
        if (offset is not null)
        {
            cells.Add(["scale starts at", "", "", "", offset, ""]);
        }

        var widths = Enumerable.Range(0, 5).Select(c => cells.Where(r => c == 0 || !r[1].StartsWith("unknown", StringComparison.Ordinal)).Select(r => r[c].Length).DefaultIfEmpty(0).Max()).ToArray();
        foreach (var cell in cells)
        {
            yield return Row(cell, widths);
        }
    }

    private static string Row(string[] cell, int[] width)
    {
        var name = $"  {cell[0].PadRight(width[0])}";
        if (cell[1].StartsWith("unknown", StringComparison.Ordinal) && cell[4].Length == 0)
        {
            return $"{name}  {cell[1]}   {cell[5]}".TrimEnd();
        }

        var middle = $"  {cell[1].PadRight(width[1])} {cell[2].PadRight(width[2])}   {cell[3].PadLeft(width[3])}";
        return $"{name}{middle}   {cell[4].PadLeft(width[4])}   {cell[5]}".TrimEnd();
    }

    private static (string[] Points, string? Offset) Points(HealthScore score, ScoreLine[] lines, ScoreDisplay display)
    {
        if (score.Value is not { } value)
        {
            return ([.. lines.Select(_ => "")], null);
        }

        var scale = (decimal)((display.Maximum - display.Minimum) / 100);
        var start = (decimal)display.Minimum;
        var parts = lines.Select(l => (decimal)l.Points * scale).Append(start).ToArray();
        var total = display.Round(value, score.Definition.Bands);
        var rounded = LargestRemainder.Round(parts, total, Math.Max(display.Decimals, total.Scale));
        var texts = lines.Select((l, i) => IsSilent(l) && l.Points == 0 && l.Kind == ScoreLineKind.Measure ? "" : display.Text(rounded[i]));
        return ([.. texts], start == 0 ? null : display.Text(rounded[^1]));
    }

    private static string[] Weights(ScoreLine[] lines)
    {
        var shown = lines.Select(l => l.Kind == ScoreLineKind.Measure && l.Weight > 0 && Math.Abs(l.Weight - 1) > Edge.Tolerance).ToArray();
        var parts = lines.Select((l, i) => shown[i] ? (decimal)l.Weight * 100 : 0m).ToArray();
        var rounded = LargestRemainder.Round(parts, Math.Round(parts.Sum(), 2, MidpointRounding.AwayFromZero), 2);
        return [.. rounded.Select((r, i) => shown[i] ? string.Create(CultureInfo.InvariantCulture, $"× {r:0.##} %") : "")];
    }

    private static string Name(ScoreLine line) => line.Kind switch
    {
        ScoreLineKind.Measure => line.Path,
        ScoreLineKind.Start => $"{Of(line)}start",
        ScoreLineKind.Decay => $"{line.Path} decayed",
        ScoreLineKind.Usage => $"{line.Path} usage {line.Because}",
        ScoreLineKind.AnyRed => $"{Of(line)}a red part caps the whole",
        ScoreLineKind.Limit => $"{Of(line)}limit",
        ScoreLineKind.Cap => $"capped: {line.Because}",
        ScoreLineKind.Floor => $"lifted: {line.Because}",
        ScoreLineKind.Set => $"set: {line.Because}",
        ScoreLineKind.Override => "manual override",
        _ => line.Name,
    };

    private static bool IsSilent(ScoreLine line) => line.State is ScoreLineState.Redistributed or ScoreLineState.LeftToStrategy;

    private static string Of(ScoreLine line) => line.Group.Length == 0 ? "" : $"{line.Group}: ";

    private static string Raw(ScoreLine line)
    {
        if (line.Kind != ScoreLineKind.Measure)
        {
            return "";
        }

        var value = line.RawText ?? (line.Raw is { } raw ? NumberText.Of(raw, line.Unit) : "");
        return line.Cause is { } cause ? $"unknown: {cause.Reason}" + (line.State == ScoreLineState.CarriedForward ? $", last {value}" : "") : value;
    }

    private static string Normalised(ScoreLine line) => line.Kind == ScoreLineKind.Measure && line.Normalised is { } normalised
        ? string.Create(CultureInfo.InvariantCulture, $"→ {Math.Round((decimal)normalised, 1, MidpointRounding.AwayFromZero):0.#}")
        : "";

    private static string Note(ScoreLine line) => line.State switch
    {
        ScoreLineState.Redistributed => "redistributed",
        ScoreLineState.Neutral => "taken as neutral",
        ScoreLineState.Pessimistic => "taken as the worst",
        ScoreLineState.CarriedForward => "carried forward",
        ScoreLineState.Abstained => "no score without it",
        ScoreLineState.LeftToStrategy => "left to the strategy",
        _ => "",
    };
}
