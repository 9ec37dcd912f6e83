using System.Reflection;
using System.Text.RegularExpressions;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Architecture;

/// <summary>docs/requirements.md lists what holds; tests that carry its ids prove it.</summary>
public sealed partial class RequirementTests
{
    /// <summary>The tests of this assembly that carry an id, by id: "Class.Method".</summary>
    private static readonly ILookup<string, string> Proofs = (
        from type in typeof(RequirementTests).Assembly.GetTypes()
        from method in type.GetMethods()
        where method.IsDefined(typeof(FactAttribute), inherit: true)
        from requirement in method.GetCustomAttributes<RequirementAttribute>().Concat(type.GetCustomAttributes<RequirementAttribute>())
        select (requirement.Id, Test: $"{type.Name}.{method.Name}")).ToLookup(r => r.Id, r => r.Test);

    [Fact]
    public void Every_listed_requirement_is_proved_by_a_test() =>
        Offenders.None(
            "A requirement listed in docs/requirements.md has a test with [Requirement(id)].",
            Listed().Select(r => r.Id).Where(id => !Proofs.Contains(id)));

    [Fact]
    public void Every_requirement_that_a_test_proves_is_listed() =>
        Offenders.None(
            "The id of a [Requirement(id)] is listed in docs/requirements.md.",
            Proofs.Select(p => p.Key).Except(Listed().Select(r => r.Id))
                .Select(id => $"{id}: {string.Join(", ", Proofs[id].Distinct())}"));

    [Fact]
    public void No_requirement_is_listed_twice() =>
        Offenders.None(
            "docs/requirements.md lists each id once.",
            Listed().GroupBy(r => r.Id).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_test_named_beside_a_requirement_carries_its_id() =>
        Offenders.None(
            "A name in back-ticks in the third column of docs/requirements.md is a class, a Class.Method or a method that carries the id.",
            from requirement in Listed()
            from name in Listing().Matches(requirement.Tests).Select(m => m.Groups["name"].Value)
            where !Proofs[requirement.Id].Any(test => test == name || test.Split('.').Contains(name))
            select $"{requirement.Id}: {name}");

    /// <summary>Rows of the form <c>| HLT-1 | one line | `Class.Method`, `Class` |</c>.</summary>
    private static IEnumerable<(string Id, string Tests)> Listed() =>
        File.ReadLines(Repository.PathOf("docs", "requirements.md"))
            .Select(line => Row().Match(line)).Where(m => m.Success)
            .Select(m => (m.Groups["id"].Value, m.Groups["tests"].Value));

    [GeneratedRegex(@"^\|\s*(?<id>[A-Z]{2,4}-\d+)\s*\|[^|]+\|(?<tests>[^|]*)\|\s*$")]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Listing();
}
