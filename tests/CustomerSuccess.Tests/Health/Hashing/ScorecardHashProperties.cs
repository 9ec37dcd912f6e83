using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Health.Hashing;

public sealed class ScorecardHashProperties
{
    [Law]
    public void The_same_scorecard_has_the_same_hash_whatever_is_said_of_defaults_and_in_whatever_order(Seed seed)
    {
        var thrown = new Thrown(seed, actionable: true);
        var hash = thrown.Card.Definition.ConfigurationHash;

        thrown.True(hash == thrown.Plan.Build().Definition.ConfigurationHash, "built twice");
        thrown.True(hash == thrown.Plan.Write(statingDefaults: true).Build().Definition.ConfigurationHash, "with its defaults stated");
        thrown.True(hash == Turned(thrown.Plan).Build().Definition.ConfigurationHash, "with the weights of segments in another order");
    }

    [Law]
    public void Another_scorecard_has_another_hash(Seed seed)
    {
        var thrown = new Thrown(seed, actionable: true);
        var changed = thrown.Plan.Changed(thrown.Dice).Build();

        thrown.True(
            changed.Definition.ConfigurationHash != thrown.Card.Definition.ConfigurationHash,
            () => $"changed to {CanonicalJson.Write(CustomerSuccess.Health.ScorecardHash.Json(changed.Model))}");
    }

    private static CardPlan Turned(CardPlan plan) => plan.Measures.Aggregate(
        plan,
        (p, m) => p.With(p.Measures.Single(n => n.Name == m.Name), p.Measures.Single(n => n.Name == m.Name) with { SegmentWeights = m.SegmentWeights.Reverse().ToDictionary() }));
}
