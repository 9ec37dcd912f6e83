using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerSuccess;

/// <summary>
/// A range of numbers with stated ends, written as mathematicians do: <c>[50, 75)</c> holds 50 and not 75. An end may be
/// infinite. Never empty: the lower end lies below the upper one, or both are the same included number.
/// </summary>
public sealed record Interval
{
    private Interval(double lower, bool lowerIncluded, double upper, bool upperIncluded)
    {
        if (!HoldsANumber(lower, lowerIncluded, upper, upperIncluded))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The range from {lower} to {upper} holds no number. Put the smaller end first and include both ends of a single number."));
        }

        // Adding 0 turns −0 into 0: one range has one text.
        Lower = lower + 0d;
        Upper = upper + 0d;
        LowerIncluded = lowerIncluded && !double.IsInfinity(lower);
        UpperIncluded = upperIncluded && !double.IsInfinity(upper);
    }

    /// <summary>The lower end; negative infinity where there is none.</summary>
    public double Lower { get; }

    /// <summary>Whether the lower end belongs to the range.</summary>
    public bool LowerIncluded { get; }

    /// <summary>The upper end; positive infinity where there is none.</summary>
    public double Upper { get; }

    /// <summary>Whether the upper end belongs to the range.</summary>
    public bool UpperIncluded { get; }

    /// <summary>[lower, upper].</summary>
    public static Interval Closed(double lower, double upper) => new(lower, true, upper, true);

    /// <summary>[lower, upper).</summary>
    public static Interval ClosedOpen(double lower, double upper) => new(lower, true, upper, false);

    /// <summary>(lower, upper].</summary>
    public static Interval OpenClosed(double lower, double upper) => new(lower, false, upper, true);

    /// <summary>(lower, upper).</summary>
    public static Interval Open(double lower, double upper) => new(lower, false, upper, false);

    /// <summary>[number, ∞).</summary>
    public static Interval AtLeast(double number) => new(number, true, double.PositiveInfinity, false);

    /// <summary>(number, ∞).</summary>
    public static Interval MoreThan(double number) => new(number, false, double.PositiveInfinity, false);

    /// <summary>(−∞, number].</summary>
    public static Interval AtMost(double number) => new(double.NegativeInfinity, false, number, true);

    /// <summary>(−∞, number).</summary>
    public static Interval LessThan(double number) => new(double.NegativeInfinity, false, number, false);

    /// <summary>Reads <c>[0, 50)</c>, <c>(50, 75]</c>, <c>[75, inf)</c>, invariant culture.</summary>
    /// <exception cref="FormatException">The text is not such a range.</exception>
    public static Interval Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var interval)
            ? interval
            : throw new FormatException($"'{text}' is not a range. Write it as [0, 50) or (50, inf), the smaller end first.");
    }

    /// <summary>Reads a range as <see cref="Parse"/> does; false where the text is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Interval? interval)
    {
        interval = null;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length < 5 || trimmed[0] is not ('[' or '(') || trimmed[^1] is not (']' or ')'))
        {
            return false;
        }

        var comma = trimmed.IndexOf(',');
        if (comma < 0 || !TryEnd(trimmed[1..comma], out var lower) || !TryEnd(trimmed[(comma + 1)..^1], out var upper))
        {
            return false;
        }

        var (lowerIncluded, upperIncluded) = (trimmed[0] == '[', trimmed[^1] == ']');
        if (!HoldsANumber(lower, lowerIncluded, upper, upperIncluded))
        {
            return false;
        }

        interval = new Interval(lower, lowerIncluded, upper, upperIncluded);
        return true;
    }

    /// <summary><c>[0, 50)</c>, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(LowerIncluded ? '[' : '(')}{End(Lower)}, {End(Upper)}{(UpperIncluded ? ']' : ')')}");

    private static bool HoldsANumber(double lower, bool lowerIncluded, double upper, bool upperIncluded) =>
        lower < upper || (lower == upper && lowerIncluded && upperIncluded && double.IsFinite(lower));

    private static string End(double end) =>
        double.IsPositiveInfinity(end) ? "inf" : double.IsNegativeInfinity(end) ? "-inf" : end.ToString("R", CultureInfo.InvariantCulture);

    private static bool TryEnd(ReadOnlySpan<char> text, out double end)
    {
        text = text.Trim();
        if (text.Equals("inf", StringComparison.OrdinalIgnoreCase) || text.SequenceEqual("∞"))
        {
            end = double.PositiveInfinity;
            return true;
        }

        if (text.Equals("-inf", StringComparison.OrdinalIgnoreCase) || text.SequenceEqual("-∞"))
        {
            end = double.NegativeInfinity;
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out end) && double.IsFinite(end);
    }
}
