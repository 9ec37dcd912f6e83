using CustomerSuccess.Tests.Docs;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Proof;

/// <summary>The page shows a score judged from two tables in ten lines that adopt nothing else. That they run, and print what the page says, is tested with all fences.</summary>
[Requirement("PRF-8")]
[Collection(OneConsole.Name)]
public sealed class TenLinesTests
{
    private static readonly Fence First = MarkdownFile.Fences("docs/judging.md").First(f => f.IsCSharp);

    [Fact]
    public void Two_tables_are_judged_in_ten_lines()
    {
        var lines = First.Text.Split('\n').Count(l => l.Trim().Length > 0);
        Assert.InRange(lines, 1, 10);
        Assert.NotNull(First.Output);
        Assert.Empty(FenceProgram.Check(First));
    }

    [Fact]
    public void They_need_nothing_of_the_library_but_the_judge()
    {
        Assert.Equal(["using CustomerSuccess.Proof;"], First.Text.Split('\n').Where(l => l.StartsWith("using ", StringComparison.Ordinal)));
        Assert.Contains("new DatedScore(", First.Text, StringComparison.Ordinal);
        Assert.Contains("new DatedOutcome(", First.Text, StringComparison.Ordinal);
        Assert.Contains("ScoreJudge.Judge(", First.Text, StringComparison.Ordinal);
    }
}
