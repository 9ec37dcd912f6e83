using CustomerSuccess.Composition;
using CustomerSuccess.Portfolio.Scorecards;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>Shows what other documents would change, before they are switched on.</summary>
internal sealed class CompareCommand : ICommand
{
    private static readonly ValueOption[] Values = [.. SimulateArguments.OfSimulation, new("--as-of", "a date", "2025-06-30")];

    public string Name => "compare";

    public string Summary => "who would change band with other documents, and why";

    public string Usage => "DIR1 DIR2 [--as-of DATE] [--seed N] [--accounts N] [--days N]";

    public string Details => """
        Simulates a portfolio in memory, scores it by the documents of DIR1 and by those of
        DIR2, and prints who changes band and why. Copy samples/Portfolio/config/accounts,
        change something, and compare the two.

          --as-of DATE  2025-06-30, or with time and offset; the end unless stated
          --seed N      the same seed gives the same accounts everywhere; 1 unless stated
          --accounts N  500 unless stated
          --days N      from 1 January 2024 on; 730 unless stated
          --help        this text
        """;

    public void Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var parsed = Arguments.Parse(arguments, [], Values, paths: 2, "Name two folders.");
        if (parsed.Paths is not [var before, var after])
            throw new InputException("name two folders of documents: compare config/accounts changed");
        var options = SimulateArguments.OptionsOf(parsed);
        var asOf = HealthArguments.AsOfIn(options, parsed.Value("--as-of"));
        var (old, now) = (SignalHealth.In(before), SignalHealth.In(after));
        var sources = Simulation.Run(options).Sources;
        output.WriteLine(ConfigurationComparison.RunAsync(old.Over(sources), now.Over(sources), asOf).GetAwaiter().GetResult());
    }
}
