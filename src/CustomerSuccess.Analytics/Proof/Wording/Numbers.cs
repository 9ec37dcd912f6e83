using System.Globalization;

namespace CustomerSuccess.Proof;

/// <summary>How figures are written for people. Invariant culture.</summary>
internal static class Numbers
{
    private const int MostDecimals = 6;

    /// <summary><c>1,869</c>, or <c>704.3</c> where it is not whole.</summary>
    public static string Count(double count) => Text(count, "#,0.#");

    /// <summary><c>26.5 %</c>.</summary>
    public static string Percent(double share) => Text(share * 100, "0.0") + " %";

    /// <summary><c>2.7</c>.</summary>
    public static string Times(double factor) => Text(factor, "0.0");

    /// <summary><c>0.834</c>.</summary>
    public static string Figure(double figure) => Text(figure, "0.000");

    /// <summary><c>95 %</c>, with decimals only where there are some.</summary>
    public static string Confidence(double confidence) => Text(confidence * 100, "0.##########") + " %";

    /// <summary><c>12 outcomes</c>, <c>1 outcome</c>.</summary>
    public static string Of(double count, string one, string? several = null) => $"{Count(count)} {(count == 1 ? one : several ?? one + "s")}";

    public static string PercentRange(ProportionInterval interval) => $"{Percent(interval.Lower)} to {Percent(interval.Upper)}";

    /// <summary>
    /// An AUC as pairs of a hundred: the estimate and both ends, with as many decimals as it takes for none of them to look
    /// like chance, none or all without being it.
    /// </summary>
    public static (string Estimate, string Lower, string Upper) OfAHundred(ProportionInterval interval) => Auc(interval, 100, 0);

    /// <summary>An AUC as a figure, and its interval, with three decimals or as many more as that takes.</summary>
    public static (string Estimate, string Range) OfOne(ProportionInterval interval)
    {
        var (estimate, lower, upper) = Auc(interval, 1, 3);
        return (estimate, $"{lower} to {upper}");
    }

    private static (string Estimate, string Lower, string Upper) Auc(ProportionInterval interval, double whole, int fewest)
    {
        double[] all = [interval.Estimate * whole, interval.Lower * whole, interval.Upper * whole];
        var decimals = fewest;
        while (decimals < MostDecimals && all.Any(n => Misleads(n, whole, decimals)))
        {
            decimals++;
        }

        var format = "0." + new string('0', decimals);
        return (Text(all[0], format), Text(all[1], format), Text(all[2], format));
    }

    private static bool Misleads(double number, double whole, int decimals)
    {
        var shown = Math.Round(number, decimals, MidpointRounding.AwayFromZero);
        return number != shown && (shown == 0 || shown == whole / 2 || shown == whole);
    }

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
