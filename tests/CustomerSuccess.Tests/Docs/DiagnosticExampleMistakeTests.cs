namespace CustomerSuccess.Tests.Docs;

/// <summary>What is said of an example that is not as wrong, or as right, as it says.</summary>
public sealed class DiagnosticExampleMistakeTests
{
    private const string Half = """{ "measure": "logins", "reads": "signals.login.count(days(28))", "curve": { "linear": { "worst": 0, "best": 20 } }""";

    [Fact]
    public void A_wrong_example_that_is_right_is_named()
    {
        Assert.Equal(["page.md(2): it does not have SC005"], Wrong("SC005", "measure", $"{Half} }}"));
        Assert.Empty(Wrong("SC005", "measure", $"{Half}, \"weight\": -1 }}"));
    }

    [Fact]
    public void A_wrong_example_with_more_mistakes_than_it_says_is_named()
    {
        var text = $"{Half}, \"weight\": -1, \"effort\": 0 }}";

        Assert.StartsWith("page.md(2): it has more: SC017 default.json(2,", Assert.Single(Wrong("SC005", "measure", text)), StringComparison.Ordinal);
        Assert.Empty(Wrong("SC005", "measure also=SC017", text));
    }

    [Fact]
    public void A_mistake_outside_of_the_example_is_named() =>
        Assert.StartsWith("page.md(2): the mistake lies outside the example: SC003", Assert.Single(Wrong("SC003", "measure", "")), StringComparison.Ordinal);

    [Fact]
    public void A_right_example_with_a_mistake_is_named() =>
        Assert.StartsWith("page.md(2): SC005 should be gone, and there is: SC017", Assert.Single(DiagnosticExample.WhatIsNotRight("SC005", Fence("json right measure", $"{Half}, \"effort\": 0 }}"))), StringComparison.Ordinal);

    [Fact]
    public void A_warning_that_is_none_or_comes_with_a_mistake_is_named()
    {
        const string Plan = """{ "kind": "plan", "name": "p", "milestones": [ { "id": "a", "kind": "vendorStage", "due": DUE } ] }""";

        Assert.Empty(DiagnosticExample.WhatIsNotWarned("PL013", Fence("json warning plan", Plan.Replace("DUE", "1", StringComparison.Ordinal))));
        Assert.Equal(2, DiagnosticExample.WhatIsNotWarned("PL014", Fence("json warning plan", Plan.Replace("DUE", "1", StringComparison.Ordinal))).Count());
        Assert.Contains("there is a mistake: PL006", DiagnosticExample.WhatIsNotWarned("PL013", Fence("json warning plan", Plan.Replace("DUE", "-1", StringComparison.Ordinal))).First(), StringComparison.Ordinal);
        Assert.Contains("PL013", Assert.Single(DiagnosticExample.WhatIsNotRight("PL006", Fence("json right plan", Plan.Replace("DUE", "1", StringComparison.Ordinal)))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_prints_its_code_where_it_is_wrong_and_only_there()
    {
        var wrong = MarkdownFile.Parse("page.md", ["```csharp wrong", "```", "```text", "ST001, ST002", "```"])[0];

        Assert.Single(DiagnosticExample.WhatIsNotWrong("ST001", wrong));
        Assert.Single(DiagnosticExample.WhatIsNotRight("ST001", wrong));
        Assert.Empty(DiagnosticExample.WhatIsNotRight("ST003", wrong));
        Assert.Single(DiagnosticExample.WhatIsNotRight("ST003", Fence("csharp right", "")));
    }

    [Fact]
    public void An_example_of_no_kind_is_refused() =>
        Assert.Throws<FormatException>(() => Wrong("SC005", "measures", "{ }").ToArray());

    [Fact]
    public void A_section_runs_to_the_next_heading_and_has_its_sentence_and_its_fences()
    {
        var sections = DiagnosticSection.Parse("page.md", ["# Page", "## SC001", "It is", "wrong.", "```json wrong measure", "## SC009", "```", "", "## How to extend", "```json right measure", "```"]);

        var section = Assert.Single(sections);
        Assert.Equal(("SC001", "page.md(2)", "It is wrong."), (section.Code, section.At, section.Prose));
        Assert.Equal("## SC009", Assert.Single(section.Wrong).Text);
        Assert.Empty(section.Right);
    }

    private static IEnumerable<string> Wrong(string code, string kind, string text) => DiagnosticExample.WhatIsNotWrong(code, Fence($"json wrong {kind}", text));

    private static Fence Fence(string words, string text) => MarkdownFile.Parse("page.md", [$"```{words}", .. text.Split('\n'), "```"])[0];
}
