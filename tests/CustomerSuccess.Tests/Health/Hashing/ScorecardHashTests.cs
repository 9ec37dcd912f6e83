using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Hashing;

public sealed class ScorecardHashTests
{
    [Fact]
    public void The_hash_of_a_scorecard_is_pinned_so_that_a_later_version_leaves_it_alone()
    {
        var card = Everything();

        Assert.Equal(
            """{"bands":{"convention":"lowerExcluded","edges":[40,70],"hysteresis":3,"names":["low","mid","top"]},"display":{"decimals":2,"maximum":10},"exceptions":[{"because":"three are open","id":"cap 1","kind":"cap","value":40,"when":{"all":[{"atLeast":3,"measure":"severe"},{"not":{"flag":"vip"}}]}},{"band":"low","because":"it left","id":"left","kind":"set","priority":2,"when":{"any":[{"is":"free","measure":"plan"},{"known":"nps"}]},"whenUnknown":"apply"}],"format":1,"minimumCoverage":0.5,"name":"everything","root":{"aggregation":"anyRed","children":[{"curve":{"linear":[-20,60]},"decayNeutral":40,"decisive":true,"expiresAfter":90,"halfLife":30,"missing":{"policy":"neutral","value":30},"name":"nps","polarity":"moreIsBetter","unit":"points","valid":"[-20, 60]","weight":20,"weights":{"large":20}},{"aggregation":"additivePoints","children":[{"curve":{"piecewise":[[0,0],[1,-20.5]]},"effort":2,"name":"severe","polarity":"lessIsBetter","wholeNumbers":true},{"clamp":true,"curve":{"below":0,"steps":[[10,5]]},"missing":{"maximumAge":14,"policy":"carryForward"},"name":"logins","polarity":"moreIsBetter","valid":"[0, 100]"}],"maximum":50,"minimum":-50,"name":"use","start":10},{"aggregation":"geometricMean","children":[{"curve":{"logistic":[5,0.5]},"missing":{"policy":"abstain"},"name":"x","polarity":"moreIsBetter"},{"curve":{"categories":[["free",0],["pro",100]]},"missing":{"policy":"pessimistic"},"name":"plan"},{"curve":{"ranges":[["(-inf, 5)",0],["[5, inf)",100]]},"name":"y"}],"name":"rest"}],"redBelow":30,"weightsTotal":22}}""",
            CanonicalJson.Write(ScorecardHash.Json(card.Model)));
        Assert.Equal(CanonicalJson.Hash(ScorecardHash.Json(card.Model)), card.Definition.ConfigurationHash);
        Assert.Matches("^[0-9a-f]{64}$", card.Definition.ConfigurationHash);
    }

    [Fact]
    public void The_smallest_scorecard_says_next_to_nothing()
    {
        Assert.Equal(
            """{"bands":{"edges":[50,75],"names":["Red","Yellow","Green"]},"format":1,"name":"some","root":{"children":[{"curve":{"linear":[0,100]},"name":"a","polarity":"moreIsBetter"}]}}""",
            CanonicalJson.Write(ScorecardHash.Json(One.Measures(1).Build().Model)));
        Assert.Equal("8c032628bba55c0fbaa2877a02c1924c7e7711838d9f7bf7809e358b44aa25a5", One.Measures(1).Build().Definition.ConfigurationHash);
    }

    [Fact]
    public void A_delegate_is_its_name_and_its_version_and_without_one_the_score_is_not_reproducible()
    {
        static Scorecard<double> Card(string? version, string? exceptionVersion) => Scorecard.For<double>()
            .Measure("a", r => r, m => version is null ? m.MoreIsBetter().Linear(0, 100) : m.MoreIsBetter().Linear(0, 100).Version(version))
            .CapAt(50, r => r > 3, "so", version: exceptionVersion)
            .Build();

        Assert.Contains("\"reader\":\"a@?\"", CanonicalJson.Write(ScorecardHash.Json(Card(null, null).Model)), StringComparison.Ordinal);
        Assert.Contains("\"reader\":\"a@2\"", CanonicalJson.Write(ScorecardHash.Json(Card("2", "1").Model)), StringComparison.Ordinal);
        Assert.Contains("\"flag\":\"cap 1@1\"", CanonicalJson.Write(ScorecardHash.Json(Card("2", "1").Model)), StringComparison.Ordinal);
        Assert.Equal([false, false, false, true], new[] { Card(null, null), Card("2", null), Card(null, "1"), Card("2", "1") }.Select(c => c.Definition.Reproducible));
        Assert.Equal(4, new[] { Card(null, null), Card("2", null), Card(null, "1"), Card("2", "1") }.Select(c => c.Definition.ConfigurationHash).Distinct().Count());
        Assert.True(One.Measures(1).Build().Definition.Reproducible);
    }

    [Fact]
    public void A_column_and_a_delegate_are_not_the_same() =>
        Assert.NotEqual(
            One.Measures(1).Build().Definition.ConfigurationHash,
            Scorecard.For<double>("some").Measure("a", r => r, m => m.MoreIsBetter().Linear(0, 100).Version("1")).Build().Definition.ConfigurationHash);

    [Fact]
    public void Every_score_carries_the_hash_and_the_engine_semantics_number()
    {
        var card = One.Measures(1).Build();
        var score = card.Score([50], One.AsOf);

        Assert.Same(card.Definition, score.Definition);
        Assert.Equal(1, score.Definition.EngineSemantics);
        Assert.Equal(card.Definition.ConfigurationHash, score.ToSnapshot().ConfigurationHash);
    }

    private static Scorecard Everything() => Scorecard.ForColumns("everything")
        .AnyRed(redBelow: 30)
        .Measure("nps", m => m.Unit("points").Valid(-20, 60).MoreIsBetter().Linear(-20, 60).Weight(20).WeightIn("large", 20).Neutral(30).ExpiresAfter(TimeSpan.FromDays(90)).HalfLife(TimeSpan.FromDays(30), 40).Decisive())
        .Group("use", g => g.AdditivePoints(10, -50, 50)
            .Measure("severe", m => m.LessIsBetter().Piecewise((0, 0), (1, -20.5)).Actionable(2).WholeNumbers())
            .Measure("logins", m => m.ClampedTo(0, 100).MoreIsBetter().Steps(0, (10, 5)).CarryForward(TimeSpan.FromDays(14))))
        .Group("rest", g => g.GeometricMean()
            .Measure("x", m => m.MoreIsBetter().Logistic(5, 0.5).Abstain())
            .Category("plan", m => m.Points(("free", 0), ("pro", 100)).Pessimistic())
            .Measure("y", m => m.NeitherIsBetter().Ranges((Interval.LessThan(5), 0), (Interval.AtLeast(5), 100))))
        .WeightsTotal(22)
        .CapAt(40, m => m["severe"].AtLeast(3) & !m.Column("vip"), "three are open")
        .SetBand("low", m => m["plan"].Is("free") | m["nps"].IsKnown, "it left", priority: 2, whenUnknown: WhenUnknown.Apply, id: "left")
        .Bands(("low", 0), ("mid", 40), ("top", 70)).Edges(EdgeConvention.LowerExcluded).Hysteresis(3)
        .MinimumCoverage(0.5)
        .ShownAs(0, 10, 2)
        .Build();
}
