namespace CustomerSuccess.Proof;

/// <summary>
/// Adjusts the probabilities of many tests, so that of those taken for real at most a stated share is expected to be chance (Benjamini and
/// Hochberg, Journal of the Royal Statistical Society B 57, 1995): q(i) = min over j ≥ i of p(j) · m ÷ j.
/// </summary>
internal static class FalseDiscoveries
{
    /// <param name="probabilities">The probabilities, in any order.</param>
    /// <returns>The adjusted ones, in that order, 0 to 1.</returns>
    public static double[] Adjusted(IReadOnlyList<double> probabilities)
    {
        var (adjusted, least) = (new double[probabilities.Count], 1d);
        var rank = probabilities.Count;
        foreach (var i in Enumerable.Range(0, probabilities.Count).OrderByDescending(i => probabilities[i]))
        {
            least = Math.Min(least, probabilities[i] * (probabilities.Count / (double)rank--));
            adjusted[i] = least;
        }

        return adjusted;
    }
}
