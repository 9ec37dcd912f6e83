namespace CustomerSuccess.SuccessPlans;

/// <summary>Over which time success is compared, and what counts as movement. Immutable.</summary>
public sealed record SuccessVectorOptions
{
    private readonly TimeSpan _window = TimeSpan.FromDays(90);
    private readonly double _cut = 2;
    private readonly double _minimumCoverage = 0.6;

    /// <summary>How far back the value is compared with, above 0, at most 10,000 days; 90 days unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public TimeSpan Window
    {
        get => _window;
        init => _window = value > TimeSpan.Zero && value <= TimeSpan.FromDays(10_000)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Success is compared over a time above 0, at most 10,000 days.");
    }

    /// <summary>The points that count as no movement, 0 (included) to 100 (excluded); 2 unless stated. The edges themselves count as stalled, with a tolerance of 1e-9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public double Cut
    {
        get => _cut;
        init => _cut = value is >= 0 and < 100
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A movement is told from noise by a cut of 0 points or more, below 100.");
    }

    /// <summary>The coverage from which a portfolio can raise an alarm, above 0 up to 1; 0.6 unless stated. The edge is enough, with a tolerance of 1e-9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public double MinimumCoverage
    {
        get => _minimumCoverage;
        init => _minimumCoverage = value is > 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Coverage is a share above 0 and up to 1. Write 60 % as 0.60.");
    }
}
