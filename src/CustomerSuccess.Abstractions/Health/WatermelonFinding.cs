using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>Whether a score is green outside and red inside.</summary>
public enum WatermelonVerdict
{
    /// <summary>It is not, or it is not green outside.</summary>
    No,

    /// <summary>Green outside, and value, people or sentiment is red on good evidence.</summary>
    Watermelon,

    /// <summary>Green outside, and at least two of value, people and sentiment are below the best band, whatever is known of them.</summary>
    Suspected,

    /// <summary>Green outside, and too little is known of value to say no.</summary>
    Unopened,

    /// <summary>There is no band outside.</summary>
    Unknown,
}

/// <summary>What the watermelon test found, with its evidence. Immutable.</summary>
public sealed class WatermelonFinding
{
    private static readonly string[] InnerLayers = [HealthLayer.Value, HealthLayer.People, HealthLayer.Sentiment];

    private WatermelonFinding(WatermelonVerdict verdict, IReadOnlyList<LayerScore> evidence, double? divergence) =>
        (Verdict, Evidence, Divergence) = (verdict, evidence, divergence);

    /// <summary>The verdict.</summary>
    public WatermelonVerdict Verdict { get; }

    /// <summary>The layers that decided: the red ones, those below the best band, or the value layer that is not known. Empty for the other verdicts, and where there is no value layer.</summary>
    public IReadOnlyList<LayerScore> Evidence { get; }

    /// <summary>The score − the lowest known inner layer (value, people, sentiment), in points of 0 to 100; null where one of the two is not known.</summary>
    public double? Divergence { get; }

    /// <summary>
    /// The test, first match: no band outside → unknown; not in the best band → no; value, people or sentiment in the worst band
    /// with enough coverage → watermelon; enough of them below the best band, whatever their coverage → suspected; too little
    /// coverage of value → unopened; otherwise no.
    /// </summary>
    /// <param name="bands">The bands; the best is green and the worst is red.</param>
    /// <param name="outer">The index of the band before this test; −1 where there is none.</param>
    /// <param name="score">The score, or null.</param>
    /// <param name="layers">The layers of the score.</param>
    /// <param name="coverage">The least coverage of a layer that is evidence, 0 to 1.</param>
    /// <param name="suspectedFrom">How many inner layers below the best band make a suspicion.</param>
    public static WatermelonFinding Of(HealthBands bands, int outer, double? score, IReadOnlyList<LayerScore> layers, double coverage = 0.5, int suspectedFrom = 2)
    {
        ArgumentNullException.ThrowIfNull(bands);
        ArgumentNullException.ThrowIfNull(layers);
        var inner = layers.Where(l => InnerLayers.Contains(l.Name, StringComparer.Ordinal)).ToArray();
        var known = inner.Where(l => l.Value is not null).ToArray();
        var divergence = score is { } value && known.Length > 0 ? value - known.Min(l => l.Value!.Value) : (double?)null;
        var (verdict, evidence) = Decide();
        return new(verdict, Array.AsReadOnly(evidence), divergence);

        (WatermelonVerdict, LayerScore[]) Decide()
        {
            var best = bands.Bands.Count - 1;
            if (outer != best)
            {
                return (outer < 0 ? WatermelonVerdict.Unknown : WatermelonVerdict.No, []);
            }

            LayerScore[] red = [.. known.Where(l => best > 0 && l.Band!.Index == 0 && IsEnough(l))];
            LayerScore[] dull = [.. known.Where(l => l.Band!.Index < best)];
            LayerScore[] values = [.. inner.Where(l => l.Name == HealthLayer.Value)];
            return red.Length > 0 ? (WatermelonVerdict.Watermelon, red)
                : dull.Length >= suspectedFrom ? (WatermelonVerdict.Suspected, dull)
                : !values.Any(IsEnough) ? (WatermelonVerdict.Unopened, values)
                : (WatermelonVerdict.No, []);
        }

        bool IsEnough(LayerScore layer) => layer.Coverage >= Edge.AtLeast(coverage);
    }

    /// <summary><c>watermelon: value 30 Red, 100 % known; 46.9 apart</c>.</summary>
    public override string ToString() => Words(ScoreDisplay.Default, null);

    internal string Words(ScoreDisplay display, HealthBands? bands)
    {
        var words = Verdict switch
        {
            WatermelonVerdict.No => "no watermelon",
            WatermelonVerdict.Watermelon => "watermelon",
            WatermelonVerdict.Suspected => "suspected watermelon",
            WatermelonVerdict.Unopened => "unopened",
            _ => "not known whether it is a watermelon: there is no band",
        };
        var evidence = Evidence.Count > 0 ? $": {string.Join("; ", Evidence.Select(l => l.Words(display, bands)))}" : Verdict == WatermelonVerdict.Unopened ? ": no measure of value" : "";
        var apart = Verdict is WatermelonVerdict.Watermelon or WatermelonVerdict.Suspected && Divergence is { } points
            ? string.Create(CultureInfo.InvariantCulture, $"; {display.RoundDifference(points):0.######} points apart")
            : "";
        return words + evidence + apart;
    }
}
