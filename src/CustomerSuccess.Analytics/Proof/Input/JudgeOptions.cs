using CustomerSuccess.Health;

namespace CustomerSuccess.Proof;

/// <summary>How a score is judged. Every property is checked where it is set. Immutable.</summary>
public sealed class JudgeOptions
{
    /// <summary>The longest horizon: a hundred years.</summary>
    public const int LongestHorizonDays = 36_525;

    private readonly int _horizonDays = 365;
    private readonly double _confidence = 0.95;
    private readonly HealthBands? _bands;

    /// <summary>
    /// How old a score may be at the decision: it counts up to exactly so many times 24 hours before it. 1 to
    /// <see cref="LongestHorizonDays"/>, 365 unless stated.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of that range.</exception>
    public int HorizonDays
    {
        get => _horizonDays;
        init => _horizonDays = value is >= 1 and <= LongestHorizonDays
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"A horizon is 1 to {LongestHorizonDays} days.");
    }

    /// <summary>
    /// Whether a high score means risk. Unless stated it means health: those who leave should have the low ones. For the
    /// bands a score of risk is turned round: 100 − score.
    /// </summary>
    public bool HighIsRisk { get; init; }

    /// <summary>The bands of the score: Red, Yellow from 50 and Green from 75 unless stated; at a cut-off those of the strategy that is judged.</summary>
    /// <exception cref="ArgumentNullException">The bands are null.</exception>
    public HealthBands Bands
    {
        get => _bands ?? UsualBands;
        init => _bands = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>How many customers the team can touch; null where that is not asked.</summary>
    public Capacity? Capacity { get; init; }

    /// <summary>The confidence of every interval: above 0 and below 1, 0.95 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is out of that range.</exception>
    public double Confidence
    {
        get => _confidence;
        init => _confidence = ProportionInterval.CheckedConfidence(value);
    }

    internal static JudgeOptions Default { get; } = new();

    /// <summary>The bands; null where none were stated.</summary>
    internal HealthBands? StatedBands => _bands;

    private static HealthBands UsualBands { get; } = HealthBands.RedYellowGreen(50, 75);

    /// <summary>The same over another horizon and, where none were stated, with these bands.</summary>
    internal JudgeOptions Over(int horizonDays, HealthBands? bands) => new()
    {
        HorizonDays = horizonDays,
        HighIsRisk = HighIsRisk,
        Bands = _bands ?? bands ?? UsualBands,
        Capacity = Capacity,
        Confidence = Confidence,
    };
}
