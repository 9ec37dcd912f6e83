using System.Globalization;
using System.Text;

namespace CustomerSuccess.Composition;

/// <summary>Lineage as a flow chart in the notation of Mermaid.</summary>
internal static class MermaidChart
{
    public static string Of(IReadOnlyList<LineageEntry> entries)
    {
        var (text, nodes) = (new StringBuilder("flowchart LR"), new Dictionary<string, string>(StringComparer.Ordinal));
        string Node(string label)
        {
            if (!nodes.TryGetValue(label, out var id))
            {
                id = string.Create(CultureInfo.InvariantCulture, $"n{nodes.Count}");
                nodes.Add(label, id);
                text.Append(CultureInfo.InvariantCulture, $"\n  {id}[\"{Escaped(label)}\"]");
            }

            return id;
        }

        foreach (var entry in entries)
        {
            var (from, to) = (Node(entry.Kind == LineageKind.Lambda ? "a lambda" : $"{entry.Kind.ToString().ToLowerInvariant()} {entry.Name}"), Node(entry.ReadBy));
            text.Append(CultureInfo.InvariantCulture, $"\n  {from} {(entry.ThroughSegment ? "-.->" : "-->")} {to}");
        }

        foreach (var reader in entries.Select(e => e.Reader).Where(r => r.Of.Length > 0).Distinct())
        {
            var (from, to) = (Node(reader.ToString()), Node($"{WholeOf(reader.Kind)} '{reader.Of}'"));
            text.Append(CultureInfo.InvariantCulture, $"\n  {from} --> {to}");
        }

        return text.Append('\n').ToString();
    }

    private static string WholeOf(LineageReaderKind kind) => kind switch
    {
        LineageReaderKind.Segment => "scheme",
        LineageReaderKind.Milestone or LineageReaderKind.Accountability or LineageReaderKind.Objective => "plan",
        _ => "scorecard",
    };

    // What would end a label is written as Mermaid's entity code.
    private static string Escaped(string label)
    {
        var text = new StringBuilder(label.Length);
        foreach (var c in label)
        {
            _ = c is '"' or '#' or '&' or '<' or '>' or '`' || char.IsControl(c) ? text.Append(CultureInfo.InvariantCulture, $"#{(int)c};") : text.Append(c);
        }

        return text.ToString();
    }
}
