using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;
using Card = CustomerSuccess.Health.ColumnScorecardBuilder;

namespace CustomerSuccess.Tests.Health.Building;

/// <summary>Every mistake of a scorecard has a code, a place, words and a cure, and all come in one exception.</summary>
[Requirement("HLT-19")]
public sealed class DiagnosticTests
{
    private static readonly (string Code, string Path, string Message, Action<Card> Write)[] Cases =
    [
        ("SC001", "c/a/b", "'a/b' is not a name.", c => c.Measure("a/b", Line)),
        ("SC001", "c/", "'' is not a name.", c => c.Measure("", Line)),
        ("SC001", "c/a\tb", "'a\tb' is not a name.", c => c.Group("a\tb", g => g.Measure("x", Line))),
        ("SC002", "c/g/nps", "There are two measures named 'nps'.", c => c.Group("g", g => g.Measure("nps", Line))),
        ("SC002", "c/h/g", "There are two groups named 'g'.", c => c.Group("g", g => g.Measure("a", Line)).Group("h", h => h.Group("g", g => g.Measure("b", Line)))),
        ("SC002", "c/bands", "There are 2 bands named 'low'.", c => c.Bands(("low", 0), ("LOW", 50), ("high", 75))),
        ("SC002", "c/plan", "The category 'pro' is listed 2 times.", c => c.Category("plan", m => m.Points(("pro", 1), ("pro", 2)))),
        ("SC002", "c/exceptions/x", "There are two exceptions with the id 'x', or it is empty.", c => c.CapAt(10, m => m["nps"].IsKnown, "so", id: "x").FloorAt(20, m => m["nps"].IsKnown, "so", id: "x")),
        ("SC002", "c", "Two parts of a row would be named 'a.age'.", c => c.Measure("a.age", Line).Measure("a", m => Line(m).ExpiresAfter(TimeSpan.FromDays(1)))),
        ("SC002", "c", "Two parts of a row would be named 'a.last.age'.", c => c.Measure("a.last.age", Line).Measure("a", m => Line(m).CarryForward(TimeSpan.FromDays(1)))),
        ("SC002", "c", "Two parts of a row would be named 'vip?'.", c => c.Measure("vip?", Line).CapAt(10, m => m.Column("vip"), "so")),
        ("SC003", "c/empty", "The group has no measure.", c => c.Group("empty", _ => { })),
        ("SC003", "c/" + string.Join("/", Enumerable.Range(1, 33).Select(i => $"g{i}")), "Groups nest deeper than 32.", c => c.Group("g1", g => Nest(g, 2))),
        ("SC003", "c", "The scorecard has 10001 parts; the most is 10000.", c => Measures(10_000, c)),
        ("SC004", "c", "The scorecard tells 251 segments apart, by weights or cohorts; the most is 250.", c => c.Measure("a", m => Segments(251, Line(m)))),
        ("SC005", "c/a", "The weight -3 is not a number from 0 to 1e12.", c => c.Measure("a", m => Line(m).Weight(-3))),
        ("SC005", "c/a", "The weight NaN is not a number from 0 to 1e12.", c => c.Measure("a", m => Line(m).WeightIn("trial", double.NaN))),
        ("SC006", "c/g/a", "'a' states a weight in an additive group, where the points weigh.", c => c.Group("g", g => g.AdditivePoints().Measure("a", m => Line(m).Weight(3)))),
        ("SC007", "c/g", "The weights sum to 0: nothing would count.", c => c.Group("g", g => g.Measure("a", m => Line(m).Weight(0)))),
        ("SC007", "c/g", "The weights sum to 0 in segment 'trial': nothing would count.", c => c.Group("g", g => g.Measure("a", m => Line(m).WeightIn("trial", 0)))),
        ("SC008", "c/g", "The weights sum to 90, and 100 is stated as their total.", c => c.Group("g", g => g.Measure("a", m => Line(m).Weight(50)).Measure("b", m => Line(m).Weight(40)).WeightsTotal(100))),
        ("SC008", "c/g", "The weights sum to 110 in segment 'trial', and 100 is stated as their total.", c => c.Group("g", g => g.Measure("a", m => Line(m).Weight(60)).Measure("b", m => Line(m).Weight(40).WeightIn("trial", 50)).WeightsTotal(100))),
        ("SC009", "c/g", "Additive points from 0 within 100 to 0 leave no room.", c => c.Group("g", g => g.AdditivePoints(0, 100, 0).Measure("a", Line))),
        ("SC009", "c/g", "Additive points from 0 within 0 to 0.01 leave no room.", c => c.Group("g", g => g.AdditivePoints(0, 0, 0.01).Measure("a", Line))),
        ("SC009", "c/g", "Additive points start at 2000, out of all proportion to the limits 0 to 1.", c => c.Group("g", g => g.AdditivePoints(2000, 0, 1).Measure("a", Line))),
        ("SC009", "c/g/h", "Its limits 0 to 2000 are out of all proportion to those of the group it adds to.", c => c.Group("g", g => g.AdditivePoints(0, 0, 1).Group("h", h => h.AdditivePoints(0, 0, 2000).Measure("a", Line)))),
        ("SC009", "c/g", "The red edge 101 does not lie above 0 and up to 100.", c => c.Group("g", g => g.AnyRed(101).Measure("a", Line))),
        ("SC010", "c/a", "'a' has no curve.", c => c.Measure("a", _ => null!)),
        ("SC011", "c/a", "A line from 5 to 5 has no slope.", c => c.Measure("a", m => m.MoreIsBetter().Linear(5, 5))),
        ("SC011", "c/a", "The curve has 1 points and needs at least 2.", c => c.Measure("a", m => m.MoreIsBetter().Piecewise((1, 2)))),
        ("SC011", "c/a", "The curve has two points at 3.", c => c.Measure("a", m => m.MoreIsBetter().Steps(0, (3, 10), (3, 20)))),
        ("SC011", "c/a", "The curve has a point at NaN.", c => c.Measure("a", m => m.MoreIsBetter().Steps(0, (double.NaN, 10)))),
        ("SC011", "c/a", "A logistic curve around 5 with steepness 0 is not a curve.", c => c.Measure("a", m => m.MoreIsBetter().Logistic(5, 0))),
        ("SC011", "c/a", "The curve has no ranges, or one that is null.", c => c.Measure("a", m => m.MoreIsBetter().Ranges())),
        ("SC011", "c/a", "'a' has no categories, or one without a name.", c => c.Category("a", m => m.Points())),
        ("SC012", "c/a", "The curve falls although more is better.", c => c.Measure("a", m => m.MoreIsBetter().Piecewise((0, 0), (1, 60), (2, 50)))),
        ("SC012", "c/a", "The curve falls although more is better.", c => c.Measure("a", m => m.MoreIsBetter().Linear(10, 0))),
        ("SC012", "c/a", "The curve rises although less is better.", c => c.Measure("a", m => m.LessIsBetter().Logistic(5, 1))),
        ("SC012", "c/a", "The curve rises although less is better.", c => c.Measure("a", m => m.LessIsBetter().Steps(0, (3, 10)))),
        ("SC013", "c/a", "The curve gives 101 points, outside 0 to 100.", c => c.Measure("a", m => m.MoreIsBetter().Steps(0, (3, 101)))),
        ("SC013", "c/a", "The neutral value -1 lies outside 0 to 100.", c => c.Measure("a", m => Line(m).Neutral(-1))),
        ("SC013", "c/a", "The value 200 toward which it decays lies outside 0 to 100.", c => c.Measure("a", m => Line(m).HalfLife(TimeSpan.FromDays(1), 200))),
        ("SC013", "c/g/a", "The curve gives -200000 points, outside -100000 to 100000.", c => c.Group("g", g => g.AdditivePoints().Measure("a", m => m.MoreIsBetter().Steps(-2e5, (3, 1))))),
        ("SC014", "c/a", "The valid range from 5 to 5 is not a range.", c => c.Measure("a", m => m.Valid(5, 5).MoreIsBetter().Linear(0, 1))),
        ("SC014", "c/a", "The valid range from 0 to Infinity is not a range.", c => c.Measure("a", m => m.ClampedTo(0, double.PositiveInfinity).MoreIsBetter().Linear(0, 1))),
        ("SC016", "c/a", "An expiry of 00:00:00 leaves nothing.", c => c.Measure("a", m => Line(m).ExpiresAfter(TimeSpan.Zero))),
        ("SC016", "c/a", "A half-life of -1.00:00:00 leaves nothing.", c => c.Measure("a", m => Line(m).HalfLife(TimeSpan.FromDays(-1)))),
        ("SC016", "c/a", "Carrying forward up to 00:00:00 carries nothing.", c => c.Measure("a", m => Line(m).CarryForward(TimeSpan.Zero))),
        ("SC017", "c/a", "The effort 0 of moving 'a' is not above 0.", c => c.Measure("a", m => Line(m).Actionable(0))),
        ("SC018", "c/a", "'a' is actionable and has no range: the cost of moving it is a share of the range.", c => c.Measure("a", m => m.MoreIsBetter().Logistic(5, 1).Actionable())),
        ("SC018", "c/a", "'a' is actionable and has no range: the cost of moving it is a share of the range.", c => c.Measure("a", m => m.MoreIsBetter().Steps(0, (5, 1)).Actionable())),
        ("SC019", "c/bands", "The bands leave a gap: a score in (49, 50) has none.", c => c.BandRanges(("low", Interval.Closed(0, 49)), ("high", Interval.Closed(50, 100)))),
        ("SC019", "c/bands", "The worst band starts at 10: a score below has no band.", c => c.Bands(("low", 10), ("high", 50))),
        ("SC019", "c/a", "The ranges leave a gap: (-inf, 0) has no points.", c => c.Measure("a", m => m.MoreIsBetter().Ranges((Interval.AtLeast(0), 5)))),
        ("SC019", "c/a", "The ranges leave a gap: 5 has no points.", c => c.Measure("a", m => m.MoreIsBetter().Ranges((Interval.LessThan(5), 5), (Interval.MoreThan(5), 6)))),
        ("SC020", "c/bands", "Two bands overlap: low and high both hold [50, 55].", c => c.BandRanges(("low", Interval.Closed(0, 55)), ("high", Interval.Closed(50, 100)))),
        ("SC020", "c/a", "Two ranges overlap: (-inf, 5] and [5, inf) both hold 5.", c => c.Measure("a", m => m.MoreIsBetter().Ranges((Interval.AtMost(5), 5), (Interval.AtLeast(5), 6)))),
        ("SC021", "c/bands", "A hysteresis of -1 points is not one.", c => c.Hysteresis(-1)),
        ("SC022", "c/bands", "There are 0 bands, or one has no name.", c => c.Bands()),
        ("SC022", "c/bands", "There are no bands, or one has no range.", c => c.BandRanges()),
        ("SC023", "c/bands", "Some bands hold their lower edge and some do not.", c => c.BandRanges(("a", Interval.ClosedOpen(0, 50)), ("b", Interval.Closed(50, 75)), ("c", Interval.OpenClosed(75, 100)))),
        ("SC024", "c/bands", "The band 'green' from 101 is unreachable: scores run from 0 to 100.", c => c.Bands(("red", 0), ("green", 101))),
        ("SC024", "c/bands", "The band 'green' from 100 is unreachable: scores run from 0 to 100.", c => c.Bands(("red", 0), ("green", 100)).Edges(EdgeConvention.LowerExcluded)),
        ("SC024", "c/bands", "The band 'green' from 1E-09 is unreachable: scores run from 0 to 100.", c => c.Bands(("red", 0), ("green", 1e-9))),
        ("SC024", "c/bands", "The band 'Yellow' is unreachable: it starts at 60 and 'Green' at 50.", c => c.Bands(yellow: 60, green: 50)),
        ("SC025", "c/exceptions/cap 1", "The exception gives no reason.", c => c.CapAt(40, m => m["nps"].IsKnown, " ")),
        ("SC026", "c/exceptions/set 1", "The value 101 is not a score.", c => c.SetTo(101, m => m["nps"].IsKnown, "so")),
        ("SC027", "c/exceptions/set 1", "There is no band named 'Gren'.", c => c.SetBand("Gren", m => m["nps"].IsKnown, "so")),
        ("SC028", "c/exceptions/cap 1", "The exception has no condition.", c => c.CapAt(40, _ => null!, "so")),
        ("SC028", "c/exceptions/cap 1", "'nps' is compared with NaN.", c => c.CapAt(40, m => m["nps"].AtLeast(double.NaN), "so")),
        ("SC029", "c/exceptions/cap 1", "'plan' has no category 'por'.", c => c.Category("plan", m => m.Points(("free", 0), ("pro", 100))).CapAt(40, m => m["plan"].Is("por"), "so")),
        ("SC030", "c/exceptions/cap 1", "The condition reads a measure named 'npss', and there is none.", c => c.CapAt(40, m => !(m["nps"].AtLeast(3) | m["npss"].IsKnown), "so")),
        ("SC031", "c", "The minimum coverage 1.5 is not a share.", c => c.MinimumCoverage(1.5)),
        ("SC032", "c", "Scores cannot be shown from 10 to 0 with 1 decimals.", c => c.ShownAs(10, 0)),
    ];

    public static TheoryData<int, string> Mistakes()
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < Cases.Length; i++)
        {
            data.Add(i, $"{Cases[i].Code} {Cases[i].Path}");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_by_its_code_its_place_and_its_words_and_no_other_is(int number, string name)
    {
        var (code, path, message, write) = Cases[number];
        var found = Assert.Single(Found(Written(write).Build));

        Assert.Equal((code, path, message), (found.Code, found.Path, found.Message));
        Assert.NotEmpty(found.Cure);
        Assert.Equal($"{code} {path}", name);
    }

    [Fact]
    public void A_scorecard_without_a_name_is_a_mistake() =>
        Assert.Equal(
            "SC001 (scorecard): The scorecard has no name. Name it: Scorecard.For<Account>(\"default\").",
            Assert.Single(Found(Scorecard.ForColumns(" ").Measure("nps", Line).Build)).ToString());

    [Fact]
    public void Over_rows_what_expires_or_decays_needs_a_reader_of_its_age()
    {
        var found = Found(() => Scorecard.For<double[]>("c")
            .Measure("a", r => r[0], m => m.MoreIsBetter().Linear(0, 1).ExpiresAfter(TimeSpan.FromDays(1)))
            .Measure("b", r => r[1], m => m.MoreIsBetter().Linear(0, 1).HalfLife(TimeSpan.FromDays(1)))
            .Measure("fine", r => r[1], m => m.MoreIsBetter().Linear(0, 1).HalfLife(TimeSpan.FromDays(1)).Age(r => TimeSpan.FromDays(r[2])))
            .Build());

        Assert.Equal(
            ["SC015 c/a: 'a' expires or decays, and nothing reads the age of its observation. Add ObservedAt(row => …) or Age(row => …).", "SC015 c/b: 'b' expires or decays, and nothing reads the age of its observation. Add ObservedAt(row => …) or Age(row => …)."],
            found.Select(d => d.ToString()));
    }

    [Fact]
    public void Over_rows_a_condition_reads_no_column()
    {
        var found = Found(() => Scorecard.For<double[]>("c").Measure("a", r => r[0], m => m.MoreIsBetter().Linear(0, 1)).CapAt(40, m => m.Column("vip"), "so").Build());

        Assert.Equal("SC028 c/exceptions/cap 1: The condition reads the column 'vip', and this scorecard reads rows. Pass a lambda over the row.", Assert.Single(found).ToString());
    }

    [Fact]
    public void All_mistakes_of_a_scorecard_come_in_one_exception_with_their_cures_in_its_message()
    {
        string[] clashing = ["SC003", "SC004", "SC021", "SC022", "SC023", "SC024"];
        var cases = Cases.Where(c => !clashing.Contains(c.Code) && c.Path != "c/bands").ToArray();
        var card = Scorecard.ForColumns("c").Measure("nps", Line);
        foreach (var mistake in cases)
        {
            mistake.Write(card);
        }

        var exception = Assert.Throws<ConfigurationException>(() => card.Build());

        Offenders.None("Every mistake is in the one exception.", cases.Select(c => c.Code).Except(exception.Diagnostics.Select(d => d.Code)));
        Assert.StartsWith($"The configuration has {exception.Diagnostics.Count} mistakes:", exception.Message, StringComparison.Ordinal);
        Assert.All(exception.Diagnostics, d => Assert.Contains(d.ToString(), exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_code_from_SC001_to_SC032_is_provoked() =>
        Assert.Equal(
            Enumerable.Range(1, 32).Select(i => $"SC{i:000}").Except(["SC015"]),
            Cases.Select(c => c.Code).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("npss", "Did you mean 'nps'?")]
    [InlineData("revenue", "Known: 'nps'.")]
    public void An_unknown_name_comes_with_a_near_one_or_with_all(string name, string cure) =>
        Assert.Equal(cure, Assert.Single(Found(Written(c => c.CapAt(40, m => m[name].IsKnown, "so")).Build)).Cure);

    [Fact]
    public void A_scorecard_without_any_measure_is_a_mistake() =>
        Assert.Equal("SC003", Assert.Single(Found(Scorecard.ForColumns("c").Build)).Code);

    private static Card Written(Action<Card> write)
    {
        var card = Scorecard.ForColumns("c").Measure("nps", Line);
        write(card);
        return card;
    }

    private static IReadOnlyList<Diagnostic> Found(Func<object> build) => Assert.Throws<ConfigurationException>(build).Diagnostics;

    private static ColumnMeasure Line(MeasureStart<ColumnMeasure> m) => m.MoreIsBetter().Linear(0, 10);

    private static void Nest(ColumnGroup group, int depth)
    {
        if (depth > 34)
        {
            group.Measure("deep", Line);
            return;
        }

        group.Group($"g{depth}", g => Nest(g, depth + 1));
    }

    private static void Measures(int count, Card card)
    {
        for (var i = 0; i < count; i++)
        {
            card.Measure($"m{i}", Line);
        }
    }

    private static ColumnMeasure Segments(int count, ColumnMeasure measure)
    {
        for (var i = 0; i < count; i++)
        {
            measure.WeightIn($"s{i}", 1);
        }

        return measure;
    }

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public void A_text_with_half_of_a_surrogate_pair_is_a_mistake_for_hashes_could_not_tell_it(int half)
    {
        // Not in the attribute: its text is stored as UTF-8, which replaces half characters.
        var name = $"a{(char)half}";
        var exception = Assert.Throws<ConfigurationException>(() => Scorecard.ForColumns("card").Measure(name, m => m.MoreIsBetter().Linear(0, 1)).Build());

        Assert.Equal(("SC001", "card"), (exception.Diagnostics.Single().Code, exception.Diagnostics.Single().Path));
        Assert.NotNull(Scorecard.ForColumns("card").Measure("a\U0001F600", m => m.MoreIsBetter().Linear(0, 1)).Build());
    }
}
