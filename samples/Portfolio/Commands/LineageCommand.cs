using CustomerSuccess.Composition;
using CustomerSuccess.Portfolio.Reading;
using CustomerSuccess.Portfolio.Scorecards;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>Shows what reads a signal, a trait or anything else by name, and what scores lose without it.</summary>
internal sealed class LineageCommand : ICommand
{
    private static readonly ValueOption[] Values = [new("--config", "a folder", "config/accounts")];

    public string Name => "lineage";

    public string Summary => "what reads a signal or trait, and what scores lose without it";

    public string Usage => "[NAME] [--config DIR] [--mermaid]";

    public string Details => """
        Prints what reads NAME, a signal, trait, segment or function, also through others,
        and how much coverage scores lose where it stops. Without NAME: everything that is
        read, what nobody reads, and measures that move no score.

          --config DIR  another folder of documents instead of the one shipped
                        (samples/Portfolio/config/accounts)
          --mermaid     a flow chart in the notation of Mermaid, of everything
          --help        this text
        """;

    public void Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var parsed = Arguments.Parse(arguments, ["--mermaid"], Values, paths: 1, "Name one thing.");
        var lineage = Lineage.Of(SignalHealth.In(parsed.Value("--config") ?? ShippedFile.AccountDocuments).Configuration);
        if (parsed.Has("--mermaid"))
            output.Write(lineage.ToMermaid());
        else if (parsed.Paths is [var name])
            Of(lineage, name, output);
        else
            Everything(lineage, output);
    }

    private static void Of(Lineage lineage, string name, TextWriter output)
    {
        var readers = lineage.ReadersOf(name);
        if (readers.Count == 0)
            throw new InputException($"nothing reads {Quoted.Text(name)}.{Nearest.Hint(name, lineage.Entries.Select(e => e.Name).Where(n => n.Length > 0))} Run lineage without a name for all there is.");
        foreach (var entry in readers)
            output.WriteLine($"{entry}{(entry.ThroughSegment ? ", through a segment" : "")}");
        foreach (var kind in readers.Select(r => r.Kind).Distinct())
            output.WriteLine(lineage.Without(kind, name));
    }

    private static void Everything(Lineage lineage, TextWriter output)
    {
        foreach (var entry in lineage.Entries)
            output.WriteLine(entry);
        foreach (var unused in lineage.Unused)
            output.WriteLine($"nobody reads {unused}");
        foreach (var dead in lineage.DeadMeasures)
            output.WriteLine($"moves no score: {dead}");
    }
}
