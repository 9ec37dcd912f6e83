using CustomerSuccess.Health;
using CustomerSuccess.Tests.Foundation;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health;

[Requirement("HLT-15")]
public sealed class ScoreExplanationTests
{
    private static readonly Scorecard<Account> Default = Scorecard.For<Account>("default")
        .Measure("active seats", a => a.ActiveSeats / (double)a.Seats, m => m.MoreIsBetter().Linear(0.2, 0.9).Weight(50).Actionable())
        .Measure("nps", a => a.Nps, m => m.MoreIsBetter().Linear(-20, 60).Weight(20).Redistribute())
        .Measure("severe issues", a => a.Severe, m => m.LessIsBetter().Piecewise((0, 100), (1, 40), (3, 0)).Weight(30).Actionable())
        .CapAt(40, when: a => a.Severe >= 3, because: "three severe issues are open")
        .Bands(yellow: 50, green: 75)
        .Build();

    private static readonly Account Acme = new("acme", Seats: 100, ActiveSeats: 62, Nps: null, Severe: 1);

    [Theory]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_first_screen_reads_the_same_in_every_culture(string culture) => Culture.Run(culture, () => Assert.Equal(
        """
        52.5 Yellow, could be Red    80 % known; between 42 and 62 once nps arrives
          active seats   0.62 → 60   × 62.5 %   37.5
          severe issues  1    → 40   × 37.5 %   15.0
          nps            unknown: not given   redistributed
        """,
        Default.Score(Acme, One.AsOf).Explain()));

    [Fact]
    public void An_exception_has_its_reason_and_its_signed_points() => Assert.Equal(
        """
        40.0 Red    100 % known
          active seats                          0.8 → 85.7   × 50 %    42.9
          nps                                   40  → 75     × 20 %    15.0
          severe issues                         3   → 0      × 30 %     0.0
          capped: three severe issues are open                        -17.9
        """,
        Default.Score(Acme with { ActiveSeats = 80, Nps = 40, Severe = 3 }, One.AsOf).Explain());

    [Fact]
    public void The_headline_alone_is_the_score_s_text()
    {
        Assert.Equal("52.5 Yellow, could be Red    80 % known; between 42 and 62 once nps arrives", Default.Score(Acme, One.AsOf).ToString());
        Assert.Equal("53.8 Yellow    100 % known", Default.Score(Acme with { Nps = 27 }, One.AsOf).ToString());
    }

    [Fact]
    public void Without_a_score_it_says_why_and_what_is_known()
    {
        var card = One.Measures(3, (m, n) => n == "b" ? m.Abstain() : m).Build();

        Assert.Equal(
            """
            no score: not without b    66.6 % known; between 33.3 and 66.7 once b arrives
              a  20 → 20
              b  unknown: not given   no score without it
              c  80 → 80
            """.ReplaceLineEndings("\n"),
            Trimmed(card.Score([20, double.NaN, 80], One.AsOf).Explain()));
    }

    [Fact]
    public void Groups_stand_before_their_measures_and_signed_lines_behind()
    {
        var card = Scorecard.ForColumns().AnyRed()
            .Group("product", g => g.AdditivePoints(start: 20).Measure("seats", m => m.MoreIsBetter().Steps(0, (10, 90))).Weight(3))
            .Measure("nps", m => m.MoreIsBetter().Linear(0, 100).HalfLife(TimeSpan.FromDays(10)))
            .Build();

        Assert.Equal(
            """
            49.9 Red    100 % known
              product/seats            12 → 90   × 75 %    67.5
              nps                      10 → 10   × 25 %     2.5
              nps decayed                                   5.0
              product: start                               15.0
              product: limit                               -7.5
              a red part caps the whole                   -32.6
            """.Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))),
            card.Score([.. card.Inputs.Select(i => i switch { "seats" => 12, "nps" => 10d, _ => 10 })], One.AsOf).Explain().Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public void What_stands_in_for_what_is_missing_is_noted()
    {
        var card = Scorecard.ForColumns()
            .Measure("a", m => m.MoreIsBetter().Linear(0, 100).Neutral())
            .Measure("b", m => m.MoreIsBetter().Linear(0, 100).Pessimistic())
            .Measure("c", m => m.Unit("days").MoreIsBetter().Linear(0, 100).CarryForward(TimeSpan.FromDays(9)))
            .Measure("d", m => m.MoreIsBetter().Linear(0, 100))
            .Build();
        var text = card.Score([.. card.Inputs.Select(i => i switch { "c.last" => 80, "c.last.age" => 3, "d" => 40d, _ => double.NaN })], One.AsOf).Explain();

        Assert.Equal(
            [
                "42.5 Red, could be Yellow or Green 25 % known; between 10 and 85 once a, b and c arrive",
                "c unknown: not given, last 80 days → 80 × 25 % 20.0 carried forward",
                "a unknown: not given → 50 × 25 % 12.5 taken as neutral",
                "d 40 → 40 × 25 % 10.0",
                "b unknown: not given → 0 × 25 % 0.0 taken as the worst",
            ],
            text.Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public void Printed_points_add_up_where_plain_rounding_would_not()
    {
        var text = One.Measures(3).Build().Score([10, 10, 10], One.AsOf).Explain();

        Assert.Equal(["× 33.34 %   3.4", "× 33.33 %   3.3", "× 33.33 %   3.3"], text.Split('\n').Skip(1).Select(l => l[l.IndexOf('×', StringComparison.Ordinal)..]));
    }

    [Fact]
    public void A_scale_that_does_not_begin_at_0_says_where_it_begins()
    {
        var text = One.Measures(1).ShownAs(1, 5, 2).Build().Score([50], One.AsOf).Explain();

        Assert.Equal(["3.00 Yellow    100 % known", "  a                50 → 50      2.00", "  scale starts at               1.00"], text.Split('\n'));
    }

    [Fact]
    public void What_is_almost_known_is_not_printed_as_known()
    {
        var card = One.Measures(2, (m, n) => m.Weight(n == "a" ? 9999 : 1)).Build();

        Assert.Contains("    99.9 % known", card.Score([40, double.NaN], One.AsOf).ToString(), StringComparison.Ordinal);
        Assert.Contains("    under 0.1 % known", card.Score([double.NaN, 40], One.AsOf).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "once a arrives")]
    [InlineData(2, "once a and b arrive")]
    [InlineData(3, "once a, b and c arrive")]
    [InlineData(4, "once a, b and 2 more arrive")]
    public void The_missing_are_named_as_long_as_they_are_few(int missing, string words) =>
        Assert.EndsWith(words, One.Measures(5).Build().Score([.. Enumerable.Repeat(double.NaN, missing), .. Enumerable.Repeat(40d, 5 - missing)], One.AsOf).ToString(), StringComparison.Ordinal);

    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(l => l.TrimEnd()));

    private sealed record Account(string Id, int Seats, int ActiveSeats, double? Nps, int Severe);
}
