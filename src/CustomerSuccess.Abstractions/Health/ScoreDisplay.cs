using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>How scores are shown to people: the scale and the decimals. Values themselves stay on 0 to 100. Immutable.</summary>
public sealed class ScoreDisplay
{
    /// <summary>Creates a display.</summary>
    /// <param name="minimum">What 0 is shown as.</param>
    /// <param name="maximum">What 100 is shown as; more than <paramref name="minimum"/>.</param>
    /// <param name="decimals">The decimals shown, 0 to 6.</param>
    /// <exception cref="ArgumentException">The scale is empty, or the decimals are out of range.</exception>
    public ScoreDisplay(double minimum = 0, double maximum = 100, int decimals = 1)
    {
        if (!double.IsFinite(minimum) || !double.IsFinite(maximum) || !(maximum > minimum) || Math.Max(Math.Abs(minimum), Math.Abs(maximum)) > 1e9)
        {
            throw new ArgumentException("A display scale runs from a smaller to a larger number, both within ±1,000,000,000.", nameof(maximum));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 6);
        Minimum = minimum;
        Maximum = maximum;
        Decimals = decimals;
    }

    /// <summary>0 to 100 with one decimal.</summary>
    public static ScoreDisplay Default { get; } = new();

    /// <summary>What 0 is shown as.</summary>
    public double Minimum { get; }

    /// <summary>What 100 is shown as.</summary>
    public double Maximum { get; }

    /// <summary>The decimals shown.</summary>
    public int Decimals { get; }

    /// <summary>
    /// The number to show for a value: rounded half away from zero in decimal, and, where that would cross into another
    /// band, rounded toward the value's own band instead, with more decimals if the band is that narrow.
    /// </summary>
    public decimal Round(double value, HealthBands? bands = null)
    {
        var exact = OnScale(value);
        for (var decimals = Decimals; decimals < 12; decimals++)
        {
            var rounded = Math.Round(exact, decimals, MidpointRounding.AwayFromZero);
            if (Fits(rounded, value, bands))
            {
                return rounded;
            }

            rounded = rounded > exact
                ? Math.Round(exact, decimals, MidpointRounding.ToNegativeInfinity)
                : Math.Round(exact, decimals, MidpointRounding.ToPositiveInfinity);
            if (Fits(rounded, value, bands))
            {
                return rounded;
            }
        }

        return exact;
    }

    /// <summary>The text to show for a value, invariant culture.</summary>
    public string Show(double value, HealthBands? bands = null) => Text(Round(value, bands));

    /// <summary>A difference of values on the display scale, rounded.</summary>
    public decimal RoundDifference(double points) =>
        Math.Round((decimal)(points * ((Maximum - Minimum) / 100)), Decimals, MidpointRounding.AwayFromZero);

    /// <summary>A number with the decimals of this display, or more where it has more, invariant culture.</summary>
    public string Text(decimal number)
    {
        var least = number.ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return decimal.Parse(least, CultureInfo.InvariantCulture) == number ? least : number.ToString("0.############", CultureInfo.InvariantCulture);
    }

    internal decimal OnScale(double value) => Minimum == 0 && Maximum == 100
        ? (decimal)value
        : (decimal)Minimum + ((decimal)value * ((decimal)Maximum - (decimal)Minimum) / 100m);

    private bool Fits(decimal shown, double value, HealthBands? bands)
    {
        if (bands is null)
        {
            return true;
        }

        var back = (double)((shown - (decimal)Minimum) * 100m / ((decimal)Maximum - (decimal)Minimum));
        return bands.LevelOf(back) == bands.LevelOf(value);
    }
}
