using System.Globalization;
using System.Text.Json;

namespace CustomerSuccess.Tests.Samples;

/// <summary>What the sample says of the customers that come with it. The numbers were computed elsewhere.</summary>
public sealed class PortfolioTests
{
    private static readonly Lazy<PortfolioRun> Json = new(() => PortfolioRun.With("--json"));
    private static readonly Lazy<PortfolioRun> Screen = new(() => PortfolioRun.With());

    [Theory]
    [InlineData("red", 3096, 1527)]
    [InlineData("yellow", 2099, 291)]
    [InlineData("green", 1848, 51)]
    public void The_points_put_as_many_customers_and_leavers_into_each_band_as_were_counted_elsewhere(string band, int customers, int churned)
    {
        using var json = Parse(Json.Value);
        var counted = json.RootElement.GetProperty("scoreA").GetProperty("bands").GetProperty(band);
        Assert.Equal((customers, churned), (counted.GetProperty("customers").GetInt32(), counted.GetProperty("churned").GetInt32()));
    }

    [Fact]
    public void The_points_sum_to_what_was_computed_elsewhere()
    {
        using var json = Parse(Json.Value);
        Assert.Equal("327357", json.RootElement.GetProperty("scoreA").GetProperty("sum").GetRawText());
    }

    [Fact]
    public void The_points_separate_leavers_as_well_as_was_computed_elsewhere()
    {
        using var json = Parse(Json.Value);
        Assert.Equal(0.833610524946418, json.RootElement.GetProperty("scoreA").GetProperty("auc").GetDouble(), 1e-12);
    }

    [Theory]
    [InlineData("scoreA")]
    [InlineData("weighted")]
    public void Each_scorecard_scores_everybody_and_can_be_reproduced(string card)
    {
        using var json = Parse(Json.Value);
        var said = json.RootElement.GetProperty(card);
        Assert.Equal(7043, said.GetProperty("bands").EnumerateObject().Sum(b => b.Value.GetProperty("customers").GetInt32()));
        Assert.True(said.GetProperty("reproducible").GetBoolean());
    }

    [Fact]
    public void Json_is_one_object_and_nothing_else()
    {
        using var json = Parse(Json.Value);
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        Assert.StartsWith("{", Json.Value.Output, StringComparison.Ordinal);
        Assert.EndsWith("}\n", Json.Value.Output, StringComparison.Ordinal);
        Assert.Empty(Json.Value.Error);
    }

    [Fact]
    public void The_ten_riskiest_are_listed_worst_first_with_three_reasons_each()
    {
        using var json = Parse(Json.Value);
        var riskiest = json.RootElement.GetProperty("riskiest").EnumerateArray().ToList();
        var scores = riskiest.Select(r => r.GetProperty("weighted").GetDouble()).ToList();
        Assert.Equal(10, riskiest.Count);
        Assert.Equal(scores.Order(), scores);
        Assert.All(riskiest, r => Assert.Equal(3, r.GetProperty("reasons").GetArrayLength()));
    }

    [Fact]
    public void A_way_back_reaches_yellow_and_asks_nobody_to_turn_back_the_clock()
    {
        using var json = Parse(Json.Value);
        foreach (var way in json.RootElement.GetProperty("riskiest").EnumerateArray().Select(r => r.GetProperty("wayBack")))
        {
            Assert.InRange(way.GetProperty("value").GetDouble(), 40 - 1e-9, 100);
            var moves = way.GetProperty("moves").EnumerateArray().Select(m => m.GetProperty("measure").GetString()).ToList();
            Assert.NotEmpty(moves);
            Assert.Subset(new HashSet<string?> { "contract", "tech support", "online security", "payment" }, new HashSet<string?>(moves));
        }
    }

    [Fact]
    public void Nobody_is_advised_to_give_up_or_to_buy_the_internet()
    {
        string[] options = ["Yes", "No", "No internet service"];
        var rows = from support in options
                   from security in options
                   from tenure in (string[])["3", "9", "20", "30"]
                   select PortfolioRun.Row(tenure: tenure, contract: "Month-to-month", techSupport: support, onlineSecurity: security, paymentMethod: "Electronic check");
        foreach (var ten in rows.Chunk(10))
        {
            using var json = Parse(PortfolioRun.OnText(PortfolioRun.FileOf(ten), "--json"));
            var moves = from customer in json.RootElement.GetProperty("riskiest").EnumerateArray()
                        let way = customer.GetProperty("wayBack")
                        where way.ValueKind == JsonValueKind.Object
                        from move in way.GetProperty("moves").EnumerateArray()
                        select (From: move.GetProperty("from").GetString()!, To: move.GetProperty("to").GetString()!);
            Assert.NotEmpty(moves);
            Assert.DoesNotContain(moves, m => m.From.Contains("internet", StringComparison.Ordinal) || m.To.Contains("internet", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_screen_shows_tables_of_80_columns_without_escape_codes_when_it_is_no_terminal()
    {
        Assert.Equal(0, Screen.Value.ExitCode);
        Assert.DoesNotContain('\u001b', Screen.Value.Output);
        Assert.All(Screen.Value.Output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 80));
    }

    [Theory]
    [InlineData("association, not prediction")]
    [InlineData("3,096")]
    [InlineData("Revenue at risk")]
    [InlineData("Really left")]
    [InlineData("The ten riskiest")]
    [InlineData("customers per second")]
    public void The_screen_says_what_a_person_looks_for(string words) => Assert.Contains(words, Screen.Value.Output, StringComparison.Ordinal);

    [Fact]
    public void In_turkey_the_numbers_are_the_same()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(WithoutTime(Screen.Value.Output), WithoutTime(PortfolioRun.With().Output));
            using var json = Parse(PortfolioRun.With("--json"));
            Assert.Equal("327357", json.RootElement.GetProperty("scoreA").GetProperty("sum").GetRawText());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string WithoutTime(string output) => output[..output.LastIndexOf("Read the file", StringComparison.Ordinal)];

    private static JsonDocument Parse(PortfolioRun run)
    {
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output);
    }
}
