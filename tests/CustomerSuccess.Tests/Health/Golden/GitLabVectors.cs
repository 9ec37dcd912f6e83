using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Golden;

/// <summary>The right half of V2, V4 and V5: GitLab's published bands, measures and weights, and what missing data does to them.</summary>
[Requirement("HLT-21")]
public sealed class GitLabVectors
{
    private static readonly Account All = new(Licences: 65, Scm: 60, Ci: 50, Scanner: 3, Deployments: 5, Risk: "green", Outcomes: "yellow", Voice: "green", LastCallDays: 20, Persona: "red");

    private static readonly Scorecard<Account> Card = Build();

    [Theory]
    [Requirement("HLT-19")]
    [InlineData(0, "Red")]
    [InlineData(50, "Yellow")]
    [InlineData(51, "Yellow")]
    [InlineData(75, "Green")]
    [InlineData(76, "Green")]
    public void With_the_lower_bound_included_an_edge_belongs_to_the_band_above(double value, string band)
    {
        var card = Scorecard.ForColumns().Measure("score", m => m.MoreIsBetter().Linear(0, 100)).Bands(yellow: 50, green: 75).Build();

        Assert.Equal(band, card.Score([value], Instants.AsOf).Level!.Name);
    }

    [Fact]
    [Requirement("HLT-19")]
    public void The_integer_bands_entered_literally_are_refused_and_both_gaps_are_named()
    {
        var exception = Assert.Throws<ConfigurationException>(() => Scorecard.ForColumns("GitLab")
            .Measure("score", m => m.MoreIsBetter().Linear(0, 100))
            .BandRanges(("Red", Interval.Closed(0, 49)), ("Yellow", Interval.Closed(50, 74)), ("Green", Interval.Closed(75, 100)))
            .Build());

        Assert.Equal(["SC019", "SC019"], exception.Diagnostics.Select(d => d.Code));
        Assert.Equal(
            ["The bands leave a gap: a score in (49, 50) has none.", "The bands leave a gap: a score in (74, 75) has none."],
            exception.Diagnostics.Select(d => d.Message));
    }

    [Fact]
    [Requirement("HLT-4")]
    public void All_measures_known_give_79_375()
    {
        var score = Card.Score(All, Instants.AsOf);

        Assert.Equal(79.375, score.Value!.Value, 1e-12);
        Assert.Equal("Green", score.Band!.Name);
        Assert.Equal(57.5, Product(score), 1e-12);
        Assert.Equal(1, score.Coverage, 1e-12);
        Assert.Equal((score.Value, score.Value), (score.Lower, score.Upper));
    }

    [Fact]
    [Requirement("HLT-5")]
    public void A_missing_measure_is_redistributed_within_its_group()
    {
        var score = Card.Score(All with { Deployments = null }, Instants.AsOf);

        Assert.Equal(5000d / 85, Product(score), 1e-12);
        Assert.Equal(79.70588235294117, score.Value!.Value, 1e-12);
        Assert.Equal(0.9625, score.Coverage, 1e-12);
        Assert.Equal(77.5, score.Lower!.Value, 1e-12);
        Assert.Equal(81.25, score.Upper!.Value, 1e-12);
    }

    [Fact]
    [Requirement("HLT-5")]
    public void A_missing_group_raises_the_score_and_the_answer_says_that_it_could_be_yellow()
    {
        var score = Card.Score(All with { Licences = null, Scm = null, Ci = null, Scanner = null, Deployments = null }, Instants.AsOf);

        Assert.Equal(260d / 3, score.Value!.Value, 1e-12);
        Assert.Equal(0.75, score.Coverage, 1e-12);
        Assert.Equal(65, score.Lower!.Value, 1e-12);
        Assert.Equal(90, score.Upper!.Value, 1e-12);
        Assert.StartsWith("86.7 Green, could be Yellow    75 % known; between 65 and 90 once ", score.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("HLT-4")]
    [Requirement("HLT-15")]
    public void A_red_risk_makes_the_whole_red_by_a_line_of_its_own()
    {
        var good = new Account(90, 60, 60, 30, 9, "red", "green", "green", 20, "green");
        var score = Card.Score(good, new ScoreRequest { AsOf = Instants.AsOf, PreviousBand = "Yellow" });

        // The mean is 50: yellow by value, were it not for the risk. The band is set, so that hysteresis does not hold it.
        Assert.Equal(50 - 1e-6, score.Value!.Value, 1e-12);
        Assert.Equal(("Red", "Red"), (score.Level!.Name, score.Band!.Name));
        Assert.Equal("49.9", score.ToSnapshot().Shown);
        var line = score.Lines.Single(l => l.Kind == ScoreLineKind.AnyRed);
        Assert.Equal(-1e-6, line.Points, 1e-12);
        Assert.Equal(score.Value.Value, score.Lines.Sum(l => l.Points), 1e-9);
    }

    [Fact]
    [Requirement("HLT-4")]
    public void Only_the_risk_decides_and_another_red_part_does_not()
    {
        var score = Card.Score(All with { Outcomes = "red" }, Instants.AsOf);

        Assert.Equal(74.375, score.Value!.Value, 1e-12);
        Assert.Equal(0, score.Lines.Single(l => l.Kind == ScoreLineKind.AnyRed).Points);
    }

    private static double Product(HealthScore score)
    {
        var parts = score.Lines.Where(l => l.Group == "Product").ToArray();
        return parts.Sum(l => l.Points) / parts.Sum(l => l.Weight);
    }

    // V4, as published: red, yellow and green are 0, 50 and 100.
    private static Scorecard<Account> Build() => Scorecard.For<Account>("GitLab")
        .AnyRed()
        .Group("Product", p => p
            .Measure("licence use", a => a.Licences, m => m.Unit("%").MoreIsBetter().Ranges(Thirds(50, 80)).Weight(40))
            .Measure("SCM", a => a.Scm, m => m.Unit("%").MoreIsBetter().Ranges(Thirds(25, 50)).Weight(15))
            .Measure("CI", a => a.Ci, m => m.Unit("%").MoreIsBetter().Ranges(Thirds(25, 50)).Weight(15))
            .Measure("DevSecOps", a => a.Scanner, m => m.Unit("%").MoreIsBetter()
                .Ranges((Interval.Parse("(-inf, 5]"), 0), (Interval.Parse("(5, 20)"), 50), (Interval.Parse("[20, inf)"), 100)).Weight(15))
            .Measure("CD", a => a.Deployments, m => m.Unit("%").MoreIsBetter().Ranges(Thirds(3, 8)).Weight(15))
            .WeightsTotal(100)
            .Weight(25))
        .Category("Risk", a => a.Risk, m => m.Points(("red", 0), ("yellow", 50), ("green", 100)).Weight(50).Decisive())
        .Category("Outcomes", a => a.Outcomes, m => m.Points(("red", 0), ("yellow", 50), ("green", 100)).Weight(10))
        .Category("Voice of customer", a => a.Voice, m => m.Points(("red", 0), ("yellow", 50), ("green", 100)).Weight(5))
        .Group("Engagement", e => e
            .Measure("cadence", a => a.LastCallDays, m => m.Unit("days").LessIsBetter()
                .Ranges((Interval.Parse("(-inf, 35]"), 100), (Interval.Parse("(35, 60]"), 50), (Interval.Parse("(60, inf)"), 0)).Weight(50))
            .Category("persona", a => a.Persona, m => m.Points(("red", 0), ("yellow", 50), ("green", 100)).Weight(50))
            .Weight(10))
        .WeightsTotal(100)
        .Bands(yellow: 50, green: 75)
        .Build();

    private static (Interval, double)[] Thirds(double yellow, double green) =>
        [(Interval.LessThan(yellow), 0), (Interval.ClosedOpen(yellow, green), 50), (Interval.AtLeast(green), 100)];

    private sealed record Account(double? Licences, double? Scm, double? Ci, double? Scanner, double? Deployments, string? Risk, string? Outcomes, string? Voice, double? LastCallDays, string? Persona);
}
