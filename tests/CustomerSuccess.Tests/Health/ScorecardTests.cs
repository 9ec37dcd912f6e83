using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health;

public sealed class ScorecardTests
{
    private static readonly Scorecard Card = Scorecard.ForColumns("many")
        .Measure("zeta", m => m.MoreIsBetter().Linear(0, 100).HalfLife(TimeSpan.FromDays(30)))
        .Group("group", g => g.GeometricMean().Measure("beta", m => m.MoreIsBetter().Linear(0, 100).CarryForward(TimeSpan.FromDays(9))))
        .Measure("alpha", m => m.MoreIsBetter().Linear(0, 100).WeightIn("trial", 3).WeightIn("large", 2))
        .CapAt(90, m => m.Column("vip") & m["alpha"].IsKnown, "so")
        .Build();

    [Fact]
    public void A_row_has_the_measures_in_order_and_then_what_else_is_read_of_them()
    {
        Assert.Equal(["alpha", "beta", "zeta", "beta.last", "beta.last.age", "zeta.age", "vip?"], Card.Inputs);
        Assert.Equal(["alpha", "beta", "zeta", "zeta decay", "group start", "cap 1"], Card.Lines);
        Assert.Equal(["large", "trial"], Card.Segments);
    }

    [Fact]
    public void A_row_of_another_length_is_refused_with_what_a_row_holds() =>
        Assert.StartsWith(
            "A row of 'many' has 7 numbers, not 2: alpha, beta, zeta, beta.last, beta.last.age, zeta.age, vip?.",
            Assert.Throws<ArgumentException>(() => Card.Evaluate([1, 2])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Lines_need_room_for_all()
    {
        Assert.Throws<ArgumentException>(() => Card.Evaluate(new double[7], new double[5]));
        var roomy = new double[9];
        Array.Fill(roomy, 77);
        Card.Evaluate([50, 50, 50, 0, 0, 0, 0], roomy);
        Assert.Equal([77, 77, 77], roomy[6..]);
    }

    [Fact]
    public void Lines_of_a_row_without_a_score_are_0()
    {
        var lines = new double[6];
        Array.Fill(lines, 77);

        Assert.True(double.IsNaN(Card.Evaluate([.. Enumerable.Repeat(double.NaN, 7)], lines).Value));
        Assert.All(lines, l => Assert.Equal(0, l));
    }

    [Fact]
    public void A_score_keeps_the_row_as_it_was()
    {
        double[] row = [50, 60, 70, double.NaN, double.NaN, 0, 0];
        var score = Card.Score(row, One.AsOf);
        var before = score.Explain();
        Array.Fill(row, 1);

        Assert.Equal(before, score.Explain());
    }

    [Fact]
    public void Instants_are_kept_in_UTC_and_known_at_is_as_of_unless_stated()
    {
        var asOf = new DateTimeOffset(2024, 3, 1, 2, 0, 0, TimeSpan.FromHours(2));
        var score = One.Measures(1).Build().Score([50], asOf);

        Assert.Equal((One.AsOf, TimeSpan.Zero), (score.AsOf, score.AsOf.Offset));
        Assert.Equal(One.AsOf, score.KnownAt);
        Assert.Equal(One.AsOf.AddHours(3), One.Measures(1).Build().Score([50], new ScoreRequest { AsOf = asOf, KnownAt = asOf.AddHours(3) }).KnownAt);
    }

    [Fact]
    public void A_builder_can_go_on_after_a_build_and_what_was_built_stays()
    {
        var builder = One.Measures(1);
        var first = builder.Build();
        var second = builder.Measure("b", m => m.MoreIsBetter().Linear(0, 100)).Build();

        Assert.Equal((["a"], ["a", "b"]), (first.Inputs, second.Inputs), (x, y) => x.Item1.SequenceEqual(y.Item1) && x.Item2.SequenceEqual(y.Item2));
        Assert.Equal(40, first.Score([40], One.AsOf).Value);
        Assert.Single(first.Model.Root.Children);
    }

    [Fact]
    public void Nothing_given_where_something_is_needed_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Scorecard.ForColumns().Measure("a", null!));
        Assert.Throws<ArgumentNullException>(() => Scorecard.ForColumns().Group("a", null!));
        Assert.Throws<ArgumentNullException>(() => Scorecard.ForColumns().CapAt(1, null!, "so"));
        Assert.Throws<ArgumentNullException>(() => Scorecard.For<double>().Measure("a", (Func<double, double>)null!, m => m.MoreIsBetter().Linear(0, 1)));
        Assert.Throws<ArgumentNullException>(() => Scorecard.For<double>().CapAt(1, (Func<double, bool>)null!, "so"));
        Assert.Throws<ArgumentNullException>(() => One.Measures(1).Build().Score([1], (ScoreRequest)null!));
        Assert.Throws<ArgumentNullException>(() => One.Measures(1).Build().Score([1], One.AsOf).ChangeSince(null!));
    }

    [Fact]
    public void A_scorecard_of_many_parts_is_scored_too()
    {
        var card = Scorecard.ForColumns();
        for (var i = 0; i < 700; i++)
        {
            card.Measure($"m{i:000}", m => m.MoreIsBetter().Linear(0, 700));
        }

        var built = card.Build();
        var lines = new double[700];

        Assert.Equal(50, built.Evaluate([.. Enumerable.Repeat(350d, 700)], lines).Value, 1e-9);
        Assert.Equal(50, lines.Sum(), 1e-9);
        Assert.Equal((50, 0), (built.Score([350, .. Enumerable.Repeat(double.NaN, 699)], One.AsOf).Value!.Value, Math.Round(built.Score([350, .. Enumerable.Repeat(double.NaN, 699)], One.AsOf).Lower!.Value)), (x, y) => Math.Abs(x.Item1 - y.Item1) < 1e-9 && x.Item2 == y.Item2);
    }

    [Fact]
    public void Its_text_names_it_and_its_hash() =>
        Assert.Equal($"scorecard 'many', 3 measures, {Card.Definition.ConfigurationHash[..12]}", Card.ToString());
}
