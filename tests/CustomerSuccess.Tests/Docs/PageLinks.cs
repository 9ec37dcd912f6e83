using System.Text.RegularExpressions;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Docs;

/// <summary>The relative links of a page.</summary>
internal static partial class PageLinks
{
    public static IEnumerable<string> Broken(string page) =>
        from link in Link().Matches(File.ReadAllText(Repository.PathOf(page)))
        let target = link.Groups[1].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        let path = Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, target)
        where !File.Exists(path) && !Directory.Exists(path)
        select $"{page}: {target}";

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
