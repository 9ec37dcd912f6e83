using System.Text.Json;
using CustomerSuccess.Tests.Foundation;
using static CustomerSuccess.Tests.Samples.Refusal;

namespace CustomerSuccess.Tests.Samples;

/// <summary>A simulated portfolio's health, as of a date, as known then.</summary>
public sealed class HealthCommandTests
{
    private static readonly string[] Some = ["--accounts", "150"];
    private static readonly Lazy<PortfolioRun> Screen = new(() => PortfolioRun.With(["health", .. Some]));
    private static readonly Lazy<JsonElement> Json = new(() => JudgeRun.Json(PortfolioRun.With(["health", "--json", .. Some])));

    [Fact]
    public void It_fits_one_screen_without_escape_codes_when_it_is_no_terminal()
    {
        var lines = Screen.Value.Output.TrimEnd().Split('\n');
        Assert.Equal((0, ""), (Screen.Value.ExitCode, Screen.Value.Error));
        Assert.InRange(lines.Length, 20, 60);
        Assert.All(lines, line => Assert.InRange(line.TrimEnd('\r').Length, 0, 80));
        Assert.DoesNotContain('\u001b', Screen.Value.Output);
    }

    [Theory]
    [InlineData("as known then")]
    [InlineData("are simulated")]
    [InlineData("appropriate experience")]
    [InlineData("high touch")]
    [InlineData("Points lost")]
    [InlineData("Segments in the 30 days before")]
    [InlineData("Tried on 2025-07-04")]
    [InlineData("nothing about your customers")]
    public void It_says_what_a_person_looks_for(string words) => Assert.Contains(words, string.Join(' ', Screen.Value.Output.Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

    [Fact]
    public void Bands_and_segments_add_up_to_the_customers()
    {
        var segments = Json.Value.GetProperty("segments").EnumerateArray().ToList();
        Assert.Equal(["high touch", "pooled", "digital"], segments.Select(s => s.GetProperty("segment").GetString()));
        Assert.Equal(Json.Value.GetProperty("customers").GetInt32(), segments.Sum(s => s.GetProperty("customers").GetInt32()));
        Assert.All(segments, s =>
        {
            var bands = s.GetProperty("bands").EnumerateObject().Select(b => b.Value).ToList();
            Assert.Equal(s.GetProperty("customers").GetInt32(), bands.Sum(b => b.GetProperty("customers").GetInt32()) + s.GetProperty("noScore").GetInt32());
            Assert.True(s.GetProperty("revenue").GetDecimal() >= bands.Sum(b => b.GetProperty("revenue").GetDecimal()));
        });
    }

    [Fact]
    public void Those_to_look_at_are_in_the_lowest_band_with_reasons_the_largest_revenue_first()
    {
        var accounts = Json.Value.GetProperty("toLookAt").EnumerateArray().ToList();
        Assert.NotEmpty(accounts);
        Assert.All(accounts, a => Assert.Equal("Red", a.GetProperty("band").GetString()));
        Assert.All(accounts, a => Assert.NotEqual(0, a.GetProperty("reasons").GetArrayLength()));
        var revenue = accounts.Select(a => a.GetProperty("revenue").GetDecimal()).ToList();
        Assert.Equal(revenue.OrderDescending(), revenue);
    }

    [Fact]
    public void The_score_is_tried_half_a_year_earlier_on_everybody_of_then()
    {
        var judged = Json.Value.GetProperty("judged");
        var proof = judged.GetProperty("proof");
        Assert.Equal(("2025-07-04", "replayed"), (judged.GetProperty("cutOff").GetString(), proof.GetProperty("kind").GetString()));
        string[] leftOut = ["notAtRisk", "decidedBefore", "involuntary", "withoutScore", "failed"];
        Assert.Equal(judged.GetProperty("active").GetInt32(), proof.GetProperty("n").GetInt32() + leftOut.Sum(l => judged.GetProperty(l).GetInt32()));
        Assert.Equal(0, judged.GetProperty("failed").GetInt32());
        Assert.InRange(proof.GetProperty("churned").GetInt32(), 1, proof.GetProperty("n").GetInt32() - 1);
    }

    [Fact]
    public void As_of_a_date_it_says_what_it_would_have_said_on_that_day()
    {
        // Day 400 is 4 February 2025: the longer simulation holds more, and none of it is known then.
        var lived = PortfolioRun.With(["health", "--json", "--days", "400", .. Some]);
        var replayed = PortfolioRun.With(["health", "--json", "--days", "500", "--as-of", "2025-02-04", .. Some]);
        Assert.Equal((0, lived.Output), (replayed.ExitCode, replayed.Output));
    }

    [Fact]
    public void Too_early_to_try_the_score_it_says_so()
    {
        var run = PortfolioRun.With(["health", "--as-of", "2024-07-26T12:00:00+02:00", .. Some]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("cannot be tried", run.Output, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, JudgeRun.Json(PortfolioRun.With(["health", "--days", "30", "--json", .. Some])).GetProperty("judged").ValueKind);
    }

    [Fact]
    public void In_turkey_the_screen_is_the_same() => Culture.Run("tr-TR", () => Assert.Equal(Screen.Value.Output, PortfolioRun.With(["health", .. Some]).Output));

    [Theory]
    [InlineData("health --as-of 2026-01-01", "not simulated", "2025-12-31")]
    [InlineData("health --as-of 2024-01-01", "not simulated")]
    [InlineData("health --as-of 01/02/2025", "not a date")]
    [InlineData("health --as-of 2025-01-01T10:00:00", "no offset")]
    [InlineData("health --as-of", "--as-of needs a date")]
    [InlineData("health x", "'x'")]
    [InlineData("health --accounts many", "--accounts", "'many'")]
    [InlineData("helth", "'helth'", "'health'")]
    public void A_mistake_in_the_arguments_is_named(string arguments, params string[] words) => Refused(PortfolioRun.With(arguments.Split(' ')), words);

    [Theory]
    [InlineData("judge", "--horizon")]
    [InlineData("simulate", "--out DIR")]
    [InlineData("health", "--as-of")]
    public void Help_of_each_command_fits_a_screen_and_names_its_options(string command, string option)
    {
        var run = PortfolioRun.With(command, "--help");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"Usage: portfolio {command} ", run.Output, StringComparison.Ordinal);
        Assert.Contains(option, run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 100));
    }
}
