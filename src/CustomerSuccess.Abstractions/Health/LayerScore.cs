using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>One layer of a score: the measures that are tagged with it. Immutable.</summary>
public sealed class LayerScore
{
    /// <summary>The layer.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Σ share × value ÷ Σ share over the layer's observed measures, 0 to 100; where none is observed, over those whose last
    /// reading has expired or is carried forward. Null where there is no reading: what merely stands in says nothing of a layer.
    /// </summary>
    public required double? Value { get; init; }

    /// <summary>The pure band of the value; null without one.</summary>
    public required HealthBand? Band { get; init; }

    /// <summary>The share of the layer's weight that is observed, 0 to 1; 0 where the layer is stale.</summary>
    public required double Coverage { get; init; }

    /// <summary>The share of the whole score that the layer's weight has, 0 to 1.</summary>
    public required double Weight { get; init; }

    /// <summary>True where nothing of the layer is observed and the value is of readings that have expired or are carried forward.</summary>
    public bool IsStale => Value is not null && Coverage == 0;

    /// <inheritdoc />
    public override string ToString() => Words(ScoreDisplay.Default, null);

    internal string Words(ScoreDisplay display, HealthBands? bands) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name} {(Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{display.Round(value, bands):0.############} {Band}") : "unknown")}, {Math.Floor((Coverage + 1e-12) * 100):0} % known{(IsStale ? ", stale" : "")}");
}
