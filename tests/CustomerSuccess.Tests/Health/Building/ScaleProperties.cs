using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Health.Building;

public sealed class ScaleProperties
{
    [Law]
    public void A_scorecard_written_on_another_scale_gives_the_same_scores(Seed seed)
    {
        var thrown = new Thrown(seed);
        var plain = PlanScale.Unlimited(thrown.Plan);
        var (minimum, maximum) = thrown.Dice.Of<(double, double)>((0, 10), (-100, 100), (-10, 10), (1, 5), (0, 1), (300, 850), (0, 100));
        var scaled = new PlanScale(minimum, maximum).Written(plain);
        var (one, other) = (thrown.Row.Score(plain.Build()), thrown.Row.Score(scaled.Build()));

        // Next to 0 a geometric mean is so steep that the last bits of a number decide.
        var reference = new Reference(plain, thrown.Row);
        var isSteep = !double.IsNaN(reference.Value + reference.Bounds.Lower) && reference.IsSteep;
        Near(one.Value, other.Value, "value");
        Near(one.Lower, other.Lower, "lower bound");
        Near(one.Upper, other.Upper, "upper bound");
        thrown.Near(one.Coverage, other.Coverage, "coverage");
        thrown.True(isSteep || one.BandIndex == other.BandIndex, () => $"band {one} and {other}");
        thrown.Near(other.Value ?? 0, other.Lines.Sum(l => l.Points), "lines");

        void Near(double? expected, double? actual, string what) => thrown.Near(expected ?? double.NaN, actual ?? double.NaN, what, isSteep ? 100 : 1e-6);
    }
}
