namespace CustomerSuccess;

/// <summary>
/// The smallest and largest weighted mean of which some values and some weights are not known. The values that are not known are
/// set to the end that is asked for; of the weights, those whose value lies beyond the mean so far are set to their largest,
/// the farthest first, the others to 0: a mean is a linear-fractional function of each weight, so it is extreme at an end.
/// </summary>
internal static class MeanBounds
{
    /// <param name="parts">The value with its two ends, and the weight; a null weight is not known.</param>
    /// <param name="largestWeight">The largest that an unknown weight can be; infinity for any.</param>
    /// <returns>Both ends; null where no weight can be above 0.</returns>
    public static (double Lower, double Upper)? Of(IReadOnlyList<(double Low, double High, double? Weight)> parts, double largestWeight) =>
        Extreme(parts, largestWeight, p => p.Low, 1) is { } lower && Extreme(parts, largestWeight, p => p.High, -1) is { } upper ? (lower, upper) : null;

    private static double? Extreme(IReadOnlyList<(double Low, double High, double? Weight)> parts, double largest, Func<(double Low, double High, double? Weight), double> end, int sign)
    {
        var (sum, weight) = (0d, 0d);
        foreach (var part in parts.Where(p => p.Weight is not null))
        {
            sum += part.Weight!.Value * end(part);
            weight += part.Weight.Value;
        }

        foreach (var value in parts.Where(p => p.Weight is null).Select(end).OrderBy(v => sign * v))
        {
            if (weight > 0 && !(sign * value < sign * (sum / weight)))
            {
                break;
            }

            (sum, weight) = double.IsInfinity(largest) ? (value, 1) : (sum + (largest * value), weight + largest);
        }

        return weight > 0 ? sum / weight : null;
    }
}
