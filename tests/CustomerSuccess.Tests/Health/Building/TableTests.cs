using CustomerSuccess.Health;
using CustomerSuccess.Tests.Foundation;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Building;

[Requirement("HLT-3")]
public sealed class TableTests
{
    [Fact]
    public void Columns_read_the_second_number_from_a_column_of_its_own()
    {
        var card = Scorecard.ForColumns("x").Table("use", t => Small(t).ExpiresAfter(TimeSpan.FromDays(3)).CarryForward(TimeSpan.FromDays(9))).Measure("z", m => m.MoreIsBetter().Linear(0, 100)).Build();

        Assert.Equal(["use", "use.age", "use.by", "use.last", "use.last.age", "use.last.by", "z"], card.Inputs.Order(StringComparer.Ordinal));
        Assert.Equal(20, Value(card, ("z", 0), ("use", 5), ("use.by", 5), ("use.age", 1)));
        Assert.Equal(50, Value(card, ("z", 0), ("use", 20), ("use.by", 20), ("use.age", 1)));
        Assert.Equal(20, Value(card, ("z", 0), ("use", 20), ("use.by", 20), ("use.age", 4), ("use.last", 1), ("use.last.by", 1), ("use.last.age", 9)));
        Assert.Equal(0, Value(card, ("z", 0), ("use.last", 1), ("use.last.age", 9)));
        Assert.Equal(0, Value(card, ("z", 0), ("use.last", 1), ("use.last.by", 1), ("use.last.age", 9.5)));
    }

    [Fact]
    public void Rows_carry_a_pair_forward()
    {
        static Scorecard<double?[]> Card(Func<RowMeasure<double?[]>, RowMeasure<double?[]>> carry) =>
            Scorecard.For<double?[]>("x").Table("use", r => r[0], r => r[1], t => carry(Small(t))).MinimumCoverage(0).Measure("other", r => 50, m => m.MoreIsBetter().Linear(0, 100)).Build();

        var card = Card(m => m.CarryForward(r => r[2], r => r[3], _ => One.AsOf.AddDays(-1), TimeSpan.FromDays(2)));
        Assert.Equal(75, card.Score([null, null, 20, 20], One.AsOf).Value);
        Assert.Equal(50, card.Score([null, null, 20, null], One.AsOf).Value);
        Assert.Equal(["SC035"], Assert.Throws<ConfigurationException>(() => Card(m => m.CarryForward(r => r[2], _ => One.AsOf, TimeSpan.FromDays(2)))).Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void Expressions_read_both_numbers_and_their_texts_are_its_version()
    {
        var words = Acme.Language;
        var card = Scorecard.For<CustomerFacts>("x").Table("logins by seats", words.Number("signals.login.by('customer').count(days(28))"), words.Number("customer.seats"), t => Small(t).ExpiresAfter(TimeSpan.FromDays(900))).Build();
        var facts = Acme.Facts(Acme.Day);
        var (logins, seats) = (words.Number("signals.login.by('customer').count(days(28))").Read(facts).Value, words.Number("customer.seats").Read(facts).Value);

        Assert.Equal(logins < 10 ? seats < 10 ? 40 : 0 : seats < 10 ? 60 : 100, card.Score(facts, Acme.Day).Value);
        Assert.True(card.Definition.Reproducible);
    }

    [Fact]
    public void Readings_say_why_a_number_is_not_known()
    {
        var card = Scorecard.For<double?[]>("x")
            .Table("use", r => Reading.Known(r[0]!.Value), _ => Reading.Unknown<double>(new UnknownCause("months", UnknownKind.Incomplete, "through 2026-01-01")), t => Small(t))
            .Build();

        Assert.Equal("incomplete through 2026-01-01", card.Score([20, 20], One.AsOf).Line("use").Cause!.Reason);
    }

    [Fact]
    public void Outside_its_range_an_axis_is_unknown_or_clamped_as_it_says()
    {
        static Scorecard Card(Func<TableAxis, TableAxis> rows, Func<TableAxis, TableAxis> columns) => Scorecard.ForColumns("x")
            .Table("use", t => t.Rows(r => rows(r).Ranges("[0, 10)", "[10, 100]")).Columns(c => columns(c).Ranges("[0, 10)", "[10, 100]")).Cells(new double?[,] { { 40, 0 }, { 60, 100 } })).Build();

        Assert.Equal([null, null], new[] { One.Value(Card(r => r.Valid(0, 100), c => c.Valid(0, 100)), 101, 5), One.Value(Card(r => r.Valid(0, 100), c => c.Valid(0, 100)), 5, -1) });
        Assert.Equal(60, One.Value(Card(r => r.ClampedTo(0, 100), c => c.Valid(0, 100)), 101, 5));
        Assert.Equal(0, One.Value(Card(r => r.Valid(0, 100), c => c.ClampedTo(0, 100)), 5, 1e9));
        Assert.Equal(60, One.Value(Card(r => r.Valid(0, 100), c => c.Valid(0, 100)), 10 - 5e-10, 10 - 5e-9));
    }

    [Fact]
    public void Ranges_may_be_written_in_any_order()
    {
        var card = Scorecard.ForColumns("x").Table("use", t => t
            .Rows(r => r.Ranges("[10, inf)", "(-inf, 10)")).Columns(c => c.Ranges("[10, inf)", "(-inf, 10)"))
            .Cells(new double?[,] { { 100, 60 }, { 0, 40 } })).Build();

        Assert.Equal([40d, 0, 60, 100], new[] { One.Value(card, 1, 1)!.Value, One.Value(card, 1, 20)!.Value, One.Value(card, 20, 1)!.Value, One.Value(card, 20, 20)!.Value });
    }

    [Fact]
    public void Bounds_run_over_the_cells_within_the_valid_ranges()
    {
        var card = Scorecard.ForColumns("x").MinimumCoverage(0).Table("use", t => t
            .Rows(r => r.Valid(0, 5).Ranges("(-inf, 10)", "[10, inf)")).Columns(c => c.Ranges("(-inf, 10)", "[10, inf)"))
            .Cells(new double?[,] { { 40, 30 }, { 0, 100 } }).Pessimistic()).Build();
        var score = card.Score([double.NaN, 5], One.AsOf);

        Assert.Equal((30, 40), (score.Lower, score.Upper));
    }

    [Theory]
    [InlineData("SC035", "The table has 1 × 2 cells for 2 rows and 2 columns.")]
    [InlineData("SC013", "The table gives 101 points, outside 0 to 100.")]
    [InlineData("SC013", "The table gives NaN points, outside 0 to 100.")]
    [InlineData("SC035", "No cell of the table that can be reached has points.")]
    public void Cells_that_are_none_are_named(string code, string message)
    {
        var cells = message.Contains("1 × 2", StringComparison.Ordinal) ? new double?[,] { { 1, 2 } }
            : message.Contains("101", StringComparison.Ordinal) ? new double?[,] { { 1, 101 }, { 2, null } }
            : message.Contains("NaN", StringComparison.Ordinal) ? new double?[,] { { 1, double.NaN }, { 2, null } }
            : new double?[,] { { null, null }, { null, null } };
        var exception = Assert.Throws<ConfigurationException>(() => Scorecard.ForColumns("x").Table("use", t => t.Rows(r => r.Ranges("(-inf, 10)", "[10, inf)")).Columns(c => c.Ranges("(-inf, 10)", "[10, inf)")).Cells(cells)).Build());

        Assert.Equal([$"{code} {message}"], exception.Diagnostics.Select(d => $"{d.Code} {d.Message}"));
    }

    [Fact]
    public void Axes_that_are_none_are_named()
    {
        var exception = Assert.Throws<ConfigurationException>(() => Scorecard.ForColumns("x")
            .Table("use", t => t.Rows(r => r.Valid(3, 3).Ranges("[0, 10)")).Columns(c => c.Ranges(Array.Empty<Interval>())).Cells(new double?[0, 0]))
            .Build());

        Assert.Equal(["SC014 x/use/rows", "SC035 x/use/columns", "SC035 x/use"], exception.Diagnostics.Select(d => $"{d.Code} {d.Path}"));
        Assert.Throws<FormatException>(() => Scorecard.ForColumns("x").Table("use", t => t.Rows(r => r.Ranges("0 to 10")).Columns(c => c).Cells(new double?[0, 0])));
    }

    [Fact]
    public void A_way_moves_the_first_number_while_the_second_stands_and_never_into_a_cell_without_points()
    {
        var card = Scorecard.ForColumns("x").MinimumCoverage(0)
            .Table("use", t => t.Rows(r => r.Unit("%").Valid(0, 100).Ranges("[0, 10)", "[10, 50)", "[50, 100]")).Columns(c => c.Ranges("(-inf, 6)", "[6, inf)"))
                .Cells(new double?[,] { { 0, 0 }, { null, 50 }, { 80, 100 } }).Actionable())
            .Measure("y", m => m.MoreIsBetter().Linear(0, 100))
            .Build();

        Assert.Equal("use: 5 % → 50 % → 85.0", $"{card.Score([5, 90, 3], One.AsOf).WayTo("Green").Cheapest}");
        Assert.Equal("use: 5 % → 10 % → 55.0", $"{card.Score([5, 60, 9], One.AsOf).WayTo("Yellow").Cheapest}");
    }

    [Fact]
    public void Its_hash_covers_both_axes_and_the_cells()
    {
        static string Hash(string row, double? cell, double valid) => Scorecard.ForColumns("x")
            .Table("use", t => t.Rows(r => r.Ranges(row, "[10, inf)")).Columns(c => c.Valid(0, valid).Ranges("[0, inf)")).Cells(new double?[,] { { cell }, { 5 } })).Build().Definition.ConfigurationHash;

        Assert.Equal(4, new[] { Hash("(-inf, 10)", 0, 9), Hash("(-inf, 10)", null, 9), Hash("(-inf, 10)", 0, 10), Hash("(-inf, 10)", 1, 9) }.Distinct().Count());
    }

    [Fact]
    public void Facts_give_both_numbers_by_their_names()
    {
        var card = Scorecard.For<double?[]>("x").Table("use", r => r[0], r => r[1], t => Small(t).Version("1")).Build();
        var vocabulary = Vocabulary.For<double?[]>().MeasuresOf(card).Build();
        var facts = vocabulary.Read([20, 20], One.AsOf);

        Assert.Equal((20, 20), (facts.Number("use").Value, facts.Number("use.by").Value));
        Assert.Equal(100, Scorecard.ForColumns("y").Table("use", t => Small(t)).Build().Score(new HealthScoreContext { Facts = facts, AsOf = One.AsOf }).Score!.Value);
    }

    private static TOptions Small<TOptions>(TableStart<TOptions> table) =>
        table.Rows(r => r.Ranges("(-inf, 10)", "[10, inf)")).Columns(c => c.Ranges("(-inf, 10)", "[10, inf)")).Cells(new double?[,] { { 40, 0 }, { 60, 100 } });

    private static double? Value(Scorecard card, params (string Name, double Value)[] row) =>
        card.Score([.. card.Inputs.Select(i => row.Where(r => r.Name == i).Select(r => r.Value).FirstOrDefault(double.NaN))], One.AsOf).Value;
}
