using CustomerSuccess.Portfolio.Printing;
using CustomerSuccess.Portfolio.Quarter;
using CustomerSuccess.Portfolio.Reading;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>The options of <see cref="QuarterCommand"/>.</summary>
internal sealed class QuarterArguments
{
    // What windows of 28 days need before the quarter.
    private const int DaysBefore = 28;

    private static readonly ValueOption[] Values = [.. SimulateArguments.OfSimulation, new("--from", "a date", "2025-10-01"), new("--config", "a folder", "config/quarter")];

    private QuarterArguments(Arguments arguments)
    {
        Simulation = SimulateArguments.OptionsOf(arguments);
        Calendar = new QuarterCalendar(FromIn(Simulation, arguments.Value("--from")));
        Folder = arguments.Value("--config") ?? ShippedFile.QuarterDocuments;
        Json = arguments.Has("--json");
    }

    public SimulationOptions Simulation { get; }

    public QuarterCalendar Calendar { get; }

    /// <summary>The folder of the documents.</summary>
    public string Folder { get; }

    public bool Json { get; }

    public static QuarterArguments Parse(IReadOnlyList<string> typed) =>
        new(Arguments.Parse(typed, ["--json"], Values, paths: 0, "It simulates; run --help for its options."));

    private static DateTimeOffset FromIn(SimulationOptions simulation, string? text)
    {
        var (first, last) = (SimulationOptions.Start.AddDays(DaysBefore), simulation.End.AddDays(-QuarterCalendar.Days));
        if (last < first)
            throw new InputException($"{Words.Count(simulation.Days)} days are too few: a quarter takes {QuarterCalendar.Days}, and {DaysBefore} before it. Simulate more: --days {DaysBefore + QuarterCalendar.Days}");
        if (text is null)
            return last;
        if (!InstantText.TryParse(text.Trim(), out var from, out var mistake))
            throw new InputException($"--from: {Quoted.Text(text)} {mistake}");
        if (from.UtcDateTime.TimeOfDay != TimeSpan.Zero)
            throw new InputException($"--from: {Quoted.Text(text)} is no midnight UTC. Write the day alone: --from {Words.Day(from)}");
        return from >= first && from <= last
            ? from
            : throw new InputException($"--from: of a quarter from {Quoted.Text(text)} on not all is simulated. It may begin from {Words.Day(first)} to {Words.Day(last)}.");
    }
}
