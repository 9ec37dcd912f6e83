using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Health;

public sealed class LayerProperties
{
    [Law]
    public void Layers_lie_on_the_scale_and_their_weights_and_coverages_are_shares_of_the_whole(Seed seed)
    {
        var thrown = new Thrown(seed);
        var score = thrown.Score();
        var layers = score.Layers;

        thrown.True(layers.Select(l => l.Name).SequenceEqual(thrown.Plan.Measures.Select(m => m.Layer).OfType<string>().Distinct().Order(StringComparer.Ordinal)), "names");
        thrown.True(score.Watermelon is null == (layers.Count == 0), "a verdict where there are layers");
        thrown.True(layers.Sum(l => l.Weight) <= 1 + 1e-9, "weights");
        thrown.True(layers.Sum(l => l.Weight * l.Coverage) <= score.Coverage + 1e-9, () => $"coverage {score.Coverage} of {string.Join(", ", layers)}");
        foreach (var layer in layers)
        {
            thrown.True(layer.Value is not { } value || (value is >= 0 and <= 100 && layer.Band!.Index == thrown.Card.Bands.LevelOf(value)), $"{layer}");
            thrown.True(layer.Coverage is >= 0 and <= 1 && (layer.Coverage == 0 || layer.Value is not null), $"{layer}");
        }
    }

    [Law]
    public void Where_every_measure_is_of_one_layer_of_a_plain_mean_the_layer_is_the_score(Seed seed)
    {
        var thrown = new Thrown(seed, exceptions: false, flat: true);
        var plan = thrown.Plan.Measures.Aggregate(thrown.Plan, (p, m) => p.With(p.Measures.Single(n => n.Name == m.Name), p.Measures.Single(n => n.Name == m.Name) with { Layer = "all", Policy = MissingDataKind.Redistribute }));
        var score = thrown.Row.Score(plan.Build());
        var layer = Assert.Single(score.Layers);

        thrown.Near(score.Coverage, layer.Coverage, "coverage");
        thrown.True(score.Value is null || Math.Abs(score.Value.Value - layer.Value!.Value) < 1e-9, () => $"{score} and {layer}");
    }
}
