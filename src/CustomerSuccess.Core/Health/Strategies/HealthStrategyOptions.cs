namespace CustomerSuccess.Health;

/// <summary>
/// How the engine completes what a strategy states. A scorecard and a composite bring their own bands and their own
/// configuration: these options do not concern them. Immutable.
/// </summary>
public sealed class HealthStrategyOptions
{
    private readonly HealthBands _bands = HealthBands.RedYellowGreen(50, 75);
    private readonly ScoreDisplay _display = ScoreDisplay.Default;

    /// <summary>The bands: Red, Yellow from 50 and Green from 75 unless stated.</summary>
    public HealthBands Bands
    {
        get => _bands;
        init => _bands = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>How scores are shown: 0 to 100 with one decimal unless stated.</summary>
    public ScoreDisplay Display
    {
        get => _display;
        init => _display = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>
    /// The version of what the strategy computes; raise it whenever any result may change. Overrides what
    /// <see cref="IVersionedHealthStrategy"/> declares. Null where none is declared: scores then say that they are not reproducible.
    /// </summary>
    public string? Version { get; init; }
}
