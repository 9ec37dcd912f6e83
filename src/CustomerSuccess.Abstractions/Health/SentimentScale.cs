using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>The scale on which people rate, for instance 1 to 5, the best last. Immutable.</summary>
public sealed record SentimentScale
{
    /// <summary>Creates a scale.</summary>
    /// <param name="lowest">The worst rating.</param>
    /// <param name="highest">The best rating, above the worst.</param>
    /// <exception cref="ArgumentOutOfRangeException">The two are not finite, or not in this order.</exception>
    public SentimentScale(double lowest, double highest)
    {
        if (!double.IsFinite(lowest) || !double.IsFinite(highest) || !(highest > lowest) || Math.Max(Math.Abs(lowest), Math.Abs(highest)) > 1e9)
        {
            throw new ArgumentOutOfRangeException(nameof(highest), highest, "A scale runs from its worst rating to a larger best one, both within ±1,000,000,000: new SentimentScale(1, 5).");
        }

        (Lowest, Highest) = (lowest, highest);
    }

    /// <summary>The worst rating.</summary>
    public double Lowest { get; }

    /// <summary>The best rating.</summary>
    public double Highest { get; }

    /// <summary>Whether a rating lies on the scale, both ends included.</summary>
    public bool Holds(double rating) => rating >= Lowest && rating <= Highest;

    /// <summary><c>1 to 5</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Lowest} to {Highest}");
}
