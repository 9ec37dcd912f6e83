using System.Text.Json;
using CustomerSuccess.Tests.Foundation;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Samples.Refusal;

namespace CustomerSuccess.Tests.Samples;

/// <summary>The launch of one simulated customer, on screen, as data and as files.</summary>
public sealed class PlanCommandTests
{
    private static readonly Lazy<PortfolioRun> Screen = new(() => PortfolioRun.With("plan"));
    private static readonly Lazy<PortfolioRun> Data = new(() => PortfolioRun.With("plan", "--json"));
    private static readonly Lazy<JsonElement> Json = new(() => JudgeRun.Json(Data.Value));

    [Fact]
    public void It_fits_80_columns_without_escape_codes_when_it_is_no_terminal()
    {
        Assert.Equal((0, ""), (Screen.Value.ExitCode, Screen.Value.Error));
        Assert.All(Screen.Value.Output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 80));
        Assert.DoesNotContain('\u001b', Screen.Value.Output);
    }

    [Theory]
    [Requirement("PLN-4")]
    [Requirement("PLN-5")]
    [Requirement("PLN-6")]
    [Requirement("PLN-11")]
    [InlineData("are simulated")]
    [InlineData("Day 0: what lies ahead")]
    [InlineData("Day 30, 2025-06-28: value 39 %")]
    [InlineData("The way to 'first value', projected to be 16 days late")]
    [InlineData("Failed first: kick-off (vendor).")]
    [InlineData("If the disputes are right: vendor 14, customer 2; failed first: kick-off.")]
    [InlineData("refused: 'tell others' is not asked before 'first value', expected on 2025-07-29")]
    [InlineData("Asked for 'tell others': allowed: 'first value' is acknowledged by the customer.")]
    [InlineData("Excused on day 100: connect systems")]
    [InlineData("Kept by the vendor: 2 of 4 in time (50 %), 2 late, 0 failed, 1 excused.")]
    [InlineData("In the way: sponsor has left (People), since day 30")]
    [InlineData("Success vector: forward: +38.1 points in 90 days, from 39.4 to 77.5 of 100.")]
    public void It_says_who_kept_what_who_delayed_what_and_what_may_be_asked(string words) =>
        Assert.Contains(words, string.Join(' ', Screen.Value.Output.Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

    [Fact]
    [Requirement("PLN-5")]
    public void Charges_sum_to_the_delay_on_every_day_also_as_disputed()
    {
        var ledgers = Days().SelectMany(d => d.GetProperty("ledgers").EnumerateArray()).ToList();
        var disputed = ledgers.Select(l => l.GetProperty("ifDisputesAreRight")).Where(l => l.ValueKind == JsonValueKind.Object).ToList();
        Assert.NotEmpty(disputed);
        Assert.Equal(30, ledgers.Count);
        Assert.Contains(ledgers, l => Number(l, "delay") > 0);
        Assert.All(ledgers.Concat(disputed), ledger =>
        {
            Assert.Equal(Number(ledger, "delay"), ledger.GetProperty("charges").EnumerateObject().Sum(c => c.Value.GetInt32()));
            Assert.Equal(Number(ledger, "delay"), ledger.GetProperty("lines").EnumerateArray().Sum(l => Number(l, "charge")));
            Assert.Equal(Math.Max(0, Number(ledger, "reachedDay") - Number(ledger, "due")), Number(ledger, "delay"));
        });
    }

    [Fact]
    [Requirement("PLN-5")]
    public void The_customer_and_the_vendor_delay_the_first_value_and_an_excuse_takes_its_charge_from_the_vendor()
    {
        var (day90, day120) = (Ledger(90, "first value"), Ledger(120, "first value"));
        Assert.Equal("kick-off", day90.GetProperty("firstFailure").GetString());
        Assert.Equal("""{"customer":10,"vendor":6,"planOrEvidence":0,"excused":0}""", Compact(day90.GetProperty("charges")));
        Assert.Equal("""{"customer":10,"vendor":1,"planOrEvidence":0,"excused":5}""", Compact(day120.GetProperty("charges")));
        Assert.Equal("""{"customer":2,"vendor":14,"planOrEvidence":0,"excused":0}""", Compact(day90.GetProperty("ifDisputesAreRight").GetProperty("charges")));
        Assert.True(Ledger(60, "first value").GetProperty("projected").GetBoolean());
    }

    [Fact]
    [Requirement("PLN-11")]
    public void What_is_announced_is_refused_until_its_milestone_is_acknowledged_and_then_asked_once()
    {
        var asks = Days().SelectMany(d => d.GetProperty("asks").EnumerateArray().Where(a => Text(a, "teeUp") == "tell others").Select(a => (Number(d, "day"), a.GetProperty("allowed").GetBoolean()))).ToList();
        Assert.Equal([(30, false), (60, false), (90, true)], asks);
        Assert.Equal("accepted", Text(Days()[^1].GetProperty("teeUps").EnumerateArray().First(), "standing"));
    }

    [Fact]
    [Requirement("MEA-2")]
    public void The_success_vector_is_the_movement_of_the_value_over_90_days()
    {
        var (before, now) = (Days().Single(d => Number(d, "day") == 30).GetProperty("value"), Days()[^1].GetProperty("value"));
        var vector = Json.Value.GetProperty("successVector");
        Assert.Equal(100 * (now.GetProperty("lower").GetDouble() - before.GetProperty("lower").GetDouble()), vector.GetProperty("points").GetDouble(), 6);
        Assert.Equal("forward", Text(vector, "direction"));
    }

    [Fact]
    public void Another_account_and_another_seed_have_launches_of_their_own()
    {
        var other = JudgeRun.Json(PortfolioRun.With("plan", "--json", "--account", "a0018"));
        Assert.Equal("A0018", Text(other, "account"));
        Assert.NotEqual(Data.Value.Output, PortfolioRun.With("plan", "--json", "--seed", "2").Output);
        Assert.Equal(Data.Value.Output, PortfolioRun.With("plan", "--json", "--accounts", "20").Output);
    }

    [Fact]
    public void In_turkey_it_is_the_same() => Culture.Run("tr-TR", () =>
    {
        Assert.Equal(Screen.Value.Output, PortfolioRun.With("plan").Output);
        Assert.Equal(Data.Value.Output, PortfolioRun.With("plan", "--json").Output);
    });

    [Theory]
    [InlineData("plan --account A9999", "'A9999'", "first 500")]
    [InlineData("plan --account A000", "'A000'", "Did you mean")]
    [InlineData("plan --account A0001", "A0001 began on ", "before the simulation", "--account A0004")]
    [InlineData("plan --account A0004 --days 600", "simulation ends on 2025-08-23", "--days")]
    [InlineData("plan --accounts 1", "none of the accounts", "--accounts 500")]
    [InlineData("plan --account", "--account needs an account")]
    [InlineData("plan --acount A0004", "'--acount'", "'--account'")]
    [InlineData("plan A0004", "'A0004'", "--account A0012")]
    [InlineData("plan --force", "--force", "--out outlook")]
    [InlineData("plan --out", "--out needs a folder")]
    [InlineData("pln", "'pln'", "'plan'")]
    public void A_mistake_in_the_arguments_is_named(string arguments, params string[] words) => Refused(PortfolioRun.With(arguments.Split(' ')), words);

    [Fact]
    public void Help_names_the_options() => Assert.All(["Usage: portfolio plan ", "--account ID", "--out DIR", "config/accounts"], words => Assert.Contains(words, PortfolioRun.With("plan", "--help").Output, StringComparison.Ordinal));

    private static List<JsonElement> Days() => [.. Json.Value.GetProperty("days").EnumerateArray()];

    private static JsonElement Ledger(int day, string milestone) =>
        Days().Single(d => Number(d, "day") == day).GetProperty("ledgers").EnumerateArray().Single(l => Text(l, "milestone") == milestone);

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
