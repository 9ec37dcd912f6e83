using System.Text.RegularExpressions;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Architecture;

/// <summary>docs/semantics.md says what every number means; each sentence names the tests that prove it.</summary>
public sealed partial class SemanticsTests
{
    private static readonly HashSet<string> Tests = [.. (
        from type in typeof(SemanticsTests).Assembly.GetTypes()
        from method in type.GetMethods()
        where method.IsDefined(typeof(FactAttribute), inherit: true)
        select $"{type.Name}.{method.Name}")];

    private static readonly string[] Sentences = [.. File.ReadLines(Repository.PathOf("docs", "semantics.md")).Where(l => l.StartsWith("- ", StringComparison.Ordinal))];

    [Fact]
    public void Every_sentence_names_a_test() =>
        Offenders.None("Each sentence of docs/semantics.md ends with the tests that prove it.", Sentences.Where(s => !Names(s).Any()));

    [Fact]
    public void Every_named_test_exists() =>
        Offenders.None("Each test named in docs/semantics.md exists.", Sentences.SelectMany(Names).Distinct().Where(n => !Tests.Contains(n)));

    [Fact]
    public void There_are_sentences() => Assert.True(Sentences.Length > 30);

    private static IEnumerable<string> Names(string sentence) => Name().Matches(sentence).Select(m => m.Groups["name"].Value);

    [GeneratedRegex(@"`(?<name>[A-Z]\w+\.[A-Z]\w+)`")]
    private static partial Regex Name();
}
