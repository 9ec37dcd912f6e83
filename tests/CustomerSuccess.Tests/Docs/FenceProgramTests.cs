namespace CustomerSuccess.Tests.Docs;

/// <summary>What is said of a fence that does not hold.</summary>
[Collection(OneConsole.Name)]
public sealed class FenceProgramTests
{
    [Fact]
    public void A_fence_that_prints_what_the_page_says_is_right() =>
        Assert.Empty(Check("```csharp", "Console.WriteLine($\"{1.5}  \");", "```", "It prints:", "```text", "1.5", "```"));

    [Fact]
    public void What_does_not_compile_is_named_with_page_line_and_error() =>
        Assert.StartsWith("page.md(4): CS0103", Assert.Single(Check("Words.", "```csharp", "var x = 1;", "Console.WriteLine(x + y);", "```")), StringComparison.Ordinal);

    [Fact]
    public void A_warning_is_a_mistake_too() =>
        Assert.StartsWith("page.md(2): CS0219", Assert.Single(Check("```csharp", "var x = 1;", "```")), StringComparison.Ordinal);

    [Fact]
    public void What_throws_is_named_with_the_line_that_threw()
    {
        var mistake = Assert.Single(Check("```csharp", "Console.WriteLine(1);", "throw new InvalidOperationException(\"no\");", "```"));

        Assert.StartsWith("page.md(2): it throws System.InvalidOperationException: no", mistake, StringComparison.Ordinal);
        Assert.Contains("page.md:line 3", mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page.md(7): the page says 'two' and the program prints '2'", "1", "two")]
    [InlineData("page.md(7): the page says '3' and the program prints '2'", "1", "3")]
    [InlineData("page.md(6): the page says no more lines and the program prints '2'", "1")]
    [InlineData("page.md(8): the page says '3' and the program prints no more lines", "1", "2", "3")]
    public void Output_that_differs_is_named_with_its_line(string expected, params string[] stated) =>
        Assert.StartsWith(
            expected,
            Assert.Single(Check(["```csharp", "Console.WriteLine(1);", "Console.WriteLine(2);", "```", "```text", .. stated, "```"])),
            StringComparison.Ordinal);

    [Fact]
    public void Programs_may_await_and_declare_types() =>
        Assert.Empty(Check("```csharp", "await Task.Yield();", "Console.WriteLine(new Pair(1, 2));", "record Pair(int A, int B);", "```", "", "```text", "Pair { A = 1, B = 2 }", "```"));

    [Fact]
    public void Output_belongs_to_the_code_right_before_it()
    {
        var fences = MarkdownFile.Parse("page.md", ["```csharp", "```", "## Another matter", "```text", "x", "```", "```csharp", "```", "```bash", "```", "```text", "```"]);

        Assert.All(fences, f => Assert.Null(f.Output));
    }

    [Fact]
    public void A_fence_that_is_never_closed_is_a_mistake() =>
        Assert.Throws<FormatException>(() => MarkdownFile.Parse("page.md", ["```csharp", "var x = 1;"]));

    private static IReadOnlyList<string> Check(params string[] page) => FenceProgram.Check(MarkdownFile.Parse("page.md", page)[0]);
}
