using System.Text;
using System.Text.Json;

namespace CustomerSuccess.Tests.Samples;

/// <summary>Runs the judge of the sample on two files.</summary>
internal static class JudgeRun
{
    public const string Scores = "customer,date,score";
    public const string Outcomes = "customer,decision_date,outcome";

    public static PortfolioRun OnText(string scores, string outcomes, params string[] args) =>
        OnBytes(Encoding.UTF8.GetBytes(scores), Encoding.UTF8.GetBytes(outcomes), args);

    public static PortfolioRun OnBytes(byte[] scores, byte[] outcomes, params string[] args)
    {
        using var one = new TemporaryFile();
        using var other = new TemporaryFile();
        File.WriteAllBytes(one.Path, scores);
        File.WriteAllBytes(other.Path, outcomes);
        return PortfolioRun.With(["judge", one.Path, other.Path, .. args]);
    }

    /// <summary>What it says of lines without their headers, as JSON.</summary>
    public static JsonElement Json(string[] scores, string[] outcomes, params string[] args) =>
        Json(OnText(Lines(Scores, scores), Lines(Outcomes, outcomes), [.. args, "--json"]));

    public static JsonElement Json(PortfolioRun run)
    {
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        return json.RootElement.Clone();
    }

    public static string Lines(string header, params string[] lines) => string.Join('\n', [header, .. lines, ""]);
}
