using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.RollUps;

public sealed class AccountRollUpTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Scorecard<double?> Card = Scorecard.For<double?>("card")
        .Measure("a", r => r, m => m.MoreIsBetter().Linear(0, 100)).Measure("b", r => r, m => m.MoreIsBetter().Linear(0, 100)).Build();

    private static readonly ChildAccount[] Three = [Child("emea", 80, 600), Child("apac", 40, 300), Child("latam", 90, 100)];

    [Theory]
    [InlineData(RollUpMethod.Mean, 70, "70.0 Yellow, the mean of 3 children")]
    [InlineData(RollUpMethod.ByRevenue, 69, "69.0 Yellow, by revenue of 3 children")]
    [InlineData(RollUpMethod.Worst, 40, "40.0 Red, the worst of 3 children")]
    [InlineData(RollUpMethod.ShareOfPoor, 200 / 3d, "66.7 Yellow, by the share of poor among 3 children, 1 of 3 poor")]
    [Requirement("HLT-16")]
    public void Children_are_rolled_up_by_mean_by_revenue_by_worst_and_by_the_share_of_poor(RollUpMethod method, double value, string said)
    {
        var rollUp = AccountRollUp.Of(Three, new() { Method = method }, parentId: "acme");

        Assert.Equal(value, rollUp.Value!.Value, 12);
        Assert.Equal(value, rollUp.Lines.Sum(l => l.Points), 9);
        Assert.Equal(1, rollUp.Coverage);
        Assert.Equal((rollUp.Value, rollUp.Value, "acme"), (rollUp.Lower, rollUp.Upper, rollUp.ParentId));
        Assert.Equal(said, rollUp.ToString());
        Assert.Equal($"{said}    100 % known", rollUp.Explain().Split('\n')[0]);
    }

    [Fact]
    [Requirement("HLT-16")]
    public void A_missing_child_is_coverage_and_bounds_and_never_0()
    {
        var rollUp = AccountRollUp.Of([.. Three, new("anz") { Reason = "the customer's facts could not be read: down" }]);

        Assert.Equal((70, 0.75, 52.5, 77.5), (rollUp.Value, rollUp.Coverage, rollUp.Lower, rollUp.Upper));
        Assert.Equal(["anz"], rollUp.Missing.Select(l => l.CustomerId));
        Assert.Contains("75 % known; between 52.5 and 77.5 once all is known", rollUp.Explain(), StringComparison.Ordinal);
        Assert.Contains("missing: the customer's facts could not be read: down", rollUp.Explain(), StringComparison.Ordinal);
        Assert.Equal((40, 0, 40), Worst([.. Three, new("anz")]));
        Assert.Equal((200 / 3d, 50, 75), Poor([.. Three, new("anz")]));
    }

    [Fact]
    public void A_child_of_which_little_is_known_has_its_own_bounds()
    {
        var card = Scorecard.For<string>("half").Measure("a", _ => 50d, m => m.MoreIsBetter().Linear(0, 100)).Measure("b", _ => (double?)null, m => m.MoreIsBetter().Linear(0, 100)).MinimumCoverage(0.9).Build();
        var rollUp = AccountRollUp.Of([Three[0], new("anz") { Score = card.Score("anz", AsOf) }]);

        Assert.Equal((80, 0.5, 52.5, 77.5), (rollUp.Value, rollUp.Coverage, rollUp.Lower, rollUp.Upper - 2.5));
        Assert.Contains("50 % is known", rollUp.Missing[0].Because, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("HLT-16")]
    public void Overridden_children_are_listed_and_count_with_their_override_unless_the_computed_score_is_asked_for()
    {
        var manual = new ManualOverride(30, "ann", "the sponsor left", AsOf.AddDays(-1), AsOf.AddDays(30));
        ChildAccount[] children = [new("emea") { Score = Card.Score(80, new ScoreRequest { AsOf = AsOf, Override = manual }) }, Child("apac", 60)];
        var (shown, computed) = (AccountRollUp.Of(children), AccountRollUp.Of(children, new() { CountsOverrides = false }));

        Assert.Equal((45, 70), (shown.Value, computed.Value));
        Assert.Equal(["emea"], shown.Overridden.Concat(computed.Overridden).Select(l => l.CustomerId).Distinct());
        Assert.Contains("overridden by ann until 2026-03-31: the sponsor left", shown.Explain(), StringComparison.Ordinal);
        Assert.Equal((50, 100), (AccountRollUp.Of(children, new() { Method = RollUpMethod.ShareOfPoor }).Value, AccountRollUp.Of(children, new() { Method = RollUpMethod.ShareOfPoor, CountsOverrides = false }).Value));
    }

    [Fact]
    public void Lost_children_are_listed_and_left_out_or_count_as_they_stood_or_as_0()
    {
        ChildAccount[] children = [Child("emea", 80), new("old") { Value = 20, IsLost = true }, new("older") { IsLost = true }];
        AccountRollUp Of(LostChildren lost) => AccountRollUp.Of(children, new() { Lost = lost });

        Assert.Equal((80, 1d), (Of(LostChildren.LeftOut).Value, Of(LostChildren.LeftOut).Coverage));
        Assert.Equal((50, 2 / 3d), (Of(LostChildren.AsFrozen).Value, Of(LostChildren.AsFrozen).Coverage));
        Assert.Equal(80 / 3d, Of(LostChildren.AsZero).Value!.Value, 12);
        Assert.Equal(1, Of(LostChildren.AsZero).Coverage);
        Assert.Equal(["old", "older"], Of(LostChildren.LeftOut).Lines.Where(l => l.State == RollUpState.LeftOut).Select(l => l.CustomerId));
        Assert.Contains("left out: lost or closed", Of(LostChildren.LeftOut).Explain(), StringComparison.Ordinal);
        Assert.True(new ChildAccount(Card.Score(50, new ScoreRequest { AsOf = AsOf, CustomerId = "emea" }).Freeze(AsOf)).IsLost);
    }

    [Fact]
    public void Revenue_that_is_not_known_weighs_nothing_and_is_coverage()
    {
        var rollUp = AccountRollUp.Of([Child("a", 80, 300), Child("b", 20, 100), Child("c", 50), new("d") { Revenue = Euro(400) }], new() { Method = RollUpMethod.ByRevenue });

        Assert.Equal(65, rollUp.Value);
        Assert.Equal(400 / 800d * 3 / 4, rollUp.Coverage, 12);
        Assert.Equal((32.5, 82.5), (rollUp.Lower, rollUp.Upper));
        Assert.Equal((RollUpState.NotWeighed, "revenue is not known: not given"), (rollUp.Lines[2].State, rollUp.Lines[2].Because));
        Assert.Equal("no child with a score has any revenue", AccountRollUp.Of([Child("a", 80, 0)], new() { Method = RollUpMethod.ByRevenue }).Reason);
        Assert.Equal("the revenue of no child with a score is known", AccountRollUp.Of([Child("a", 80)], new() { Method = RollUpMethod.ByRevenue }).Reason);
    }

    [Fact]
    public void Currencies_are_never_mixed()
    {
        ChildAccount[] children = [Child("a", 80, 300), new("b") { Value = 20, Revenue = Reading.Known(new Money(900, "USD")) }];
        var (mixed, euro) = (AccountRollUp.Of(children, new() { Method = RollUpMethod.ByRevenue }), AccountRollUp.Of(children, new() { Method = RollUpMethod.ByRevenue, Currency = "EUR" }));

        Assert.Equal((null, "revenue is in EUR and USD: state the Currency that weighs, or convert it", 20, 80), (mixed.Value, mixed.Reason, mixed.Lower, mixed.Upper));
        Assert.StartsWith("no score, by revenue of 2 children: revenue is in EUR and USD", mixed.Explain(), StringComparison.Ordinal);
        Assert.Equal((80, 0.5, "revenue is 900 USD, not in EUR"), (euro.Value, euro.Coverage, euro.Lines[1].Because));
        Assert.Equal((20, 80), (euro.Lower, euro.Upper));
    }

    [Theory]
    [InlineData(0, 4, 100, "Green")]
    [InlineData(1, 4, 74.999999, "Yellow")]
    [InlineData(1, 5, 80, "Green")]
    [InlineData(2, 4, 49.999999, "Red")]
    [InlineData(2, 5, 60, "Yellow")]
    [InlineData(4, 4, 0, "Red")]
    public void From_a_half_of_poor_children_it_is_red_and_from_a_quarter_yellow(int poor, int all, double value, string band)
    {
        var children = Enumerable.Range(0, all).Select(i => Child($"{i}", i < poor ? 10 : 90));
        var rollUp = AccountRollUp.Of(children, new() { Method = RollUpMethod.ShareOfPoor, PoorBands = [0.5, 0.25] });

        Assert.Equal(value, rollUp.Value!.Value, 9);
        Assert.Equal(band, rollUp.Level!.Name);
        Assert.Equal(value, rollUp.Lines.Sum(l => l.Points), 9);
    }

    [Fact]
    public void Poor_is_the_worst_band_of_the_child_s_own_scorecard_or_below_a_stated_score()
    {
        var strict = Scorecard.For<double?>("strict").Measure("a", r => r, m => m.MoreIsBetter().Linear(0, 100)).Bands(yellow: 85, green: 95).Build();
        ChildAccount[] children = [new("a") { Score = strict.Score(80, AsOf) }, new("b") { Score = Card.Score(80, AsOf) }];

        Assert.Equal([true, false], AccountRollUp.Of(children).Lines.Select(l => l.IsPoor));
        Assert.Equal([true, true], AccountRollUp.Of(children, new() { PoorBelow = 80.1 }).Lines.Select(l => l.IsPoor));
        Assert.Equal([false, false], AccountRollUp.Of(children, new() { PoorBelow = 80 }).Lines.Select(l => l.IsPoor));
        // 49.5 after Yellow is still Yellow.
        Assert.False(AccountRollUp.Of([new("c") { Score = Card.Score(49.5, new ScoreRequest { AsOf = AsOf, PreviousBand = "Yellow" }) }]).Lines[0].IsPoor);
        Assert.Equal(20, AccountRollUp.Of([Child("a", 10), Child("b", 90)], new() { Method = RollUpMethod.ShareOfPoor, PoorCurve = [(0, 100), (0.5, 20), (1, 0)] }).Value);
        Assert.Equal(60, AccountRollUp.Of([Child("a", 10), Child("b", 90), Child("c", 90), Child("d", 90)], new() { Method = RollUpMethod.ShareOfPoor, PoorCurve = [(0, 100), (0.5, 20), (1, 0)] }).Value);
    }

    [Fact]
    public void The_parent_s_own_score_may_be_a_part()
    {
        var options = new RollUpOptions { OwnWeight = 0.25 };
        var rollUp = AccountRollUp.Of(Three, options, Child("acme", 30));

        Assert.Equal((60, 1d, true), (rollUp.Value, rollUp.Coverage, rollUp.Lines[0].IsOwn));
        Assert.Equal(60, rollUp.Lines.Sum(l => l.Points), 9);
        Assert.Equal("60.0 Yellow, the mean of 3 children and 25 % its own", rollUp.ToString());
        Assert.Contains("acme itself", rollUp.Explain(), StringComparison.Ordinal);
        var without = AccountRollUp.Of(Three, options, new ChildAccount("acme"));
        Assert.Equal((70, 0.75, 52.5, 77.5), (without.Value, without.Coverage, without.Lower, without.Upper));
        var alone = AccountRollUp.Of([], options, Child("acme", 30));
        Assert.Equal((30, 1d, 30, 30), (alone.Value, alone.Coverage, alone.Lower, alone.Upper));
        var childless = AccountRollUp.Of([new("emea")], options, Child("acme", 30));
        Assert.Equal((30, 0.25, 7.5, 82.5), (childless.Value, childless.Coverage, childless.Lower, childless.Upper));
        Assert.Equal(70, AccountRollUp.Of(Three, options, new ChildAccount("acme") { IsLost = true }).Value);
        Assert.Equal("no score of the parent itself, and no child has a score", AccountRollUp.Of([new("emea")], options).Reason);
    }

    [Fact]
    public void Without_children_there_is_no_score()
    {
        var rollUp = AccountRollUp.Of([]);

        Assert.Equal((null, "there are no children", 0, null, null), (rollUp.Value, rollUp.Reason, rollUp.Coverage, rollUp.Lower, rollUp.Upper));
        Assert.Equal("no score, the mean of 0 children: there are no children    0 % known", rollUp.Explain());
        Assert.Equal((null, 0, 100), (AccountRollUp.Of([new("a")]).Value, AccountRollUp.Of([new("a")]).Lower, AccountRollUp.Of([new("a")]).Upper));
        Assert.Null(AccountRollUp.Of([]).Level);
        Assert.Equal("down", AccountRollUp.Failed("acme", "down").Reason);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Contains("'a' is there twice", Refused(() => AccountRollUp.Of([Child("a", 1), Child("a", 2)])), StringComparison.Ordinal);
        Assert.Contains("'a' is its own child", Refused(() => AccountRollUp.Of([Child("a", 1)], parentId: "a")), StringComparison.Ordinal);
        Assert.Contains("-1 EUR", Refused(() => AccountRollUp.Of([Child("a", 1, -1)])), StringComparison.Ordinal);
        Assert.Contains("there are 3 bands", Refused(() => AccountRollUp.Of([], new() { PoorBands = [0.5] })), StringComparison.Ordinal);
        Refused(() => new RollUpOptions { PoorBands = [0.25, 0.5] });
        Refused(() => new RollUpOptions { PoorCurve = [(0, 100)] });
        Refused(() => new RollUpOptions { PoorCurve = [(0, 100), (1, double.NaN)] });
        Refused(() => new RollUpOptions { OwnWeight = 1 });
        Refused(() => new RollUpOptions { PoorBelow = 0 });
        Refused(() => new RollUpOptions { Currency = "euro" });
        Refused(() => new RollUpOptions { Method = (RollUpMethod)9 });
        Refused(() => new RollUpOptions { Lost = (LostChildren)9 });
        Refused(() => new ChildAccount("a") { Value = double.NaN });
        Refused(() => new ChildAccount(" "));
        Refused(() => new ChildAccount(Card.Score(1, AsOf)));
    }

    private static string Refused(Func<object> what) => Assert.ThrowsAny<ArgumentException>(what).Message;

    private static (double?, double?, double?) Worst(ChildAccount[] children) => Of(children, RollUpMethod.Worst);

    private static (double?, double?, double?) Poor(ChildAccount[] children) => Of(children, RollUpMethod.ShareOfPoor);

    private static (double?, double?, double?) Of(ChildAccount[] children, RollUpMethod method) =>
        AccountRollUp.Of(children, new() { Method = method }) is var r ? (r.Value, r.Lower, r.Upper) : default;

    private static ChildAccount Child(string id, double value, decimal? revenue = null) =>
        revenue is { } amount ? new(id) { Value = value, Revenue = Euro(amount) } : new(id) { Value = value };

    private static Reading<Money> Euro(decimal amount) => Reading.Known(new Money(amount, "EUR"));
}
