using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Docs;

/// <summary>One at a time: the programs print to the console, and there is one console.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneConsole
{
    public const string Name = "console";
}

/// <summary>Every C# fence of every page compiles, runs, and prints what the page says.</summary>
[Collection(OneConsole.Name)]
public sealed class FenceTests
{
    public static TheoryData<string> Pages => [.. MarkdownFile.Pages()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_page_shows_compiles_runs_and_prints_what_the_page_says(string page) =>
        Offenders.None(
            $"Each C# fence of {page} is a whole program without warnings, and the text fence behind it is what it prints.",
            MarkdownFile.Fences(page).Where(f => f.IsCSharp).SelectMany(FenceProgram.Check));

    [Fact]
    public void The_first_page_shows_code_and_what_it_prints() =>
        Assert.Contains(MarkdownFile.Fences("README.md"), f => f is { IsCSharp: true, Output: not null });

    [Fact]
    public void Links_between_pages_lead_to_files() =>
        Offenders.None("A relative link of a page leads to a file of the repository.", MarkdownFile.Pages().SelectMany(PageLinks.Broken));
}
