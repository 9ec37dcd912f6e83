using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Segmentation;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Health.OverTime.Usage;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class HealthTrendTests
{
    private static readonly SignalMeasure Mean = SignalMeasure.Mean(Name).InLast(28);

    [Fact]
    [Requirement("HLT-12")]
    public async Task A_falling_75_is_distinguished_from_a_steady_60()
    {
        // Both waver from day to day; one loses two points a month and is still far better than the other.
        var log = new SignalLog();
        for (var day = 0; day < 360; day++)
        {
            var noise = (day * 37 % 11) - 5;
            log.Append(Of("falling", day, 75 + ((360 - day) / 15d) + noise));
            log.Append(Of("steady", day, 60 + noise));
        }

        var health = Windowed(log);
        var (falling, steady) = (await Trend(health, 360, "falling"), await Trend(health, 360, "steady"));

        Assert.Equal((TrendDirection.Falling, TrendDirection.Steady), (falling.Direction, steady.Direction));
        Assert.InRange((await health.ScoreAsync("falling", Start.AddDays(360)))!.Value!.Value, 74.5, 76.5);
        Assert.InRange((await health.ScoreAsync("steady", Start.AddDays(360)))!.Value!.Value, 59, 61);
        Assert.InRange(falling.PointsPerDay!.Value * 28, -2.1, -1.6);
        Assert.True(falling.Upper < 0 && steady.Lower < 0 && steady.Upper > 0);
        Assert.StartsWith("falling: -", falling.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("steady: ", steady.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Below_four_scores_it_is_unknown_and_at_most_twelve_count()
    {
        var health = Windowed(Log([.. Enumerable.Range(0, 800).Select(d => ((double)d, d / 10d))]));

        // A window of 28 days that ends at day 111 begins before the customer did, three windows earlier.
        var (unknown, told) = (await Trend(health, 111), await Trend(health, 112));
        Assert.Equal((TrendDirection.Unknown, 3, null, null, null), (unknown.Direction, unknown.Points.Count, unknown.PointsPerDay, unknown.Lower, unknown.Upper));
        Assert.Equal("trend unknown: 3 of the 4 scores that it needs", unknown.ToString());
        Assert.Equal((TrendDirection.Rising, 4), (told.Direction, told.Points.Count));
        Assert.Equal("rising: +2.8 points in 28 days (+2.8 to +2.8), 4 scores", told.ToString());

        var many = await Trend(health, 790);
        Assert.Equal(12, many.Points.Count);
        Assert.Equal([.. Enumerable.Range(0, 12).Select(i => Start.AddDays(790 - (28 * (11 - i))))], many.Points.Select(p => p.AsOf));
        Assert.Equal((Start.AddDays(790), TimeSpan.FromDays(28), "acme"), (many.AsOf, many.Spacing, many.CustomerId));
        Assert.Null(await health.TrendAsync("nobody", new(Start.AddDays(790))));
    }

    [Fact]
    public async Task A_score_that_is_not_known_is_left_out_and_does_not_count_as_nothing()
    {
        var health = Windowed(Log([.. Enumerable.Range(0, 400).Where(d => d is < 200 or > 260).Select(d => ((double)d, 60d))]));
        var trend = await Trend(health, 392);

        Assert.Equal((TrendDirection.Steady, 11), (trend.Direction, trend.Points.Count));
        Assert.DoesNotContain(trend.Points, p => p.AsOf == Start.AddDays(252));
        Assert.Equal("steady: 0.0 points in 28 days may be noise (0.0 to 0.0), 11 scores", trend.ToString());
    }

    [Fact]
    public async Task Another_configuration_breaks_the_line()
    {
        // Until day 200 the customer is in another segment with another scorecard, by which it fares much worse.
        var log = Log([.. Enumerable.Range(0, 400).Select(d => ((double)d, 60d))]);
        var accounts = new AccountLog().Add(new Customer("acme", Start))
            .Add(new Trait("acme", "plan", TraitValue.Of("trial"), Start)).Add(new Trait("acme", "plan", TraitValue.Of("pro"), Start.AddDays(200)));
        var scheme = SegmentScheme.For("experience", SegmentPurpose.Experience).Segment("trial", Fact.Text("plan").Is("trial"), Experiences.SelfServe).Otherwise("paying", Experiences.HighTouch).Build();
        var health = CustomerHealth.Of(CustomerSources.InMemory(accounts, log), c => c
            .Trait("plan", TraitKind.Text).SegmentedBy(scheme).ScoredBy(Card("usual", 100)).ScoredBy(Card("of trials", 200), forSegment: "trial"));

        Assert.Equal((TrendDirection.Unknown, 3), Told(await Trend(health, 257)));
        Assert.Equal((TrendDirection.Steady, 4), Told(await Trend(health, 284)));
        Assert.Equal((TrendDirection.Steady, 7), Told(await Trend(health, 199)));

        // Weights of the segment's own are another configuration too.
        var weighed = Scorecard.For<CustomerFacts>("weighed")
            .Measure("usage", Mean, m => m.MoreIsBetter().Linear(0, 100).Weight(1).WeightIn("trial", 9))
            .Measure("nothing", _ => 0d, m => m.MoreIsBetter().Linear(0, 100).Version("1")).Build();
        var one = CustomerHealth.Of(CustomerSources.InMemory(accounts, log), c => c.Trait("plan", TraitKind.Text).SegmentedBy(scheme).ScoredBy(weighed));
        Assert.Equal((54, 30), ((await one.ScoreAsync("acme", Start.AddDays(199)))!.Value, (await one.ScoreAsync("acme", Start.AddDays(201)))!.Value));
        Assert.Equal((TrendDirection.Unknown, 3), Told(await Trend(one, 257)));
        Assert.Equal((TrendDirection.Steady, 4), Told(await Trend(one, 284)));

        static Scorecard<CustomerFacts> Card(string name, double best) => Scorecard.For<CustomerFacts>(name).Measure("usage", Mean, m => m.MoreIsBetter().Linear(0, best)).Build();
        static (TrendDirection, int) Told(HealthTrend trend) => (trend.Direction, trend.Points.Count);
    }

    [Fact]
    public async Task Everything_is_scored_again_with_one_configuration_and_what_is_known_now_without_overrides()
    {
        var log = Log([.. Enumerable.Range(0, 200).Select(d => ((double)d, 60d))]);
        log.AppendAll(Enumerable.Range(100, 28).Select(d => Of("acme", d + 0.5, 0, recordedAfter: 80)));
        var health = Windowed(log, more: c => c.OverriddenBy(_ => new(99, "kim", "signed", Start.AddDays(100), Start.AddDays(150))));

        Assert.All((await Trend(health, 140)).Points, p => Assert.Equal(60, p.Value));
        var now = (await health.TrendAsync("acme", new(Start.AddDays(140), Start.AddDays(210))))!;
        Assert.Equal([60, 60, 60, 42, Math.Round(60 * 28 / 44d, 9)], now.Points.Select(p => Math.Round(p.Value, 9)));
    }

    [Fact]
    public async Task The_spacing_is_the_longest_window_unless_a_longer_one_is_stated()
    {
        var log = Log((0, 1));

        Assert.Equal(28, await Spacing(c => c.ScoredBy(Card(3))));
        Assert.Equal(28, await Spacing(c => c.ScoredBy(Usage.Card())));
        Assert.Equal(28, await Spacing(c => c.ScoredBy("lambda", HealthStrategies.From("lambda", _ => HealthResult.Of(1)))));
        Assert.Equal(90, await Spacing(c => c.Signal("last quarter", SignalMeasure.Count("x").InLast(90)).ScoredBy(Card(3))));
        Assert.Equal(45, await Spacing(c => c.TrendOver(TimeSpan.FromDays(45)).ScoredBy(Card(3))));

        Scorecard<CustomerFacts> Card(double shorter) => Scorecard.For<CustomerFacts>()
            .Measure("a", Mean, m => m.MoreIsBetter().Linear(0, 100)).Measure("b", SignalMeasure.Count("b").InLast(shorter), m => m.MoreIsBetter().Linear(0, 100)).Build();

        async Task<double> Spacing(Action<CustomerHealthBuilder> how) =>
            (await CustomerHealth.Of(CustomerSources.InMemory(signals: log), how).TrendAsync("acme", new(Start.AddDays(9))))!.Spacing.TotalDays;
    }

    [Fact]
    public async Task A_score_that_looks_back_has_a_trend_too()
    {
        var health = CustomerHealth.Of(CustomerSources.InMemory(signals: Log([.. Enumerable.Range(0, 200).Select(d => ((double)d, d / 2d))])), c => c
            .PreviousHealth().Signal("usage", Mean)
            .ScoredBy("smooth", HealthStrategies.From("smooth", context => HealthResult.Of(
                (0.5 * context.Facts.Number("usage").Value) + (0.5 * context.Facts.Number(HealthWords.PreviousValue).OrElse(context.Facts.Number("usage").Value))), "1")));

        var trend = await Trend(health, 199);

        Assert.Equal((TrendDirection.Rising, 7), (trend.Direction, trend.Points.Count));
    }

    private static CustomerHealth Windowed(SignalLog log, Action<CustomerHealthBuilder>? more = null) => CustomerHealth.Of(CustomerSources.InMemory(signals: log), c =>
    {
        c.ScoredBy(Scorecard.For<CustomerFacts>().Measure("usage", Mean, m => m.MoreIsBetter().Linear(0, 100)).Build());
        more?.Invoke(c);
    });

    private static async Task<HealthTrend> Trend(CustomerHealth health, double day, string customer = "acme") => (await health.TrendAsync(customer, new(Start.AddDays(day))))!;
}
