using static CustomerSuccess.Tests.Samples.Refusal;

namespace CustomerSuccess.Tests.Samples;

/// <summary>Files appear whole or not at all, and never in place of others unless that was asked for.</summary>
public sealed class SimulateTests
{
    private static readonly string[] Small = ["--accounts", "3", "--days", "60"];

    [Fact]
    public void What_is_there_stays_unless_it_is_to_be_replaced()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(folder.At("traits.csv"), "mine");
        File.WriteAllText(folder.At("scores.csv"), "");
        Refused(Simulate(folder), "traits.csv is there already", "--force");
        Assert.Equal(["scores.csv", "traits.csv"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal("mine", File.ReadAllText(folder.At("traits.csv")));

        Assert.Equal((0, ""), Ended(Simulate(folder, "--force")));
        Assert.StartsWith("customer,name,kind,value,", File.ReadAllText(folder.At("traits.csv")), StringComparison.Ordinal);
        Refused(Simulate(folder), "customers.csv, ", "are there already");
    }

    [Fact]
    public void Empty_files_are_in_nobodys_way()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(folder.At("scores.csv"), "");
        Assert.Equal((0, ""), Ended(Simulate(folder)));
    }

    [Fact]
    public void A_folder_is_made_at_any_depth_and_the_seed_decides_what_is_in_it()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, seed) in (ReadOnlySpan<(string, string)>)[("a/b", "7"), ("c", "7"), ("d", "18446744073709551615")])
            Assert.Equal((0, ""), Ended(PortfolioRun.With(["simulate", "--out", folder.At(name), "--seed", seed, .. Small])));
        var (once, again, other) = (File.ReadAllText(folder.At("a/b/signals.csv")), File.ReadAllText(folder.At("c/signals.csv")), File.ReadAllText(folder.At("d/signals.csv")));
        Assert.Equal(once, again);
        Assert.NotEqual(once, other);
        Assert.DoesNotContain('\r', once);
    }

    [Fact]
    public void A_path_that_is_no_folder_is_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("signals.csv"));
        File.WriteAllText(folder.At("file"), "x");
        Refused(PortfolioRun.With(["simulate", "--out", folder.At("file"), .. Small]), "this is a file");
        Refused(PortfolioRun.With(["simulate", "--out", folder.At("file/below"), .. Small]), "cannot be written");
        Refused(PortfolioRun.With(["simulate", "--out", "a\0b", .. Small]), "cannot be written");
        Refused(Simulate(folder), "signals.csv", "this is a folder");
        Assert.Equal(["file", "signals.csv"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [SkippableFact]
    public void Where_the_disk_is_full_nothing_half_written_is_left()
    {
        const string Full = "/dev/full";
        Skip.IfNot(File.Exists(Full), "There is no disk that is always full here.");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        File.CreateSymbolicLink(folder.At("signals.csv.partial"), Full);
        var run = Simulate(folder);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("error: the output cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void The_screen_says_what_was_written_and_that_it_is_made_up()
    {
        using var folder = new TemporaryFolder();
        var run = Simulate(folder);
        Assert.Equal((0, ""), Ended(run));
        Assert.All(["signals.csv", "are simulated", "left in a year"], words => Assert.Contains(words, run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("simulate", "--out")]
    [InlineData("simulate --out", "--out needs a folder")]
    [InlineData("simulate --out= --seed 1", "--out needs a folder")]
    [InlineData("simulate --out --force", "--out needs a folder")]
    [InlineData("simulate folder", "'folder'", "--out DIR")]
    [InlineData("simulate --out a --seed -1", "--seed", "'-1'")]
    [InlineData("simulate --out a --seed x", "--seed", "'x'")]
    [InlineData("simulate --out a --seed 18446744073709551616", "--seed")]
    [InlineData("simulate --out a --accounts 0", "--accounts", "20,000")]
    [InlineData("simulate --out a --accounts 20001", "--accounts", "20,000")]
    [InlineData("simulate --out a --days 27", "--days", "3,650")]
    [InlineData("simulate --out a --out b", "twice")]
    [InlineData("simulate --out a --acounts 3", "'--acounts'", "'--accounts'")]
    public void A_mistake_in_the_arguments_is_named_and_nothing_is_written(string arguments, params string[] words)
    {
        Refused(PortfolioRun.With(arguments.Split(' ')), words);
        Assert.False(Directory.Exists("a"));
    }

    private static (int ExitCode, string Error) Ended(PortfolioRun run) => (run.ExitCode, run.Error);

    private static PortfolioRun Simulate(TemporaryFolder folder, params string[] args) => PortfolioRun.With(["simulate", "--out", folder.Path, .. Small, .. args]);
}
