using System.Text.RegularExpressions;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Docs;

/// <summary>The page of diagnostics and the code list the same codes.</summary>
public sealed partial class DiagnosticPageTests
{
    private const string Page = "docs/diagnostics.md";

    [Fact]
    public void Every_code_that_the_engine_emits_has_one_row_and_every_row_has_its_code()
    {
        var emitted = Emitted();
        var rows = File.ReadLines(Repository.PathOf(Page)).Select(l => Row().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value).ToArray();
        Assert.NotEmpty(emitted);
        Offenders.None(
            $"{Page} has one row per code in src, in their order.",
            emitted.Except(rows).Order(StringComparer.Ordinal).Select(c => $"{c} has no row")
                .Concat(rows.Except(emitted).Select(c => $"{c} is emitted by nothing"))
                .Concat(rows.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => $"{g.Key} has {g.Count()} rows"))
                .Concat(rows.Zip(rows.Skip(1)).Where(p => p.First[..2] == p.Second[..2] && string.CompareOrdinal(p.First, p.Second) > 0).Select(p => $"{p.Second} stands behind {p.First}")));
    }

    [Fact]
    public void Every_row_says_what_it_means_and_shows_a_mistake_and_its_cure() =>
        Offenders.None(
            $"A row of {Page} has four cells, none empty.",
            File.ReadLines(Repository.PathOf(Page)).Where(l => Row().IsMatch(l)).Where(l => l.Trim('|', ' ').Split(" | ").Count(c => c.Trim().Length > 0) != 4));

    /// <summary>The codes that stand in src.</summary>
    internal static HashSet<string> Emitted() =>
        Repository.SourceFiles().SelectMany(f => InSource().Matches(File.ReadAllText(Repository.PathOf(f)))).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("\"((?:EX|IN|LA|PL|SC|SG|SR|ST|VO|DO)\\d{3})\"")]
    private static partial Regex InSource();

    [GeneratedRegex(@"^\|\s*\[`((?:EX|IN|LA|PL|SC|SG|SR|ST|VO|DO)\d{3})`\]\([^)]*\)\s*\|")]
    private static partial Regex Row();
}
