using System.Globalization;
using MathNet.Numerics.Distributions;

namespace CustomerSuccess.Proof;

/// <summary>
/// A share (or another probability) with the interval that the data leave open for it. Immutable. Numbers agree with R's
/// within 1e-9.
/// </summary>
public sealed record ProportionInterval
{
    private ProportionInterval(double estimate, double lower, double upper, double confidence, IntervalMethod method)
    {
        Estimate = estimate;
        // Rounding may put an end a bit past the estimate or the scale; the interval holds its estimate all the same.
        Lower = Math.Clamp(lower, 0, estimate);
        Upper = Math.Clamp(upper, estimate, 1);
        Confidence = confidence;
        Method = method;
    }

    /// <summary>The share that was seen, 0 to 1.</summary>
    public double Estimate { get; }

    /// <summary>The lower end, 0 to <see cref="Estimate"/>.</summary>
    public double Lower { get; }

    /// <summary>The upper end, <see cref="Estimate"/> to 1.</summary>
    public double Upper { get; }

    /// <summary>The confidence, above 0 and below 1.</summary>
    public double Confidence { get; }

    /// <summary>How it was computed.</summary>
    public IntervalMethod Method { get; }

    /// <summary>
    /// Wilson's score interval: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n), z = Φ⁻¹((1 + confidence)/2), without
    /// correction for continuity. It covers well from a handful of trials on.
    /// </summary>
    /// <param name="x">How many had the property, 0 to <paramref name="n"/>; need not be whole, where ties were shared out.</param>
    /// <param name="n">Out of how many; above 0, need not be whole.</param>
    /// <param name="confidence">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static ProportionInterval Wilson(double x, double n, double confidence = 0.95)
    {
        Check(x, n, confidence);
        var (p, z) = (x / n, Z(confidence));
        var (middle, half) = (p + (z * z / (2 * n)), z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n))));
        var whole = 1 + (z * z / n);
        return new(p, x == 0 ? 0 : (middle - half) / whole, x == n ? 1 : (middle + half) / whole, confidence, IntervalMethod.Wilson);
    }

    /// <summary>
    /// The equal-tailed interval of the posterior Beta(½ + x, ½ + n − x), which begins with the prior of Jeffreys; the lower
    /// end is 0 where x = 0 and the upper one 1 where x = n, as Brown, Cai and DasGupta (2001) recommend.
    /// </summary>
    /// <inheritdoc cref="Wilson" />
    public static ProportionInterval Jeffreys(double x, double n, double confidence = 0.95)
    {
        Check(x, n, confidence);
        var (a, b, tail) = (x + 0.5, n - x + 0.5, (1 - confidence) / 2);
        return new(
            x / n, x == 0 ? 0 : Beta.InvCDF(a, b, tail), x == n ? 1 : Beta.InvCDF(a, b, 1 - tail), confidence, IntervalMethod.Jeffreys);
    }

    /// <summary>
    /// The interval of Clopper and Pearson (1934), which never covers less than it says: the lower end is the tail quantile
    /// of Beta(x, n − x + 1), the upper one that of Beta(x + 1, n − x).
    /// </summary>
    /// <remarks>The promise of coverage is one for whole numbers.</remarks>
    /// <inheritdoc cref="Wilson" />
    public static ProportionInterval ClopperPearson(double x, double n, double confidence = 0.95)
    {
        Check(x, n, confidence);
        var tail = (1 - confidence) / 2;
        return new(
            x / n,
            x == 0 ? 0 : Beta.InvCDF(x, n - x + 1, tail),
            x == n ? 1 : Beta.InvCDF(x + 1, n - x, 1 - tail),
            confidence,
            IntervalMethod.ClopperPearson);
    }

    /// <summary>Whether a number lies in the interval, ends included.</summary>
    public bool Holds(double number) => number >= Lower && number <= Upper;

    /// <summary><c>0.834 (0.823 to 0.844)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Estimate:0.000} ({Lower:0.000} to {Upper:0.000})");

    /// <summary>An estimate with a variance: estimate ± z √variance, cut to 0 and 1.</summary>
    internal static ProportionInterval Normal(double estimate, double variance, double confidence)
    {
        var half = Z(confidence) * Math.Sqrt(variance);
        return new(estimate, estimate - half, estimate + half, confidence, IntervalMethod.DeLong);
    }

    /// <summary>The two-sided quantile of the normal distribution: 1.959963984540054 for 0.95.</summary>
    internal static double Z(double confidence) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + confidence) / 2);

    internal static double CheckedConfidence(double confidence) => confidence > 0 && (1 + confidence) / 2 < 1
        ? confidence
        : throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies above 0 and below 1, for instance 0.95.");

    private static void Check(double x, double n, double confidence)
    {
        if (!(n > 0) || double.IsInfinity(n))
        {
            throw new ArgumentOutOfRangeException(nameof(n), n, "A share is of more than 0 trials.");
        }

        if (!(x >= 0 && x <= n))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, string.Create(CultureInfo.InvariantCulture, $"A share of {n} trials is 0 to {n} of them."));
        }

        CheckedConfidence(confidence);
    }
}
