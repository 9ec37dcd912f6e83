using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// The value that a plan has delivered at an instant, from nothing (0) to all of it (1): Σ v·p over its milestones, with the
/// smallest and the largest progress where some of it is not known. Immutable; the default value is a known 0.
/// </summary>
public readonly record struct ValueRange
{
    private const double Tolerance = 1e-9;

    /// <summary>A value that lies within a range.</summary>
    /// <param name="lower">The smallest that it can be, 0 to 1. What lies beyond by at most 1e-9, from adding up, is taken as the end.</param>
    /// <param name="upper">The largest that it can be, 0 to 1, not below <paramref name="lower"/>.</param>
    /// <exception cref="ArgumentException">An end is NaN or not within 0 and 1, or the ends are in the wrong order.</exception>
    public ValueRange(double lower, double upper)
    {
        Check(lower, nameof(lower));
        Check(upper, nameof(upper));
        if (lower > upper + Tolerance)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A value of at least {lower} and at most {upper} is none. State the smaller end first."), nameof(lower));
        }

        Lower = Math.Clamp(lower, 0, 1) + 0.0;
        Upper = Math.Max(Lower, Math.Clamp(upper, 0, 1));
    }

    /// <summary>The smallest that the value can be, 0 to 1.</summary>
    public double Lower { get; }

    /// <summary>The largest that the value can be, 0 to 1.</summary>
    public double Upper { get; }

    /// <summary>Whether the value is known: both ends are equal.</summary>
    public bool IsKnown => Lower == Upper;

    /// <summary>Nothing is known of it: 0 to 1.</summary>
    public static ValueRange Unknown { get; } = new(0, 1);

    /// <summary>A value that is known, 0 to 1.</summary>
    /// <exception cref="ArgumentException">It is NaN or not within 0 and 1.</exception>
    public static ValueRange Of(double value) => new(value, value);

    /// <summary>In points of 100: <c>60</c>, or <c>between 15 and 32.5</c>.</summary>
    public override string ToString() => IsKnown ? Points(Lower) : $"between {Points(Lower)} and {Points(Upper)}";

    private static string Points(double value) => Math.Round(100 * (decimal)value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);

    private static void Check(double value, string name)
    {
        if (!(value >= -Tolerance && value <= 1 + Tolerance))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The value of a plan is a share from 0 to 1, not {value}. Write 60 % as 0.60, and ValueRange.Unknown where it is not known."), name);
        }
    }
}
