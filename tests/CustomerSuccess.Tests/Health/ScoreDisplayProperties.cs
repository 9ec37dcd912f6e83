using System.Globalization;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health;

public sealed class ScoreDisplayProperties
{
    [Law]
    public void What_is_shown_never_lies_in_another_band_than_the_value(Seed seed)
    {
        var dice = seed.Dice();
        var (bands, display) = (HealthBandsProperties.Bands(dice, seed.Size), Display(dice));
        for (var i = 0; i < 5; i++)
        {
            var value = Value(dice, bands);
            var shown = display.Show(value, bands);
            var back = Back(display, shown);

            Assert.True(
                bands.LevelOf(back) == bands.LevelOf(value),
                FormattableString.Invariant($"{value:R} of band {bands.LevelOf(value)} shows {shown}, of band {bands.LevelOf(back)}; edges {string.Join(", ", bands.Bands.Select(b => b.Lower))}, {bands.Convention}, {display.Minimum} to {display.Maximum}, {display.Decimals} decimals"));
        }
    }

    [Law]
    public void What_is_shown_is_the_decimal_rounded_half_away_from_zero_unless_an_edge_forbids(Seed seed)
    {
        var dice = seed.Dice();
        var (bands, display) = (HealthBandsProperties.Bands(dice, seed.Size), Display(dice));
        var value = Value(dice, bands);
        var unit = 1d / Math.Pow(10, display.Decimals);
        var scaled = display.Minimum + (value * (display.Maximum - display.Minimum) / 100);
        var shown = double.Parse(display.Show(value, bands), CultureInfo.InvariantCulture);
        var free = double.Parse(display.Show(value), CultureInfo.InvariantCulture);

        Claim.Holds(Math.Abs(free - scaled) <= (unit / 2) + 1e-9, $"{value:R} shows {free}");
        Claim.Holds(Math.Abs(shown - scaled) <= unit + 1e-9, $"{value:R} shows {shown}");
        Claim.Holds(shown == free || bands.LevelOf(Back(display, display.Show(value))) != bands.LevelOf(value), $"{value:R} shows {shown}, not {free}");
    }

    private static double Back(ScoreDisplay display, string shown) =>
        (double)((decimal.Parse(shown, CultureInfo.InvariantCulture) - (decimal)display.Minimum) * 100m / ((decimal)display.Maximum - (decimal)display.Minimum));

    private static ScoreDisplay Display(Dice dice) => dice.Below(6) switch
    {
        0 => new ScoreDisplay(0, 10, dice.Below(4)),
        1 => new ScoreDisplay(1, 5, dice.Below(3)),
        2 => new ScoreDisplay(-100, 100, 0),
        3 => new ScoreDisplay(0, 100, dice.Below(7)),
        4 => new ScoreDisplay(0, 1, 2),
        _ => ScoreDisplay.Default,
    };

    private static double Value(Dice dice, HealthBands bands)
    {
        var value = HealthBandsProperties.Value(dice, bands);
        return dice.Below(4) switch
        {
            0 => Math.Min(100, Math.BitIncrement(value)),
            1 => Math.Max(0, Math.BitDecrement(value)),
            _ => value,
        };
    }
}
