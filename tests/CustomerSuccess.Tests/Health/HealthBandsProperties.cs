using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health;

public sealed class HealthBandsProperties
{
    [Law]
    public void A_sequence_of_bands_is_what_one_Schmitt_trigger_per_edge_makes_of_it(Seed seed)
    {
        var dice = seed.Dice();
        var bands = Bands(dice, seed.Size);
        bool[]? on = null;
        var previous = -1;
        for (var i = 0; i < 20; i++)
        {
            var value = Value(dice, bands);
            on = [.. bands.Bands.Skip(1).Select((b, k) => on is null ? IsAbove(value, b.Lower, 0) : on[k] ? IsAbove(value, b.Lower, -bands.Hysteresis) : IsAbove(value, b.Lower, bands.Hysteresis))];
            var band = bands.BandOf(value, previous);

            Claim.Holds(band == on.Count(x => x), $"{value:R} after {previous}: {band}, not {on.Count(x => x)}, of {Text(bands)}");
            previous = band;
        }

        // Near the ends of the scale the hysteresis is cut, so that every band can be entered and left.
        bool IsAbove(double value, double edge, double h)
        {
            var top = bands.Convention == EdgeConvention.LowerIncluded ? 100 : 100 - 1e-6;
            var at = h > 0 ? Math.Min(edge + h, Math.Max(top, edge)) : h < 0 ? Math.Max(edge + h, Math.Min(1e-6, edge)) : edge;
            return bands.Convention == EdgeConvention.LowerIncluded ? value >= at - 1e-9 : value > at + 1e-9;
        }
    }

    [Law]
    public void The_best_value_enters_the_best_band_and_the_worst_the_worst_from_wherever(Seed seed)
    {
        var dice = seed.Dice();
        var bands = Bands(dice, seed.Size);
        var previous = dice.Below(bands.Bands.Count);

        Assert.True(bands.BandOf(100, previous) == bands.Bands.Count - 1, Text(bands));
        Assert.True(bands.BandOf(0, previous) == 0, Text(bands));
    }

    [Law]
    public void A_band_stays_what_it_became_and_lies_between_the_one_before_and_the_level(Seed seed)
    {
        var dice = seed.Dice();
        var bands = Bands(dice, seed.Size);
        var (value, previous) = (Value(dice, bands), dice.Below(bands.Bands.Count));
        var (level, band) = (bands.LevelOf(value), bands.BandOf(value, previous));

        Claim.Holds(bands.BandOf(value, band) == band, $"{value:R} after {previous} in {Text(bands)}");
        Assert.InRange(band, Math.Min(level, previous), Math.Max(level, previous));
        Assert.Equal(level, bands.BandOf(value, -1));
    }

    [Law]
    public void The_values_that_the_engine_sets_lie_just_inside_their_band(Seed seed)
    {
        var dice = seed.Dice();
        var bands = Bands(dice, seed.Size);
        foreach (var band in bands.Bands)
        {
            Claim.Holds(bands.LevelOf(bands.Lowest(band.Index)) == band.Index, $"lowest of {band} in {Text(bands)}");
            Claim.Holds(bands.LevelOf(bands.Highest(band.Index)) == band.Index, $"highest of {band} in {Text(bands)}");
        }
    }

    internal static HealthBands Bands(Dice dice, int size)
    {
        var count = dice.Between(1, 1 + size);
        var included = dice.OneIn(2);
        var edges = Enumerable.Range(0, 60).Select(_ => dice.Below(5) switch
        {
            0 => included ? 100 : 0,
            1 => dice.Between(0d, 100d),
            2 => dice.Of(0.001, 99.999, 50.01, 50.02),
            _ => dice.Between(1, 99),
        }).Distinct().Take(count - 1).Order().ToArray();
        return new HealthBands(
            [.. Enumerable.Range(0, edges.Length + 1).Select(i => $"band {i}")],
            edges,
            included ? EdgeConvention.LowerIncluded : EdgeConvention.LowerExcluded,
            dice.Of(2, 0, 0.25, dice.Between(0d, 60d)));
    }

    internal static double Value(Dice dice, HealthBands bands)
    {
        if (bands.Bands.Count == 1 || dice.OneIn(3))
        {
            return dice.Between(0d, 100d);
        }

        var edge = bands.Bands[dice.Between(1, bands.Bands.Count - 1)].Lower + dice.Of(0, 0, bands.Hysteresis, -bands.Hysteresis);
        return Math.Clamp(edge + dice.Of(0, 1e-9, -1e-9, 2e-9, -2e-9, 1e-6, -1e-6, 1e-12, -1e-12, 0.04, -0.06), 0, 100);
    }

    private static string Text(HealthBands bands) =>
        FormattableString.Invariant($"{string.Join(", ", bands.Bands.Select(b => b.Lower))}, {bands.Convention}, hysteresis {bands.Hysteresis}");
}
