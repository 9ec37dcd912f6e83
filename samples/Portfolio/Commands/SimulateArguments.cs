using System.Globalization;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>The options of <see cref="SimulateCommand"/>.</summary>
internal sealed class SimulateArguments
{
    private static readonly ValueOption[] Values = [new("--out", "a folder", "simulated"), .. OfSimulation];

    private SimulateArguments(Arguments arguments)
    {
        Folder = arguments.Value("--out") ?? throw new InputException("say where to: --out simulated");
        Simulation = OptionsOf(arguments);
        (Force, Json) = (arguments.Has("--force"), arguments.Has("--json"));
    }

    public string Folder { get; }

    public SimulationOptions Simulation { get; }

    public bool Force { get; }

    public bool Json { get; }

    /// <summary>The options of every command that simulates.</summary>
    public static ValueOption[] OfSimulation =>
        [new("--seed", "a number", "1"), new("--accounts", "a number of accounts", "500"), new("--days", "a number of days", "730")];

    public static SimulateArguments Parse(IReadOnlyList<string> typed) =>
        new(Arguments.Parse(typed, ["--force", "--json"], Values, paths: 0, "Name the folder with --out DIR."));

    public static SimulationOptions OptionsOf(Arguments arguments) => new()
    {
        Seed = Seed(arguments.Value("--seed") ?? "1"),
        Accounts = arguments.Whole("--accounts", 1, SimulationOptions.MostAccounts) ?? 500,
        Days = arguments.Whole("--days", SimulationOptions.FewestDays, SimulationOptions.MostDays) ?? 730,
    };

    private static ulong Seed(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
        ? seed
        : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"--seed: {Quoted.Text(text)} is not a whole number from 0 to {ulong.MaxValue}."));
}
