using CustomerSuccess.Portfolio.Reading;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>The options of <see cref="PlanCommand"/>.</summary>
internal sealed class PlanArguments
{
    private static readonly ValueOption[] Values =
        [.. SimulateArguments.OfSimulation, new("--account", "an account", "A0012"), new("--config", "a folder", "config/accounts"), new("--out", "a folder", "outlook")];

    private PlanArguments(Arguments arguments)
    {
        Simulation = SimulateArguments.OptionsOf(arguments);
        Account = arguments.Value("--account");
        Documents = arguments.Value("--config") ?? ShippedFile.AccountDocuments;
        (Out, Force, Json) = (arguments.Value("--out"), arguments.Has("--force"), arguments.Has("--json"));
        if (Force && Out is null)
            throw new InputException("--force replaces what is in a folder. Name it: --out outlook");
    }

    public SimulationOptions Simulation { get; }

    /// <summary>The account; null for the first that fits.</summary>
    public string? Account { get; }

    /// <summary>The folder of the documents.</summary>
    public string Documents { get; }

    /// <summary>The folder to write outlooks to; null for nowhere.</summary>
    public string? Out { get; }

    public bool Force { get; }

    public bool Json { get; }

    public static PlanArguments Parse(IReadOnlyList<string> typed) =>
        new(Arguments.Parse(typed, ["--json", "--force"], Values, paths: 0, "Name an account with --account A0012; run --help for all options."));
}
