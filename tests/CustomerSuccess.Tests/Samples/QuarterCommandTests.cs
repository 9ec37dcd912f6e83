using System.Text.Json;
using CustomerSuccess.Tests.Foundation;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Samples.Refusal;

namespace CustomerSuccess.Tests.Samples;

/// <summary>A simulated quarter by rules, day by day.</summary>
public sealed class QuarterCommandTests
{
    private static readonly string[] Some = ["--accounts", "16"];
    private static readonly Lazy<PortfolioRun> Screen = new(() => PortfolioRun.With(["quarter", .. Some]));
    private static readonly Lazy<PortfolioRun> Data = new(() => PortfolioRun.With(["quarter", "--json", .. Some]));
    private static readonly Lazy<JsonElement> Json = new(() => JudgeRun.Json(Data.Value));

    [Theory]
    [InlineData("Cases by rule")]
    [InlineData("Touches by channel and week")]
    [InlineData("Held back, and why")]
    [InlineData("had to wait for a day with more time")]
    [InlineData("Why is there a case of")]
    [InlineData("Why is there none of")]
    [InlineData("Maturity of the work of people")]
    [InlineData("had waited for 7 more days")]
    [InlineData("are simulated")]
    public void The_screen_says_what_was_done_and_why(string words)
    {
        Assert.Equal((0, ""), (Screen.Value.ExitCode, Screen.Value.Error));
        Assert.Contains(words, string.Join(' ', Screen.Value.Output.Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', Screen.Value.Output);
        Assert.All(Screen.Value.Output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 80));
    }

    [Fact]
    public void Ten_rules_run_and_their_touches_are_those_of_the_weeks()
    {
        var rules = Json.Value.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(10, rules.Count);
        Assert.Empty(Json.Value.GetProperty("problems").EnumerateArray());
        Assert.Contains(rules, r => Number(r, "touches") > 0);
        Assert.All(rules, r => Assert.Equal(Number(r, "cases"), Number(r, "open") + r.GetProperty("ended").EnumerateObject().Sum(e => e.Value.GetInt32())));
        var weeks = Json.Value.GetProperty("touches").EnumerateArray().Select(t => t.GetProperty("weeks").EnumerateArray().Select(w => w.GetInt32()).ToList()).ToList();
        Assert.All(weeks, w => Assert.Equal(13, w.Count));
        Assert.Equal(rules.Sum(r => Number(r, "touches")), weeks.Sum(w => w.Sum()));
    }

    [Fact]
    [Requirement("INT-18")]
    public void What_was_held_back_is_counted_by_reason_the_most_frequent_first()
    {
        var held = Json.Value.GetProperty("heldBack").EnumerateArray().ToList();
        Assert.NotEmpty(held);
        Assert.All(held, h => Assert.NotEqual("", h.GetProperty("example").GetString()));
        var counts = held.Select(h => Number(h, "touches") + Number(h, "firings")).ToList();
        Assert.All(counts, c => Assert.NotEqual(0, c));
        Assert.Equal(counts.OrderDescending(), counts);
    }

    [Fact]
    public void Why_and_why_not_are_about_one_customer_and_one_rule_each()
    {
        var (why, not) = (Json.Value.GetProperty("why"), Json.Value.GetProperty("whyNot"));
        Assert.All([why, not], a => Assert.Contains(a.GetProperty("customer").GetString()!, a.GetProperty("lines")[0].GetString(), StringComparison.Ordinal));
        Assert.Contains(why.GetProperty("standing").GetString(), (string[])["fired", "ended", "suppressed", "undetermined"]);
        Assert.DoesNotContain(not.GetProperty("standing").GetString(), (string[])["fired", "ended", "failed", "customerUnknown"]);
    }

    [Fact]
    [Requirement("INT-10")]
    public void A_rule_that_waits_for_longer_opens_no_more_cases()
    {
        var replay = Json.Value.GetProperty("replay");
        Assert.InRange(Number(replay, "casesIfLater"), 0, Number(replay, "cases"));
        Assert.InRange(Number(replay, "customersSpared"), 0, Number(replay, "cases"));
        Assert.Contains(replay.GetProperty("rule").GetString(), Json.Value.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("rule").GetString()));
    }

    [Fact]
    [Requirement("MEA-7")]
    public void Maturity_counts_the_cases_of_human_work_by_kind()
    {
        var maturity = Json.Value.GetProperty("maturity");
        Assert.InRange(Number(maturity, "cases"), 1, int.MaxValue);
        Assert.Equal(Number(maturity, "cases"), ((string[])["reactive", "proactive", "leading", "unclassified"]).Sum(k => Number(maturity, k)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_quarter_in_turkey_too() => Culture.Run("tr-TR", () => Assert.Equal(Data.Value.Output, PortfolioRun.With(["quarter", "--json", .. Some]).Output));

    [Fact]
    public void Another_seed_gives_another_quarter() => Assert.NotEqual(Data.Value.Output, PortfolioRun.With("quarter", "--json", "--accounts", "4", "--seed", "2").Output);

    [Theory]
    [InlineData("quarter --days 100", "100 days are too few", "--days 119")]
    [InlineData("quarter --from 2025-11-01", "not all is simulated", "2025-10-01")]
    [InlineData("quarter --from 2024-01-02", "not all is simulated", "2024-01-29")]
    [InlineData("quarter --from 2025-01-01T10:00:00Z", "no midnight", "--from 2025-01-01")]
    [InlineData("quarter --from tomorrow", "not a date")]
    [InlineData("quarter --from", "--from needs a date")]
    [InlineData("quarter x", "'x'")]
    [InlineData("quater", "'quater'", "'quarter'")]
    public void A_mistake_in_the_arguments_is_named(string arguments, params string[] words) => Refused(PortfolioRun.With(arguments.Split(' ')), words);

    [Fact]
    public void A_folder_without_rules_is_refused() =>
        Refused(PortfolioRun.With("quarter", "--config", Repository.PathOf("samples/Portfolio/config/accounts")), "no document of kind rule");

    [Fact]
    public void Help_names_the_options() => Assert.All(["Usage: portfolio quarter ", "--from DATE", "config/quarter"], words => Assert.Contains(words, PortfolioRun.With("quarter", "--help").Output, StringComparison.Ordinal));

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
