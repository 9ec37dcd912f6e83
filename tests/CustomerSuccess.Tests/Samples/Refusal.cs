namespace CustomerSuccess.Tests.Samples;

/// <summary>Bad input ends in one message on standard error, in exit code 2, and in nothing else.</summary>
internal static class Refusal
{
    public static void Refused(PortfolioRun run, params string[] words)
    {
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        var line = Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.All(words, word => Assert.Contains(word, line, StringComparison.Ordinal));
    }
}
