using CustomerSuccess.Portfolio.Printing;
using CustomerSuccess.Portfolio.Scorecards;
using CustomerSuccess.Portfolio.Simulating;
using CustomerSuccess.Portfolio.Tallying;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>Simulates a portfolio and shows its health as it is formed of signals.</summary>
internal sealed class HealthCommand : ICommand
{
    public string Name => "health";

    public string Summary => "the health of a simulated portfolio, through signals";

    public string Usage => "[--as-of DATE] [--seed N] [--accounts N] [--days N] [--config DIR] [--json]";

    public string Details => """
        Simulates a portfolio in memory and shows its health as of a date, as it was known
        then: bands and revenue by segment, the accounts to look at first and why, who
        entered or left a segment, and what the same score was worth half a year before.

          --as-of DATE  2025-06-30, or with time and offset; the end unless stated
          --seed N      the same seed gives the same accounts everywhere; 1 unless stated
          --accounts N  500 unless stated
          --days N      from 1 January 2024 on; 730 unless stated
          --config DIR  another folder of documents instead of the one shipped
                        (samples/Portfolio/config/accounts)
          --json        one JSON object on standard output, and nothing else
          --help        this text
        """;

    public void Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var options = HealthArguments.Parse(arguments);
        // A mistake in a document is told before anything is simulated.
        var how = SignalHealth.In(options.Folder);
        var portfolio = SignalPortfolio.Of(Simulation.Run(options.Simulation), options.AsOf, how);
        if (options.Json)
            HealthJson.Write(portfolio, output);
        else
            HealthScreen.Write(portfolio, output);
    }
}
