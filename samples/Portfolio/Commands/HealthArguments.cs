using CustomerSuccess.Portfolio.Printing;
using CustomerSuccess.Portfolio.Reading;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>The options of <see cref="HealthCommand"/>.</summary>
internal sealed class HealthArguments
{
    private static readonly ValueOption[] Values = [.. SimulateArguments.OfSimulation, new("--as-of", "a date", "2025-06-30"), new("--config", "a folder", "config/accounts")];

    private HealthArguments(Arguments arguments)
    {
        Simulation = SimulateArguments.OptionsOf(arguments);
        AsOf = AsOfIn(Simulation, arguments.Value("--as-of"));
        Folder = arguments.Value("--config") ?? ShippedFile.AccountDocuments;
        Json = arguments.Has("--json");
    }

    public SimulationOptions Simulation { get; }

    public DateTimeOffset AsOf { get; }

    /// <summary>The folder of the documents.</summary>
    public string Folder { get; }

    public bool Json { get; }

    public static HealthArguments Parse(IReadOnlyList<string> typed) =>
        new(Arguments.Parse(typed, ["--json"], Values, paths: 0, "It simulates; run --help for its options."));

    internal static DateTimeOffset AsOfIn(SimulationOptions simulation, string? text)
    {
        if (text is null)
            return simulation.End;
        if (!InstantText.TryParse(text.Trim(), out var asOf, out var mistake))
            throw new InputException($"--as-of: {Quoted.Text(text)} {mistake}");
        return asOf > SimulationOptions.Start && asOf <= simulation.End
            ? asOf
            : throw new InputException($"--as-of: {Quoted.Text(text)} is not simulated. There is something from {Words.Day(SimulationOptions.Start)} to {Words.Day(simulation.End)}.");
    }
}
