using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Samples.Refusal;

namespace CustomerSuccess.Tests.Samples;

/// <summary>The sample is what its documents say.</summary>
public sealed class SampleDocumentTests
{
    private static readonly string[] Some = ["--accounts", "40", "--days", "400"];
    private static readonly string Accounts = Repository.PathOf("samples/Portfolio/config/accounts");
    private static readonly string Customers = Repository.PathOf("samples/Portfolio/config/customers");

    [Fact]
    public void Editing_a_document_changes_what_is_shown()
    {
        using var folder = Copy(Accounts);
        var before = PortfolioRun.With(["health", "--config", folder.Path, .. Some]);
        Edit(folder, "scorecard.json", "\"best\": 3.6", "\"best\": 9");
        Edit(folder, "experience.json", "\"pooled\"", "\"shared\"");
        var after = PortfolioRun.With(["health", "--config", folder.Path, .. Some]);

        Assert.Equal((0, 0), (before.ExitCode, after.ExitCode));
        Assert.DoesNotContain("shared", before.Output, StringComparison.Ordinal);
        Assert.Contains("shared", after.Output, StringComparison.Ordinal);
        Assert.Equal(before.Output, PortfolioRun.With(["health", .. Some]).Output);
    }

    [Fact]
    public void Editing_a_scorecard_over_the_file_changes_what_is_shown()
    {
        using var folder = Copy(Customers);
        Edit(folder, "points.json", "\"Two year\": 25", "\"Two year\": 0");
        var (usual, edited) = (PortfolioRun.With("--json"), PortfolioRun.With("--json", "--config", folder.Path));

        Assert.Equal(0, edited.ExitCode);
        Assert.NotEqual(Sums(usual), Sums(edited));
    }

    [Fact]
    public void A_misspelt_name_prints_the_report_of_all_documents_and_nothing_else()
    {
        using var folder = Copy(Accounts);
        Edit(folder, "scorecard.json", "signals.nps", "signals.npss");
        Edit(folder, "health.json", "usage, tickets and surveys", "usage");
        var run = PortfolioRun.With(["health", "--config", folder.Path, .. Some]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("error: The configuration has 2 mistakes:", run.Error, StringComparison.Ordinal);
        Assert.Contains("health.json(5,31) $.scoredBy[0].scorecard: There is no scorecard 'usage'.", run.Error, StringComparison.Ordinal);
        Assert.Contains("There is no field 'npss' of signals. Did you mean 'nps'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Comparing_two_folders_says_who_changes_band_and_why()
    {
        using var folder = Copy(Accounts);
        Edit(folder, "scorecard.json", "\"best\": 3.6", "\"best\": 9");
        var run = PortfolioRun.With(["compare", Accounts, folder.Path, .. Some]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches("^[1-9][0-9]* of [0-9]+ customers change band; scores shift by -", run.Output);
        Assert.Contains("logins a seat", run.Output, StringComparison.Ordinal);
        Assert.Contains("configuration -", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("0 of ", PortfolioRun.With(["compare", Accounts, Accounts, .. Some]).Output, StringComparison.Ordinal);
        Refused(PortfolioRun.With("compare", Accounts), "name two folders");
    }

    [Fact]
    public void Lineage_says_what_reads_a_signal_and_what_is_lost_without_it()
    {
        var run = PortfolioRun.With("lineage", "login");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Signal 'login': measure 'logins a seat' of 'usage, tickets and surveys'", run.Output, StringComparison.Ordinal);
        Assert.Contains("60.0 %  logins a seat, seats in use", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("flowchart LR", PortfolioRun.With("lineage", "--mermaid").Output, StringComparison.Ordinal);
        Assert.Contains("Signal 'nps'", PortfolioRun.With("lineage").Output, StringComparison.Ordinal);
        Refused(PortfolioRun.With("lineage", "logn"), "nothing reads", "Did you mean 'login'?");
    }

    [Fact]
    [Requirement("OPS-2")]
    [Requirement("INS-8")]
    public void The_plan_of_the_sample_is_read_without_a_warning_and_traced()
    {
        var configuration = CustomerConfiguration.Load(Accounts, host => host.Health(h => h.AnnualRevenue("annual revenue", "EUR")));
        var plan = configuration.Plan("onboarding");

        Assert.Empty(configuration.Warnings);
        Assert.True(plan.Reproducible);
        Assert.Equal((6, 15), (plan.Content.Milestones.Count, plan.Content.Accountabilities.Count));
        Assert.All(Enum.GetValues<PlanParty>(), party => Assert.Contains(plan.Content.Accountabilities, a => a.Party == party));
        Assert.Contains("milestone 'whole department' of 'onboarding'", Lineage.Of(configuration).ReadersOfSignal("feature_used"));
        Assert.Contains("Plans lose at most the evidence of:\n  onboarding", PortfolioRun.With("lineage", "login").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused()
    {
        Assert.Equal(2, PortfolioRun.With("health", "--config", "nowhere").ExitCode);
        Refused(PortfolioRun.With("--config", "nowhere"), "weighted.json", "cannot be read");
    }

    private static string Sums(PortfolioRun run) => string.Join('\n', run.Output.Split('\n').Where(l => l.Contains("sum", StringComparison.OrdinalIgnoreCase) || l.Contains("auc", StringComparison.OrdinalIgnoreCase)));

    private static TemporaryFolder Copy(string source)
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        foreach (var file in Directory.GetFiles(source))
        {
            File.Copy(file, folder.At(Path.GetFileName(file)));
        }

        return folder;
    }

    private static void Edit(TemporaryFolder folder, string file, string old, string now)
    {
        var text = File.ReadAllText(folder.At(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(folder.At(file), text.Replace(old, now, StringComparison.Ordinal));
    }
}
