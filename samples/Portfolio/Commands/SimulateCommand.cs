using CustomerSuccess.Portfolio.Printing;
using CustomerSuccess.Portfolio.Simulating;
using CustomerSuccess.Portfolio.Tallying;
using CustomerSuccess.Portfolio.Writing;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>Writes a simulated portfolio as CSV files.</summary>
internal sealed class SimulateCommand : ICommand
{
    // So many accounts are in memory at a time.
    private const int AtOnce = 250;

    public string Name => "simulate";

    public string Summary => "write a simulated portfolio: customers, signals, outcomes, scores";

    public string Usage => "--out DIR [--seed N] [--accounts N] [--days N] [--force] [--json]";

    public string Details => $"""
        Writes {string.Join(", ", Files[..5])},
        {string.Join(", ", Files[5..])} into a folder.
        scores.csv holds a health score at every month's end, made of the signals: judge it
        with "judge DIR/scores.csv DIR/judge_outcomes.csv". All of it is made up.

          --out DIR     the folder; it is made where there is none
          --seed N      the same seed gives the same bytes everywhere; 1 unless stated
          --accounts N  500 unless stated
          --days N      from 1 January 2024 on; 730 unless stated
          --force       replace files that are there
          --json        one JSON object on standard output, and nothing else
          --help        this text
        """;

    private static string[] Files => [.. SimulationTables.Of(default).Select(t => t.File), MonthEndScores.File];

    public void Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var options = SimulateArguments.Parse(arguments);
        var tally = new SimulationTally(options.Simulation);
        using (var folder = new OutputFolder(options.Folder, Files, options.Force))
        {
            Write(options.Simulation, folder, tally);
            folder.Finish();
        }

        if (options.Json)
            SimulationReport.WriteJson(tally, options.Folder, output);
        else
            SimulationReport.Write(tally, options.Folder, output);
    }

    private static void Write(SimulationOptions options, OutputFolder folder, SimulationTally tally)
    {
        var tables = SimulationTables.Of(options.End);
        foreach (var table in tables)
            CsvText.Write(folder[table.File], table.Header);
        CsvText.Write(folder[MonthEndScores.File], MonthEndScores.Header);
        foreach (var accounts in Simulation.Each(options).Chunk(AtOnce))
        {
            foreach (var account in accounts)
            {
                tally.Add(account);
                foreach (var table in tables)
                    Lines(table.File, table.Lines(account));
            }

            Lines(MonthEndScores.File, MonthEndScores.Of(accounts, options.End));
        }

        void Lines(string file, IEnumerable<string?[]> lines)
        {
            foreach (var line in lines)
            {
                CsvText.Write(folder[file], line);
                tally.Count(file);
            }
        }
    }
}
