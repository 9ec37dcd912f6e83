using System.Globalization;
using CustomerSuccess.Health;
using CustomerSuccess.Portfolio.Simulating;
using CustomerSuccess.Portfolio.Tallying;
using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>A portfolio's health through signals, for a person, on one screen.</summary>
internal static class HealthScreen
{
    private const int Shown = 5;
    private const int Named = 4;

    public static void Write(SignalPortfolio portfolio, TextWriter output)
    {
        var console = Screen.On(output);
        console.Write(new Rule("[bold]The health of a portfolio, through signals[/]") { Justification = Justify.Left });
        console.WriteLine(
            $"{Words.Count(portfolio.Accounts.Count)} customers as of {Words.Day(portfolio.AsOf)}, as known then; {Words.Count(portfolio.Accounts.Count(a => a.IsLeaving))} of them have given notice. "
            + $"{Words.Simulated}");
        console.WriteLine();
        console.Write(Segments(portfolio));
        console.WriteLine($"EUR a year. ↑ ↓: going up or down for months by more than noise. – in no band: too little is known.");
        console.WriteLine();
        console.Write(ToLookAt(portfolio));
        console.WriteLine();
        console.WriteLine($"Segments in the {SignalPortfolio.MonthDays} days before: {Moves(portfolio)}");
        console.WriteLine();
        Judged(console, portfolio);
    }

    private static Table Segments(SignalPortfolio portfolio)
    {
        var bands = portfolio.How.Card.Bands;
        var table = Screen.Table(
            "Segments by appropriate experience",
            [("Segment", false), ("Customers", true), .. bands.Bands.Select(b => (b.Name, true)), ("–", true), ("↑", true), ("↓", true), ("Revenue", true), ($"in {bands.Bands[0].Name}", true)]);
        foreach (var segment in SegmentTally.Of(portfolio, portfolio.How.Segments, bands))
            AddSegment(table, segment);
        AddSegment(table, new SegmentTally("all", portfolio.Accounts, bands));
        return table;
    }

    private static void AddSegment(Table table, SegmentTally segment) => table.AddRow(
    [
        new Text(segment.Name),
        new Text(Words.Count(segment.Customers)),
        .. segment.Bands.Select((b, i) => Screen.Banded(Words.Count(b.Customers), i)),
        new Text(Words.Count(segment.NoScore)),
        new Text(Words.Count(segment.Rising)),
        new Text(Words.Count(segment.Falling)),
        new Text(Words.Money(segment.Revenue)),
        Screen.Banded(Words.Money(segment.Bands.First().Revenue), 0),
    ]);

    private static Table ToLookAt(SignalPortfolio portfolio)
    {
        var table = Screen.Table(
            "To look at first: lowest band, no notice, by revenue",
            ("Customer", false), ("Segment", false), ("Score", true), ("Revenue", true), ("Points lost, heaviest first", false));
        foreach (var account in portfolio.ToLookAt.Take(Shown))
        {
            var (score, definition) = (account.Score, account.Score.Definition);
            table.AddRow(
                new Text(account.Id),
                new Text(account.Segment ?? "–"),
                Screen.Banded($"{definition.Display.Show(score.Value!.Value, definition.Bands)} {Arrow(account.Trend)}", score.BandIndex),
                new Text(Words.Money(account.Revenue)),
                new Text(string.Join("; ", Reason.Heaviest(score, 2).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Lost:0} {r.Words}")))));
        }

        return table;
    }

    private static string Arrow(TrendDirection trend) => trend switch
    {
        TrendDirection.Rising => "↑",
        TrendDirection.Falling => "↓",
        TrendDirection.Steady => "→",
        _ => "?",
    };

    private static string Moves(SignalPortfolio portfolio) => portfolio.Moves.Count == 0 ? "nobody moved." : string.Join("; ", portfolio.Moves.Select(Move)) + ".";

    private static string Move(SegmentMove move)
    {
        var more = move.Customers.Count > Named ? $" and {Words.Count(move.Customers.Count - Named)} more" : "";
        return $"{move.Left ?? "new"} → {move.Entered ?? "gone"} {Words.Count(move.Customers.Count)} ({string.Join(", ", move.Customers.Take(Named))}{more})";
    }

    private static void Judged(IAnsiConsole console, SignalPortfolio portfolio)
    {
        if (portfolio.Judged is not { } report)
        {
            console.WriteLine($"What this score is worth cannot be tried {SignalPortfolio.CutOffDays} days before: there were no 28 days of signals yet.");
            return;
        }

        var (at, proof) = (Words.Day(report.CutOff.At), report.Proof);
        console.WriteLine($"Tried on {at}, knowing what was known then", new Style(decoration: Decoration.Bold));
        console.WriteLine(
            $"Of {Words.Count(report.Active)} customers {Words.Count(proof.Figures.Outcomes)} had a renewal decision in the {SignalPortfolio.CutOffDays} days after, and {Words.Count(proof.Figures.Churned)} of those left. "
            + $"{proof.Meaning}");
        if (proof.Sentences.FirstOrDefault(s => s.Figure == "bands") is { } bands)
            console.WriteLine(bands.Text);
        console.WriteLine($"The simulator made leaving follow from a value that also drives the signals (docs/simulator.md), from {Words.Day(SimulationOptions.Start)} on: this shows that the judge works, and nothing about your customers.");
    }
}
