using System.Globalization;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Health;

public sealed class ScoreExplanationProperties
{
    private static readonly string[] Notes = ["redistributed", "taken as neutral", "taken as the worst", "carried forward", "no score without it"];

    [Law]
    public void What_is_printed_adds_up_to_the_score_that_is_printed(Seed seed)
    {
        var thrown = new Thrown(seed);
        var score = thrown.Score();
        if (score.Value is null)
        {
            return;
        }

        var text = score.Explain();
        var rows = text.Split('\n');
        var total = decimal.Parse(rows[0].Split(' ')[0], CultureInfo.InvariantCulture);
        var sum = rows.Skip(1).Sum(Points);

        thrown.True(total == sum, $"{sum} is the sum of\n{text}\n");
    }

    [Law]
    public void Every_measure_is_named_and_every_band_that_the_score_could_be(Seed seed)
    {
        var thrown = new Thrown(seed);
        var score = thrown.Score();
        var text = score.Explain();

        thrown.True(thrown.Plan.Measures.All(m => text.Contains(m.Name, StringComparison.Ordinal)), text);
        if (score is { Computed: { } computed, Lower: { } lower, Upper: { } upper })
        {
            var (own, bands) = (thrown.Card.Bands.LevelOf(computed), thrown.Card.Bands);
            var others = bands.Bands.Where(b => b.Index != own && b.Index >= bands.LevelOf(lower) && b.Index <= bands.LevelOf(upper)).Select(b => b.Name).ToArray();
            var expected = others.Length == 0 ? "" : $", could be {string.Join(" or ", others)}    ";
            thrown.True(text.Contains(", could be ", StringComparison.Ordinal) == (others.Length > 0) && text.Contains(expected, StringComparison.Ordinal), text);
        }
    }

    [Law]
    public void A_printed_change_adds_up_to_the_difference_of_the_printed_scores(Seed seed)
    {
        var thrown = new Thrown(seed);
        var (before, after) = (thrown.Score(), thrown.AnotherRow().Score(thrown.Card));
        if (before.Computed is null || after.Computed is null)
        {
            return;
        }

        var change = after.ChangeSince(before);
        var text = change.ToString();
        var rows = text.Split('\n');
        var head = Numbers(rows[0].Replace('→', ' '));
        var width = change.Lines.Where(l => Math.Abs(l.Total) >= 1e-9).Select(l => l.Name.Length).DefaultIfEmpty(0).Max();
        var lines = rows.Skip(1).Select(r => Numbers(r[(2 + width)..].Replace(',', ' '))).ToArray();

        thrown.True(head is [var from, var to, var difference] && to - from == difference, text);
        thrown.True(lines.Sum(l => l[0]) == head[2], $"{lines.Sum(l => l[0])} is the sum of\n{text}\n");
        thrown.True(lines.All(l => l.Skip(1).Sum() == l[0]), text);
    }

    private static decimal[] Numbers(string text) =>
        [.. text.Split(' ').Select(w => decimal.TryParse(w, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var d) ? d : (decimal?)null).OfType<decimal>()];

    // The points stand last, but for the note.
    private static decimal Points(string row)
    {
        foreach (var note in Notes)
        {
            row = row.EndsWith(note, StringComparison.Ordinal) ? row[..^note.Length] : row;
        }

        var last = row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];
        return decimal.TryParse(last, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) ? points : 0;
    }
}
