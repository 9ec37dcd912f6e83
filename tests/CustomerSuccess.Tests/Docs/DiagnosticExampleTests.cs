using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Docs;

/// <summary>Each code has a section, whose wrong example has that mistake and nothing else, and whose right example has none.</summary>
public sealed class DiagnosticExampleTests
{
    public static TheoryData<string> Pages => [.. DiagnosticSection.Pages];

    [Fact]
    public void Every_code_that_the_engine_emits_has_one_section_and_every_section_has_its_code()
    {
        var emitted = DiagnosticPageTests.Emitted();
        var sections = DiagnosticSection.All();
        Offenders.None(
            "Pages below docs/diagnostics have one section per code in src, in their order.",
            emitted.Except(sections.Select(s => s.Code)).Select(c => $"{c} has no section")
                .Concat(sections.Where(s => !emitted.Contains(s.Code)).Select(s => $"{s.At}: {s.Code} is emitted by nothing"))
                .Concat(sections.GroupBy(s => s.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key} has {g.Count()} sections"))
                .Concat(sections.Zip(sections.Skip(1)).Where(p => p.First.Page == p.Second.Page && p.First.Code[..2] == p.Second.Code[..2] && string.CompareOrdinal(p.First.Code, p.Second.Code) > 0).Select(p => $"{p.Second.At}: {p.Second.Code} stands behind {p.First.Code}")));
    }

    [Fact]
    public void Every_row_of_the_overview_leads_to_its_section() => Offenders.None(
        "A row of docs/diagnostics.md links to the section of its code.",
        DiagnosticSection.All()
            .Where(s => !File.ReadAllText(Repository.PathOf("docs/diagnostics.md")).Contains($"| [`{s.Code}`]({s.Page["docs/".Length..]}#{s.Code.ToLowerInvariant()}) |", StringComparison.Ordinal))
            .Select(s => $"{s.Code} is not linked to {s.Page}"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_section_says_what_it_means_and_shows_what_is_wrong_and_what_is_right(string page) => Offenders.None(
        $"A section of {page} has a sentence, wrong examples and right ones.",
        DiagnosticSection.Of(page)
            .Where(s => !s.Prose.EndsWith('.') || s.Wrong.Count + s.Warned.Count == 0 || s.Right.Count == 0)
            .Select(s => $"{s.At}: {s.Code}"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_wrong_example_has_that_mistake_in_its_place_with_a_cure_and_a_right_one_has_none(string page) => Offenders.None(
        $"The examples of {page} are as wrong and as right as they say.",
        DiagnosticSection.Of(page).SelectMany(s => s.Wrong.SelectMany(f => DiagnosticExample.WhatIsNotWrong(s.Code, f)).Concat(s.Warned.SelectMany(f => DiagnosticExample.WhatIsNotWarned(s.Code, f))).Concat(s.Right.SelectMany(f => DiagnosticExample.WhatIsNotRight(s.Code, f)))));
}
