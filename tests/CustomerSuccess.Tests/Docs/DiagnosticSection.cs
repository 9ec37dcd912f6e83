using System.Text.RegularExpressions;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Docs;

/// <summary>What a page says of one code: a sentence, what is wrong, what is right.</summary>
internal sealed partial record DiagnosticSection(string Code, string Page, int Line, string Prose, IReadOnlyList<Fence> Fences)
{
    private const string Folder = "docs/diagnostics/";

    public string At => $"{Page}({Line})";

    public IReadOnlyList<Fence> Wrong => [.. Fences.Where(f => f.Words.Contains("wrong"))];

    /// <summary>What is no mistake, and warned about.</summary>
    public IReadOnlyList<Fence> Warned => [.. Fences.Where(f => f.Words.Contains("warning"))];

    public IReadOnlyList<Fence> Right => [.. Fences.Where(f => f.Words.Contains("right"))];

    /// <summary>The pages that have such sections.</summary>
    public static IEnumerable<string> Pages => MarkdownFile.Pages().Where(p => p.StartsWith(Folder, StringComparison.Ordinal));

    /// <summary>The sections of all pages.</summary>
    public static IReadOnlyList<DiagnosticSection> All() => [.. Pages.SelectMany(Of)];

    public static IReadOnlyList<DiagnosticSection> Of(string page) => Parse(page, File.ReadAllLines(Repository.PathOf(page)));

    internal static IReadOnlyList<DiagnosticSection> Parse(string page, IReadOnlyList<string> lines)
    {
        var fences = MarkdownFile.Parse(page, lines);
        var shown = fences.SelectMany(f => Enumerable.Range(f.Line - 1, f.Text.Split('\n').Length)).ToHashSet();
        var headings = Enumerable.Range(0, lines.Count).Where(i => lines[i].StartsWith("## ", StringComparison.Ordinal) && !shown.Contains(i)).Append(lines.Count).ToArray();
        return
        [
            .. headings.Zip(headings.Skip(1))
                .Select(h => (From: h.First, To: h.Second, Heading: Heading().Match(lines[h.First])))
                .Where(h => h.Heading.Success)
                .Select(h => new DiagnosticSection(
                    h.Heading.Groups[1].Value,
                    page,
                    h.From + 1,
                    string.Join(' ', lines.Skip(h.From + 1).Take(h.To - h.From - 1).TakeWhile(l => !l.StartsWith("```", StringComparison.Ordinal))).Trim(),
                    [.. fences.Where(f => f.Line > h.From + 1 && f.Line <= h.To)])),
        ];
    }

    [GeneratedRegex(@"^## ((?:EX|IN|LA|PL|SC|SG|SR|ST|VO|DO)\d{3})\s*$")]
    private static partial Regex Heading();
}
