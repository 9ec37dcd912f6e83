namespace CustomerSuccess.Proof;

/// <summary>A point in the past at which a strategy is tried on what was known then. Every property is checked where it is set. Immutable.</summary>
public sealed class CutOffOptions
{
    private readonly TimeSpan _horizon = TimeSpan.FromDays(180);
    private readonly JudgeOptions _judge = new();

    /// <summary>The cut-off: the strategy sees what had happened and was recorded by then, and nothing else.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The instant at which the outcomes are known: not before the horizon's end.</summary>
    public required DateTimeOffset OutcomesKnownAt { get; init; }

    /// <summary>How far ahead decisions count: those after the cut-off, up to and with the cut-off plus this. Whole days, 1 to 36,525; 180 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of that range or not whole days.</exception>
    public TimeSpan Horizon
    {
        get => _horizon;
        init => _horizon = value >= TimeSpan.FromDays(1) && value <= TimeSpan.FromDays(JudgeOptions.LongestHorizonDays) && value.Ticks % TimeSpan.TicksPerDay == 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"A horizon is 1 to {JudgeOptions.LongestHorizonDays} whole days.");
    }

    /// <summary>Whose outcomes count: of customers whose decision falls in the horizon, unless stated.</summary>
    public RiskSet RiskSet { get; init; }

    /// <summary>Whether an involuntary loss counts as one. Unless stated such customers are left out: no score of health foresees a failed payment.</summary>
    public bool CountInvoluntaryLoss { get; init; }

    /// <summary>Bands, capacity and confidence of the judgement; its horizon is that of the cut-off.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public JudgeOptions Judge { get => _judge; init => _judge = value ?? throw new ArgumentNullException(nameof(value)); }

    internal DateTimeOffset End => At + Horizon;

    internal JudgeOptions JudgeWithHorizon() => new()
    {
        HorizonDays = (int)Horizon.TotalDays,
        HighIsRisk = Judge.HighIsRisk,
        Bands = Judge.Bands,
        Capacity = Judge.Capacity,
        Confidence = Judge.Confidence,
    };
}
