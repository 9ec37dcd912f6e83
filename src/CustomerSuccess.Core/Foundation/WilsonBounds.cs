namespace CustomerSuccess;

/// <summary>
/// Wilson's score interval of a share, 95 %, without correction for continuity: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n), z = 1.96.
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
/// </summary>
internal static class WilsonBounds
{
    private const double Z = 1.959963984540054;

    /// <summary>The bounds, 0 to 1; 0 and 1 where there were none.</summary>
    /// <param name="count">How many had the property, 0 to <paramref name="of"/>.</param>
    /// <param name="of">Out of how many, 0 or more.</param>
    public static (double Lower, double Upper) Of(int count, int of)
    {
        if (of == 0)
        {
            return (0, 1);
        }

        double n = of;
        var p = count / n;
        var middle = p + (Z * Z / (2 * n));
        var half = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        var whole = 1 + (Z * Z / n);
        return (count == 0 ? 0 : Math.Max(0, (middle - half) / whole), count == of ? 1 : Math.Min(1, (middle + half) / whole));
    }
}
