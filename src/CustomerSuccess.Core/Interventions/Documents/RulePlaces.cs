using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>Where in a document the mistakes stand that a check finds in what was read from it.</summary>
internal static class RulePlaces
{
    /// <summary>Tells what was found at the places of the document.</summary>
    public static void Tell(DocumentReader document, DiagnosticList found)
    {
        foreach (var mistake in found.All)
        {
            document.Check.Add(mistake, Of(document.Node, found.PartOf(mistake)), mistake.Cure);
        }
    }

    /// <summary>The place of a part, <c>ladder/0/wait</c>; what is usual and not written has that of what it would stand in.</summary>
    public static DocumentNode Of(DocumentNode top, string? part)
    {
        var node = top;
        foreach (var step in part?.Split('/') ?? [])
        {
            var next = node.Kind == DocumentKind.List
                ? int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < node.Parts.Count ? node.Parts[index] : null
                : node.Find(step);
            if (next is null)
            {
                return node;
            }

            node = next;
        }

        return node;
    }

    /// <summary>A list of names: each stands at its place, also where one of them is no text.</summary>
    public static IReadOnlyList<string> Names(this DocumentReader reader, string list) =>
        [.. reader.List(list).Select(n => reader.TextOf(n) ?? string.Create(CultureInfo.InvariantCulture, $"({list}[{n.Index}])"))];
}
