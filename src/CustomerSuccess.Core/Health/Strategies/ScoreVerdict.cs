namespace CustomerSuccess.Health;

/// <summary>From a computed value to what stands on the score: value, level and band, after hysteresis and a manual override.</summary>
internal readonly struct ScoreVerdict
{
    public ScoreVerdict(double computed, HealthBands bands, HealthScoreContext context)
    {
        Override = context.Override is { } manual && manual.IsInForce(context.AsOf) ? manual : null;
        PreviousBand = context.PreviousBand is { } previous ? bands.Find(previous)?.Index ?? -1 : -1;
        var value = Override?.Value ?? computed;
        Value = double.IsNaN(value) ? null : value;
        Level = bands.LevelOf(value);
        Band = Override is null ? bands.BandOf(value, PreviousBand) : Level;
    }

    public double? Value { get; }

    public int Level { get; }

    public int Band { get; }

    public int PreviousBand { get; }

    public ManualOverride? Override { get; }
}
