using System.Text.Json;
using CustomerSuccess.Composition;

namespace CustomerSuccess.Tests.Docs;

/// <summary>A document that an example is, or stands in: its text, and which of its lines are the example's own.</summary>
internal sealed record ExampleDocument(string Name, string Text, int FirstLine, int Lines)
{
    private const string Frame = "docs/diagnostics/examples.md";

    private static readonly Lazy<IReadOnlyList<ExampleDocument>> Framed = new(() => [.. MarkdownFile.Fences(Frame).Where(f => f.Words is ["frame", _]).Select(f => Whole(f.Words[1], f.Text))]);

    /// <summary>The mistakes of an example among the documents of the frame, of which it replaces those of its own names; empty where it has none.</summary>
    public static IReadOnlyList<Diagnostic> Mistakes(IReadOnlyList<ExampleDocument> example) => Read(example).Mistakes;

    /// <summary>The warnings of an example among the documents of the frame; empty where it has none, or mistakes.</summary>
    public static IReadOnlyList<Diagnostic> Warnings(IReadOnlyList<ExampleDocument> example) => Read(example).Warnings;

    private static (IReadOnlyList<Diagnostic> Mistakes, IReadOnlyList<Diagnostic> Warnings) Read(IReadOnlyList<ExampleDocument> example)
    {
        try
        {
            return ([], CustomerConfiguration.Load(
                Framed.Value.Where(f => example.All(e => e.Name != f.Name)).Concat(example).Select(d => new ConfigurationDocument(d.Name, d.Text)),
                host => host.Readers(readers => readers.Number("logins", _ => 0, version: "2"))).Warnings);
        }
        catch (ConfigurationException e)
        {
            return (e.Diagnostics, []);
        }
    }

    /// <summary>The documents that a fence shows, or a part of one shows.</summary>
    public static IReadOnlyList<ExampleDocument> Of(Fence fence) => fence.Words.FirstOrDefault(w => w is not ("wrong" or "warning" or "right") && !w.StartsWith("also=", StringComparison.Ordinal)) switch
    {
        "expression" => [Around("expression.json", """{ "kind": "segments", "name": "example", "purpose": "other", "segments": [ { "name": "these", "when":""", JsonSerializer.Serialize(fence.Text), """} ], "otherwise": { "name": "others" } }""")],
        "measure" => [Around("default.json", """{ "kind": "scorecard", "name": "default", "measures": [""", fence.Text, "] }")],
        "exception" => [Around("default.json", $"{FrameText("default.json").TrimEnd()[..^1]}, \"exceptions\": [", fence.Text, "] }")],
        "scorecard" => [Whole("default.json", fence.Text)],
        "segments" => [Whole("experience.json", fence.Text)],
        "plan" => [Whole("onboarding.json", fence.Text)],
        "rule" => [Whole("rule.json", fence.Text)],
        "interventions" => [Whole("interventions.json", fence.Text)],
        "vocabulary" => [Whole("more.json", fence.Text)],
        "health" => [Whole("health.json", fence.Text)],
        "documents" => Several(fence.Text),
        var kind => throw new FormatException($"{fence.Page}({fence.Line}): an example is of no kind '{kind}'."),
    };

    /// <summary>Whether a place of the document lies within the example.</summary>
    public bool Holds(int? line, int? column) =>
        line >= FirstLine && line < FirstLine + Lines && column >= 1 && column <= Text.Split('\n')[line.Value - 1].Length + 1;

    private static string FrameText(string name) => Framed.Value.Single(f => f.Name == name).Text;

    private static ExampleDocument Whole(string name, string text) => new(name, text, 1, text.Split('\n').Length);

    private static ExampleDocument Around(string name, string before, string text, string behind) =>
        new(name, $"{before}\n{text}\n{behind}", before.Split('\n').Length + 1, text.Split('\n').Length);

    // Each begins with a line that names it: // name.json
    private static IReadOnlyList<ExampleDocument> Several(string text) =>
    [
        .. $"\n{text}".Split("\n// ", StringSplitOptions.RemoveEmptyEntries)
            .Select(d => d.Split('\n', 2))
            .Select(d => Whole(d[0].Trim(), d.ElementAtOrDefault(1) ?? "")),
    ];
}
