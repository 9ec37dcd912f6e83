using System.Globalization;
using System.Text;

namespace CustomerSuccess.Health;

/// <summary>The text of a score: a headline and a table whose printed numbers add up. Invariant culture.</summary>
internal static class ScoreExplanation
{
    public static string Of(HealthScore score)
    {
        var lines = score.Lines;
        var text = new StringBuilder(Headline(score, lines));
        foreach (var row in ScoreTable.Rows(score, lines))
        {
            text.Append('\n').Append(row);
        }

        foreach (var exception in score.Exceptions.Where(e => e.Outcome is ExceptionOutcome.UnknownIgnored or ExceptionOutcome.UnknownAbstained))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  not known whether \"{exception.Because}\" holds: {(exception.Outcome == ExceptionOutcome.UnknownIgnored ? "ignored" : "no score")}");
        }

        if (score.Selection is { } selection)
        {
            text.Append("\n  scored by ").Append(selection);
        }

        if (score.Watermelon is { Verdict: not WatermelonVerdict.No } watermelon)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {watermelon.Words(score.Definition.Display, score.Definition.Bands)}");
        }

        return text.ToString();
    }

    public static string Headline(HealthScore score) => Headline(score, score.Lines);

    private static string Headline(HealthScore score, IReadOnlyList<ScoreLine> lines)
    {
        var (display, bands) = (score.Definition.Display, score.Definition.Bands);
        var text = new StringBuilder();
        if (score.Value is { } value)
        {
            text.Append(CultureInfo.InvariantCulture, $"{display.Show(value, bands)} {score.Band}");
            if (score.BandIndex != score.LevelIndex)
            {
                text.Append(CultureInfo.InvariantCulture, $" (by value {score.Level})");
            }
        }
        else
        {
            text.Append(score.State == HealthScoreState.Failed ? "failed: " : "no score: ").Append(score.Reason);
        }

        if (score.Override is { } manual)
        {
            text.Append(CultureInfo.InvariantCulture, $", {manual}; computed ");
            text.Append(score.Computed is { } computed ? $"{display.Show(computed, bands)} {bands.Bands[bands.LevelOf(computed)]}" : $"no score: {score.Reason}");
        }
        else
        {
            text.Append(CouldBe(score, bands));
        }

        if (score.FrozenAt is { } frozen)
        {
            text.Append(CultureInfo.InvariantCulture, $", frozen since the loss decided {NumberText.Instant(frozen)}");
        }

        text.Append(CultureInfo.InvariantCulture, $"    {Share(score.Coverage)} % known");
        text.Append(Between(score, lines, display, bands));
        return text.ToString();
    }

    private static string CouldBe(HealthScore score, HealthBands bands)
    {
        if (score.Computed is not { } computed || score.Lower is not { } lower || score.Upper is not { } upper)
        {
            return "";
        }

        var own = bands.LevelOf(computed);
        var others = Enumerable.Range(bands.LevelOf(lower), bands.LevelOf(upper) - bands.LevelOf(lower) + 1).Where(i => i != own).Select(i => bands.Bands[i].Name).ToArray();
        return others.Length == 0 ? "" : $", could be {string.Join(" or ", others)}";
    }

    private static string Between(HealthScore score, IReadOnlyList<ScoreLine> lines, ScoreDisplay display, HealthBands bands)
    {
        if (score.Lower is not { } lower || score.Upper is not { } upper)
        {
            return "";
        }

        var (low, high) = (display.Round(lower, bands), display.Round(upper, bands));
        if (low == high)
        {
            return "";
        }

        var missing = lines.Where(l => l.Cause is not null).Select(l => l.Name).ToArray();
        var once = missing.Length switch
        {
            0 => "once all is known",
            1 => $"once {missing[0]} arrives",
            <= 3 => $"once {string.Join(", ", missing[..^1])} and {missing[^1]} arrive",
            _ => $"once {missing[0]}, {missing[1]} and {missing.Length - 2} more arrive",
        };
        return string.Create(CultureInfo.InvariantCulture, $"; between {low:0.############} and {high:0.############} {once}");
    }

    // Rounded down, so that nothing reads as wholly known that is not; but never down to nothing.
    private static string Share(double share)
    {
        var percent = Math.Floor((decimal)(share + 1e-12) * 1000) / 10;
        return percent == 0 && share > 0 ? "under 0.1" : percent.ToString("0.#", CultureInfo.InvariantCulture);
    }
}
