using System.Text;
using System.Text.Json;

namespace CustomerSuccess.Tests.Samples;

/// <summary>Other files of the shape that the sample reads.</summary>
public sealed class PortfolioFileTests
{
    [Fact]
    public void Columns_may_come_in_any_order_with_others_between_them()
    {
        const string Text = "monthly_charges,colour,contract,churn,customer_id,tenure,payment_method,online_security,tech_support\n"
            + "29.85,blue,Month-to-month,No,T1,1,Electronic check,No,No\n";
        // 0 + 0 + 0 + 0 + 0 + 15 points.
        Assert.Equal(15, Sum(PortfolioRun.OnText(Text, "--json")));
    }

    [Fact]
    public void Columns_that_are_not_used_may_be_there_twice() =>
        Assert.Equal(1, Customers(PortfolioRun.OnText($"x,x,{PortfolioRun.Header}\n1,2,{PortfolioRun.Row()}\n", "--json")));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_total_is_not_known_and_the_customer_is_scored_all_the_same(string total) =>
        Assert.Equal(1, Customers(PortfolioRun.OnText(PortfolioRun.FileOf(PortfolioRun.Row(totalCharges: total)), "--json")));

    [Fact]
    public void Windows_line_ends_a_byte_order_mark_blank_lines_and_quotes_change_nothing()
    {
        var plain = PortfolioRun.OnText(PortfolioRun.FileOf(PortfolioRun.Row(), PortfolioRun.Row(id: "T2", churn: "Yes")), "--json");
        var quoted = PortfolioRun.Row(id: "T2", churn: "\"Yes\"", contract: "\"One year\"");
        var dressed = $"\uFEFF{PortfolioRun.Header}\r\n{PortfolioRun.Row()}\r\n\r\n{quoted}\r\n\r\n";
        Assert.Equal(WithoutTime(plain.Output), WithoutTime(PortfolioRun.OnText(dressed, "--json").Output));
    }

    [Fact]
    public void A_last_line_needs_no_line_end() =>
        Assert.Equal(1, Customers(PortfolioRun.OnText($"{PortfolioRun.Header}\n{PortfolioRun.Row()}", "--json")));

    [Fact]
    public void An_id_may_hold_what_a_terminal_library_takes_for_markup()
    {
        var run = PortfolioRun.OnText(PortfolioRun.FileOf(PortfolioRun.Row(id: "[red]:bug:[/]")));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("[red]:bug:[/]", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Yes", "Yes")]
    [InlineData("No", "No")]
    public void Where_all_or_none_left_there_is_nothing_to_separate(string first, string second)
    {
        var run = PortfolioRun.OnText(PortfolioRun.FileOf(PortfolioRun.Row(churn: first), PortfolioRun.Row(churn: second, tenure: "1")), "--json");
        Assert.Equal(JsonValueKind.Null, ScoreA(run).GetProperty("auc").ValueKind);
        Assert.Equal(0, PortfolioRun.OnText(PortfolioRun.FileOf(PortfolioRun.Row(churn: first))).ExitCode);
    }

    [Fact]
    public void A_tie_counts_one_half()
    {
        var run = PortfolioRun.OnText(
            PortfolioRun.FileOf(
                PortfolioRun.Row(churn: "Yes", tenure: "0"),
                PortfolioRun.Row(churn: "Yes", tenure: "48"),
                PortfolioRun.Row(churn: "No", tenure: "48"),
                PortfolioRun.Row(churn: "No", tenure: "24")),
            "--json");
        // Pairs: 0<48 and 0<24 count 1 each, 48=48 one half, 48>24 nothing.
        Assert.Equal(2.5 / 4, ScoreA(run).GetProperty("auc").GetDouble(), 1e-15);
    }

    [Fact]
    public void Umlauts_are_text()
    {
        var run = PortfolioRun.OnBytes(Encoding.UTF8.GetBytes(PortfolioRun.FileOf(PortfolioRun.Row(id: "Müller-Öztürk"))));
        Assert.Contains("Müller-Öztürk", run.Output, StringComparison.Ordinal);
    }

    private static long Customers(PortfolioRun run) => Root(run).GetProperty("customers").GetInt64();

    private static double Sum(PortfolioRun run) => ScoreA(run).GetProperty("sum").GetDouble();

    private static JsonElement ScoreA(PortfolioRun run) => Root(run).GetProperty("scoreA");

    private static JsonElement Root(PortfolioRun run)
    {
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        return json.RootElement.Clone();
    }

    private static string WithoutTime(string json) => json[..json.IndexOf("\"seconds\"", StringComparison.Ordinal)];
}
