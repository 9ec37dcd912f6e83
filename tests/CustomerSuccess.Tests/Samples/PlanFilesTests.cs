using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Samples.Refusal;

namespace CustomerSuccess.Tests.Samples;

/// <summary>The outlooks that the walk through a launch writes, and the documents that it reads.</summary>
public sealed class PlanFilesTests
{
    private const string Plan = "plans/onboarding.json";
    private static readonly string[] Files = ["outlook-day-0.html", "outlook-day-0.md", "outlook-day-60.html", "outlook-day-60.md"];

    [Fact]
    [Requirement("PLN-4")]
    public void Outlooks_for_the_customer_appear_whole_and_blame_nobody()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, PortfolioRun.With("plan", "--out", folder.Path).ExitCode);

        Assert.Equal(Files, Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var (first, later) = (File.ReadAllText(folder.At("outlook-day-0.md")), File.ReadAllText(folder.At("outlook-day-60.md")));
        Assert.Contains("Name a sponsor and a champion", first, StringComparison.Ordinal);
        Assert.DoesNotContain("## Still open", first, StringComparison.Ordinal);
        Assert.Contains("## Still open", later, StringComparison.Ordinal);
        Assert.DoesNotContain("fail", later, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(folder.At("outlook-day-60.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_there_stays_unless_it_is_to_be_replaced()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(folder.At("outlook-day-60.md"), "mine");

        Refused(PortfolioRun.With("plan", "--out", folder.Path), "outlook-day-60.md is there already", "--force");
        Assert.Equal("mine", File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path))));
        Assert.Equal(0, PortfolioRun.With("plan", "--out", folder.Path, "--force").ExitCode);
        Assert.NotEqual("mine", File.ReadAllText(folder.At("outlook-day-60.md")));
    }

    [Fact]
    public void Editing_the_template_changes_the_launch()
    {
        using var folder = Copied("\"due\": 5, \"dimension\"", "\"due\": 4, \"dimension\"");
        var run = PortfolioRun.With("plan", "--json", "--config", folder.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.NotEqual(Hash(PortfolioRun.With("plan", "--json")), Hash(run));
    }

    [Fact]
    public void A_mistake_in_a_document_is_told_with_its_place()
    {
        using var folder = Copied("\"after\": [\"kick-off\"], \"accepts\"", "\"after\": [\"kick-of\"], \"accepts\"");
        var run = PortfolioRun.With("plan", "--config", folder.Path);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("onboarding.json(", run.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'kick-off'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_plan_is_refused()
    {
        using var folder = Copied("plan", "plan");
        File.Delete(folder.At(Plan));
        Refused(PortfolioRun.With("plan", "--config", folder.Path), "no document of kind plan", "--config");
        Assert.Equal(2, PortfolioRun.With("plan", "--config", "nowhere").ExitCode);
    }

    private static string? Hash(PortfolioRun run) => JudgeRun.Json(run).GetProperty("templateHash").GetString();

    private static TemporaryFolder Copied(string old, string now)
    {
        var folder = new TemporaryFolder();
        var accounts = Repository.PathOf("samples/Portfolio/config/accounts");
        Directory.CreateDirectory(folder.At("plans"));
        foreach (var file in Directory.GetFiles(accounts, "*.json", SearchOption.AllDirectories))
            File.Copy(file, folder.At(Path.GetRelativePath(accounts, file)));
        var text = File.ReadAllText(folder.At(Plan));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(folder.At(Plan), text.Replace(old, now, StringComparison.Ordinal));
        return folder;
    }
}
