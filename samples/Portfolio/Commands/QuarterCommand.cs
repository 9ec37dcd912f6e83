using CustomerSuccess.Portfolio.Printing;
using CustomerSuccess.Portfolio.Quarter;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>Lives through a quarter of a simulated portfolio by rules, day by day.</summary>
internal sealed class QuarterCommand : ICommand
{
    public string Name => "quarter";

    public string Summary => "a simulated quarter by rules: touches, what held them back, queues";

    public string Usage => "[--from DATE] [--seed N] [--accounts N] [--days N] [--config DIR] [--json]";

    public string Details => """
        Simulates a portfolio in memory and lives through 13 weeks of it by the rules of the
        documents: a cycle every morning, two deliveries a day, and everybody's queue worked
        off as far as there is time. Shows touches by channel and week, what was held back
        and why, one queue with a brief, one why and one why not, how mature the work is,
        and what one rule would have done if it had waited longer.

          --from DATE   the first day; 13 weeks before the end unless stated
          --seed N      the same seed gives the same quarter everywhere; 1 unless stated
          --accounts N  500 unless stated
          --days N      from 1 January 2024 on; 730 unless stated
          --config DIR  another folder of documents instead of the one shipped
                        (samples/Portfolio/config/quarter)
          --json        one JSON object on standard output, and nothing else
          --help        this text
        """;

    public void Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var options = QuarterArguments.Parse(arguments);
        // A mistake in a document is told before anything is simulated.
        var configuration = QuarterDocuments.In(options.Folder);
        var report = QuarterReport.OfAsync(Simulation.Run(options.Simulation), options.Calendar, configuration).GetAwaiter().GetResult();
        if (options.Json)
            QuarterJson.Write(report, output);
        else
            QuarterScreen.Write(report, output);
    }
}
