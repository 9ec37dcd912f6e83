using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Golden;

/// <summary>Scorecards that vendors publish in their handbooks and manuals, as they stand there, mistakes included.</summary>
[Requirement("HLT-21")]
public sealed class HandbookVectors
{
    // Mattermost, "CS Account Health Score": four times 25 points, a bonus of 10, and two renewal risks that override all.
    private static readonly Scorecard<Account> Mattermost = Scorecard.For<Account>("Mattermost")
        .AdditivePoints()
        .Measure("tenure", a => a.TenureYears, m => m.Unit("years").MoreIsBetter()
            .Ranges((Interval.AtMost(0.5), 2.5), (Interval.OpenClosed(0.5, 1), 12.5), (Interval.OpenClosed(1, 2), 18.75), (Interval.MoreThan(2), 25)))
        .Measure("licence end", a => a.LicenceEndDays, m => m.Unit("days").MoreIsBetter().Steps(2.5, (16, 6.25), (31, 18.75), (61, 22.5), (91, 25)))
        .Measure("tickets", a => a.Tickets, m => m.NeitherIsBetter().Steps(12.5, (1, 25), (3, 18.75), (5, 6.25)))
        .Measure("last task", a => a.LastTaskDays, m => m.Unit("days").LessIsBetter()
            .Ranges((Interval.AtMost(30), 25), (Interval.OpenClosed(30, 60), 18.75), (Interval.Open(60, 90), 12.5), (Interval.AtLeast(90), 6.25)))
        .Flag("reference", a => a.Reference, m => m.Points(yes: 10, no: 0))
        .SetTo(50, a => a.RenewalRisk == "Early Warning", "the renewal is an early warning")
        .SetTo(20, a => a.RenewalRisk == "At Risk", "the renewal is at risk")
        .Build();

    [Theory]
    [InlineData(3, 120, 1, 10, false, null, 100)]
    [InlineData(3, 120, 1, 10, true, null, 100)]
    [InlineData(0.75, 45, 0, 45, false, null, 62.5)]
    [InlineData(0.75, 45, 0, 45, true, null, 72.5)]
    [InlineData(0.5, 15, 5, 90, false, null, 17.5)]
    [InlineData(1.5, 75, 4, 61, false, null, 72.5)]
    [InlineData(3, 120, 1, 10, true, "At Risk", 20)]
    [InlineData(0.5, 15, 5, 90, false, "Early Warning", 50)]
    public void Mattermost_adds_four_times_25_points_and_lets_a_renewal_at_risk_override_them(double tenure, double licence, double tickets, double task, bool reference, string? risk, double expected) =>
        Assert.Equal(expected, Mattermost.Score(new Account(tenure, licence, tickets, task, reference, risk), Instants.AsOf).Value);

    [Fact]
    [Requirement("HLT-19")]
    public void Mattermost_s_days_entered_literally_leave_gaps_and_they_are_named()
    {
        var exception = Assert.Throws<ConfigurationException>(() => One.Measure(m => m.MoreIsBetter().Ranges(
            (Interval.AtMost(15), 2.5), (Interval.Closed(16, 30), 6.25), (Interval.Closed(31, 60), 18.75), (Interval.Closed(61, 90), 22.5), (Interval.MoreThan(90), 25))));

        Assert.Equal(["(15, 16)", "(30, 31)", "(60, 61)"], exception.Diagnostics.Select(d => d.Message["The ranges leave a gap: ".Length..^" has no points.".Length]));
    }

    // Natero, "Calculation of Account Health Score": components of weight 2, 3, 3, 2, equal weights within each.
    [Fact]
    [Requirement("HLT-4")]
    public void Natero_makes_72_of_four_components()
    {
        var card = Scorecard.ForColumns("Natero")
            .Group("support", g => g.Measure("open tickets", Identity).Weight(2))
            .Group("account engagement", g => g.Measure("daily active", Identity).Measure("monthly active", Identity).Weight(3))
            .Group("product usage", g => g.Measure("accounts", Identity).Measure("dashboard", Identity).Measure("send email report", Identity).Weight(3))
            .Group("account pulse", g => g.Measure("CSM score", Identity).Weight(2))
            .ShownAs(decimals: 0)
            .Build();
        var row = new Dictionary<string, double> { ["open tickets"] = 80, ["daily active"] = 76, ["monthly active"] = 65, ["accounts"] = 81, ["dashboard"] = 65, ["send email report"] = 90, ["CSM score"] = 54 };

        Assert.Equal("72", card.Score([.. card.Inputs.Select(i => row[i])], Instants.AsOf).ToSnapshot().Shown);
    }

    // PostHog, "Health tracking": weights of an earlier year for new customers, which sum to 140 %, and of a later one.
    [Fact]
    [Requirement("HLT-19")]
    public void PostHog_s_weights_for_new_customers_sum_to_140_and_a_stated_total_says_so()
    {
        static ColumnScorecardBuilder New() => Scorecard.ForColumns("PostHog")
            .Measure("activation", m => Tenth(m).Weight(50)).Measure("primary features", m => Tenth(m).Weight(40))
            .Measure("data volume", m => Tenth(m).Weight(30)).Measure("engagement", m => Tenth(m).Weight(20))
            .ShownAs(0, 10);

        var found = Assert.Single(Assert.Throws<ConfigurationException>(() => New().WeightsTotal(100).Build()).Diagnostics);
        Assert.Equal(("SC008", "The weights sum to 140, and 100 is stated as their total."), (found.Code, found.Message));

        // Without a stated total weights are relative: (50·10 + 20·10 + 40·5) ÷ 140 of 10.
        var card = New().Build();
        Assert.Equal("6.4", card.Score([.. card.Inputs.Select(i => i switch { "activation" or "engagement" => 10d, "primary features" => 5, _ => 0 })], Instants.AsOf).ToSnapshot().Shown);
    }

    [Fact]
    [Requirement("HLT-19")]
    public void PostHog_s_days_since_last_seen_overlap_at_1_and_it_is_named()
    {
        var exception = Assert.Throws<ConfigurationException>(() => One.Measure(m => m.Valid(0, 1000).LessIsBetter().Ranges(
            (Interval.MoreThan(5), 0), (Interval.Closed(1, 5), 5), (Interval.AtMost(1), 10))));

        Assert.Equal("Two ranges overlap: (-inf, 1] and [1, 5] both hold 1.", Assert.Single(exception.Diagnostics).Message);
    }

    [Fact]
    public void PostHog_s_later_weights_sum_to_100_and_give_a_score_out_of_10()
    {
        var card = Scorecard.ForColumns("PostHog")
            .Measure("user engagement", m => Tenth(m).Weight(15)).Measure("product experience", m => Tenth(m).Weight(5)).Measure("company engagement", m => Tenth(m).Weight(5))
            .Measure("product analytics", m => Tenth(m).Weight(33)).Measure("session replay", m => Tenth(m).Weight(20)).Measure("feature flags", m => Tenth(m).Weight(17)).Measure("surveys", m => Tenth(m).Weight(5))
            .WeightsTotal(100)
            .ShownAs(0, 10)
            .Build();
        double[] row = [.. card.Inputs.Select(i => i switch { "product analytics" or "user engagement" => 10d, "session replay" => 5, "surveys" => double.NaN, _ => 0 })];
        var score = card.Score(row, Instants.AsOf);

        // (33·10 + 15·10 + 20·5) ÷ 95 of 10, and 5 % of the weight is missing.
        Assert.Equal(5800d / 95, score.Value!.Value, 1e-12);
        Assert.Equal(("6.1", 0.95), (score.ToSnapshot().Shown, Math.Round(score.Coverage, 12)));
        Assert.Equal((58, 63), (Math.Round(score.Lower!.Value, 9), Math.Round(score.Upper!.Value, 9)));
    }

    private static ColumnMeasure Identity(MeasureStart<ColumnMeasure> m) => m.MoreIsBetter().Linear(0, 100);

    private static ColumnMeasure Tenth(MeasureStart<ColumnMeasure> m) => m.MoreIsBetter().Linear(0, 10);

    private sealed record Account(double TenureYears, double LicenceEndDays, double Tickets, double LastTaskDays, bool Reference, string? RenewalRisk);
}
