using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Health.OverTime.Usage;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class ColdStartTests
{
    private static readonly IHealthScoreStrategy Fifty = HealthStrategies.From("new", _ => HealthResult.Of(50));

    [Fact]
    [Requirement("HLT-7")]
    public async Task A_customer_is_scored_as_new_until_it_has_an_age_to_the_tick()
    {
        var health = Over(Log((0, 90)), Acme(), c => c.ColdStart("new", Fifty, TimeSpan.FromDays(30)));

        Assert.Equal((50, "new", "'new' as a cold start: 12.5 days old, until 30 days old"), await At(health, 12.5));
        Assert.Equal((50, "new", "'new' as a cold start: 29.99 days old, until 30 days old"), await At(health, 30, -1));
        Assert.Equal((90, "usage", "'usage' for everyone; no cold start: 30 days old"), await At(health, 30));
        Assert.EndsWith("\n  scored by 'usage' for everyone; no cold start: 30 days old", (await health.ScoreAsync("acme", Start.AddDays(30)))!.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("HLT-7")]
    public async Task Or_until_enough_was_known_at_a_grid_point_and_then_never_again()
    {
        // Known from day 5 at noon for two days.
        var health = CustomerHealth.Of(CustomerSources.InMemory(Acme(), Log((5.5, 90))), c => c.ScoredBy(Card(windowInDays: 2)).ColdStart("new", Fifty, untilCoverage: 1));

        Assert.Equal((50, "new", "'new' as a cold start: 5.75 days old, until 100 % of 'usage' is known"), await At(health, 5.75));
        Assert.Equal((90, "usage", "'usage' for everyone; no cold start: 100 % was known on 2025-01-07"), await At(health, 6));
        Assert.Equal((null, "usage", "'usage' for everyone; no cold start: 100 % was known on 2025-01-07"), await At(health, 20));
    }

    [Fact]
    public async Task The_first_of_the_two_ends_it()
    {
        CustomerHealth Of(double age) => Over(Log((5.5, 90)), Acme(), c => c.ColdStart("new", Fifty, TimeSpan.FromDays(age), untilCoverage: 0.5));

        Assert.Equal("new", (await At(Of(3), 2.9)).Strategy);
        Assert.Equal("usage", (await At(Of(3), 3)).Strategy);
        Assert.Equal("'new' as a cold start: 4 days old, until 9 days old or 50 % of 'usage' is known", (await At(Of(9), 4)).Selection);
        Assert.Equal("usage", (await At(Of(9), 6)).Strategy);
    }

    [Fact]
    public async Task Where_nobody_names_customers_one_is_new_since_its_first_fact()
    {
        var health = CustomerHealth.Of(CustomerSources.InMemory(signals: Log((10, 90))), c => c.ScoredBy(Card()).ColdStart("new", Fifty, TimeSpan.FromDays(5)));

        Assert.Equal(["new", "usage"], [(await At(health, 14.9)).Strategy, (await At(health, 15)).Strategy]);
    }

    [Fact]
    [Requirement("HLT-7")]
    public async Task What_was_not_known_then_ends_no_cold_start_of_the_day_and_does_in_hindsight()
    {
        var log = new SignalLog();
        log.Append(Of("acme", 2, 90, recordedAfter: 10));
        var health = Over(log, Acme(), c => c.ColdStart("new", Fifty, untilCoverage: 1));

        Assert.Equal("new", (await At(health, 5)).Strategy);
        Assert.Equal("usage", (await health.ScoreAsync("acme", new ScoreInstant(Start.AddDays(5), Start.AddDays(20))))!.Definition.Strategy);
    }

    [Fact]
    [Requirement("HLT-7")]
    public async Task The_change_of_scorecard_breaks_the_line_of_the_trend()
    {
        var log = Log([.. Enumerable.Range(0, 300).Select(d => ((double)d, 90 - (d / 10d)))]);
        CustomerHealth Of(double days) => Over(log, Acme(), c => c.ColdStart("new", Fifty, TimeSpan.FromDays(days)).TrendOver(TimeSpan.FromDays(20)));
        var (broken, whole) = (await Of(200).TrendAsync("acme", new(Start.AddDays(290))), await Of(1).TrendAsync("acme", new(Start.AddDays(290))));

        Assert.Equal((5, TrendDirection.Falling), (broken!.Points.Count, broken.Direction));
        Assert.All(broken.Points, p => Assert.True(p.AsOf >= Start.AddDays(200)));
        Assert.Equal(12, whole!.Points.Count);
    }

    [Fact]
    public async Task Hysteresis_begins_anew_where_the_bands_are_others_and_goes_on_where_they_are_alike()
    {
        // 49.5 after Yellow stays Yellow by hysteresis, and is Red where the Yellow before was another.
        CustomerHealth Of(double edge) => Over(Log((0, 49.5)), Acme(), c => c.ColdStart(
            "new", HealthStrategies.From("new", _ => HealthResult.Of(60)), TimeSpan.FromDays(10), options: new() { Bands = HealthBands.RedYellowGreen(edge, 75) }));
        var (alike, other) = ((await Of(50).ScoreAsync("acme", Start.AddDays(11)))!, (await Of(40).ScoreAsync("acme", Start.AddDays(11)))!);

        Assert.Equal(("Yellow", "Yellow"), (alike.Band!.Name, alike.PreviousBand!.Name));
        Assert.Equal(("Red", "Red"), (other.Band!.Name, other.PreviousBand!.Name));
        Assert.Null((await Of(40).ScoreAsync("acme", Start.AddDays(10)))!.PreviousBand);
    }

    [Fact]
    public async Task The_scorecard_for_new_customers_reads_signals_of_its_own()
    {
        var card = Scorecard.For<CustomerFacts>("first steps").Measure("steps", SignalMeasure.Count("step"), m => m.MoreIsBetter().Linear(0, 10)).Build();
        var log = Log((0, 90));
        log.Append(new("acme", "step", Start));
        var health = Over(log, Acme(), c => c.ColdStart(card, TimeSpan.FromDays(10)));

        Assert.Equal(["step", Name], health.Plan.Signals);
        Assert.Equal((10, "first steps"), ((await At(health, 3)).Value, (await At(health, 3)).Strategy));
    }

    [Fact]
    public void ST013_New_customers_are_scored_by_one()
    {
        var found = Assert.Throws<ConfigurationException>(() => Over(Log(), more: c => c.ColdStart("a", Fifty, TimeSpan.FromDays(1)).ColdStart("b", Fifty, untilCoverage: 1))).Diagnostics;

        Assert.Equal(("ST013", "'a' and 'b' are both to score new customers."), (Assert.Single(found).Code, found[0].Message));
        Assert.Equal("ST010", Assert.Single(Assert.Throws<ConfigurationException>(() => Over(Log(), more: c => c.ColdStart("a", Card(), TimeSpan.FromDays(1), options: new()))).Diagnostics).Code);
    }

    [Fact]
    public void Bounds_that_are_none_are_refused() => Over(Log(), more: c =>
    {
        Assert.Throws<ArgumentException>(() => c.ColdStart("a", Fifty));
        Assert.Throws<ArgumentOutOfRangeException>(() => c.ColdStart("a", Fifty, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => c.ColdStart("a", Fifty, untilCoverage: 60));
        Assert.Throws<ArgumentOutOfRangeException>(() => c.ColdStart("a", Fifty, untilCoverage: double.NaN));
        Assert.Throws<ArgumentNullException>(() => c.ColdStart(null!, TimeSpan.FromDays(1)));
        Assert.Throws<ArgumentException>(() => c.ColdStart(" ", Fifty, TimeSpan.FromDays(1)));
    });

    private static AccountLog Acme() => new AccountLog().Add(new Customer("acme", Start));

    private static async Task<(double? Value, string Strategy, string? Selection)> At(CustomerHealth health, double day, int ticks = 0) =>
        (await health.ScoreAsync("acme", Start.AddDays(day).AddTicks(ticks)))! is var score ? (score.Value, score.Definition.Strategy, score.Selection) : default;
}
