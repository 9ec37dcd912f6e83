namespace CustomerSuccess.Proof;

/// <summary>A point in the past at which a strategy is tried on what was known then. Every property is checked where it is set. Immutable.</summary>
public sealed class CutOffOptions
{
    private readonly DateTimeOffset _at;
    private readonly DateTimeOffset _outcomesKnownAt;
    private readonly TimeSpan _horizon = TimeSpan.FromDays(180);
    private readonly RiskSet _riskSet;
    private readonly JudgeOptions _judge = new();

    /// <summary>The cut-off, UTC: the strategy sees what had happened and was recorded by then, and nothing else.</summary>
    public required DateTimeOffset At { get => _at; init => _at = value.ToUniversalTime(); }

    /// <summary>The instant at which the outcomes are known, UTC: not before the horizon's end.</summary>
    public required DateTimeOffset OutcomesKnownAt { get => _outcomesKnownAt; init => _outcomesKnownAt = value.ToUniversalTime(); }

    /// <summary>
    /// How far ahead decisions count: those after the day (UTC) of the cut-off, up to and with the cut-off plus this. Whole
    /// days, 1 to 36,525; 180 unless stated.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of that range or not whole days.</exception>
    public TimeSpan Horizon
    {
        get => _horizon;
        init => _horizon = value >= TimeSpan.FromDays(1) && value <= TimeSpan.FromDays(JudgeOptions.LongestHorizonDays) && value.Ticks % TimeSpan.TicksPerDay == 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"A horizon is 1 to {JudgeOptions.LongestHorizonDays} whole days.");
    }

    /// <summary>Whose outcomes count: of customers whose decision falls in the horizon, unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such set.</exception>
    public RiskSet RiskSet
    {
        get => _riskSet;
        init => _riskSet = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "There is no such risk set.");
    }

    /// <summary>Whether an involuntary loss counts as one. Unless stated such customers are left out: no score of health foresees a failed payment.</summary>
    public bool CountInvoluntaryLoss { get; init; }

    /// <summary>
    /// Whether a customer who gives up some subscriptions and keeps others has left. Unless stated it has stayed: a customer
    /// leaves once nothing remains.
    /// </summary>
    public bool CountPartialLoss { get; init; }

    /// <summary>Bands, capacity and confidence of the judgement. The horizon is that of the cut-off; bands that are not stated are those of the strategy that is judged.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public JudgeOptions Judge { get => _judge; init => _judge = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>The last instant whose decisions count.</summary>
    internal DateTimeOffset End => At + Horizon;

    /// <summary>
    /// The first instant whose decisions count: midnight (UTC) after the cut-off. What was decided on its own day may have been
    /// decided before it, for dates are often days and no instants.
    /// </summary>
    internal DateTimeOffset FirstDay => new(At.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
}
