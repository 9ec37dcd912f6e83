using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Docs;

/// <summary>A piece of code or of output in a page: its language, its first line in the page (from 1), its text.</summary>
internal sealed record Fence(string Page, string Language, int Line, string Text)
{
    public bool IsCSharp => Language is "csharp" or "cs" or "c#";

    /// <summary>The words behind the language, for instance <c>wrong</c> and <c>measure</c>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What it prints, as the page says: the text fence that follows with at most one line between.</summary>
    public Fence? Output { get; set; }
}

/// <summary>The pages of documentation, and the fences in them.</summary>
internal static class MarkdownFile
{
    /// <summary>README.md and everything under docs, relative to the root, with forward slashes.</summary>
    public static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Prepend("README.md");

    public static IReadOnlyList<Fence> Fences(string page) => Parse(page, File.ReadAllLines(Repository.PathOf(page)));

    internal static IReadOnlyList<Fence> Parse(string page, IReadOnlyList<string> lines)
    {
        var fences = new List<Fence>();
        Fence? previous = null;
        var between = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (Opening(lines[i]) is not { } opening)
            {
                between += string.IsNullOrWhiteSpace(lines[i]) ? 0 : lines[i].StartsWith('#') ? 2 : 1;
                continue;
            }

            var (ticks, indent, words) = opening;
            var first = i + 1;
            do
            {
                i++;
                if (i == lines.Count)
                    throw new FormatException($"{page}({first}): a fence is opened and never closed.");
            }
            while (!Closes(lines[i], ticks));

            var text = string.Join('\n', Enumerable.Range(first, i - first).Select(k => Unindented(lines[k], indent)));
            var fence = new Fence(page, words.FirstOrDefault("").ToLowerInvariant(), first + 1, text) { Words = [.. words.Skip(1)] };
            if (fence.Language == "text" && previous is { IsCSharp: true } && between <= 1)
                previous.Output = fence;
            fences.Add(fence);
            (previous, between) = (fence, 0);
        }

        return fences;
    }

    private static (int Ticks, int Indent, string[] Words)? Opening(string line)
    {
        var text = line.TrimStart(' ');
        var ticks = text.TakeWhile(c => c == '`').Count();
        return ticks < 3 || text[ticks..].Contains('`', StringComparison.Ordinal) ? null : (ticks, line.Length - text.Length, text[ticks..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool Closes(string line, int ticks) => line.Trim() is var text && text.Length >= ticks && text.All(c => c == '`');

    private static string Unindented(string line, int indent) => line[Math.Min(indent, line.Length - line.TrimStart(' ').Length)..];
}
