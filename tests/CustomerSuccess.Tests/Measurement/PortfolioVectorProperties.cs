using System.Globalization;
using CustomerSuccess.Measurement;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Measurement;

public sealed class PortfolioVectorProperties
{
    [Law]
    public void It_is_what_the_definition_says_by_brute_force(Seed seed)
    {
        var dice = seed.Dice();
        PortfolioEntry[] entries = [.. Entries(dice, seed.Size)];
        var vector = PortfolioVector.Of(entries);

        // Written from the definition, with decimals and in another order.
        decimal weight = 0, lower = 0, upper = 0, known = 0;
        var (active, priced) = (0, 0);
        foreach (var entry in entries.Reverse().Where(e => e.WasActive))
        {
            active++;
            if (entry.Revenue is not { } revenue)
            {
                continue;
            }

            priced++;
            known += revenue.Amount;
            if (entry.Vector is { } own)
            {
                weight += revenue.Amount;
                lower += revenue.Amount * 100 * ((entry.IsLost ? 0 : (decimal)own.Now.Lower) - (decimal)own.Before.Upper);
                upper += revenue.Amount * 100 * ((entry.IsLost ? 0 : (decimal)own.Now.Upper) - (decimal)own.Before.Lower);
            }
        }

        if (weight == 0)
        {
            Assert.Null(vector.Lower);
            Assert.NotNull(vector.Reason);
            return;
        }

        Assert.Equal((double)(lower / weight), vector.Lower!.Value, 9);
        Assert.Equal((double)(upper / weight), vector.Upper!.Value, 9);
        Assert.Equal((double)(weight / known * priced / active), vector.Coverage, 9);
        var expected = Expected((double)(lower / weight), (double)(upper / weight));
        Assert.Equal(expected, vector.Direction);
        var fell = weight / known * priced / active < .6m ? (bool?)null : upper / weight < -2 ? true : lower / weight >= -2 ? false : null;
        Assert.Equal(
            fell switch { true => PortfolioAlarmState.Alarm, false => PortfolioAlarmState.Quiet, _ => PortfolioAlarmState.CannotTell },
            PortfolioAlarm.Of(vector, 1, null, 1).State);
    }

    [Law]
    public void Its_lines_sum_to_it_and_it_lies_within_its_bounds(Seed seed)
    {
        var vector = PortfolioVector.Of(Entries(seed.Dice(), seed.Size));

        Assert.InRange(vector.Coverage, 0, 1);
        Assert.Equal(vector.Lower ?? 0, vector.Lines.Sum(l => l.Lower), 9);
        Assert.Equal(vector.Upper ?? 0, vector.Lines.Sum(l => l.Upper), 9);
        if (vector.Magnitude is { } magnitude)
        {
            Assert.InRange(magnitude, -100, 100);
            Assert.Equal(magnitude, vector.Lines.Sum(l => l.Contribution ?? 0), 9);
            Assert.Equal(magnitude, vector.Upper!.Value, 9);
        }
    }

    [Law(MaxTest = 2000)]
    public void The_order_changes_no_bit(Seed seed)
    {
        var dice = seed.Dice();
        PortfolioEntry[] entries = [.. Entries(dice, seed.Size)];
        var (one, other) = (PortfolioVector.Of(entries), PortfolioVector.Of(dice.Shuffled(entries)));

        Assert.Equal(one.Explain(), other.Explain());
        Assert.Equal((one.Magnitude, one.Lower, one.Upper, one.Coverage), (other.Magnitude, other.Lower, other.Upper, other.Coverage));
        Assert.Equal(one.Lines.Select(l => l.Lower), other.Lines.Select(l => l.Lower));
    }

    private static SuccessDirection Expected(double lower, double upper) =>
        lower > 2 + 1e-9 ? SuccessDirection.Forward
        : upper < -2 - 1e-9 ? SuccessDirection.Backward
        : lower >= -2 - 1e-9 && upper <= 2 + 1e-9 ? SuccessDirection.Stalled
        : SuccessDirection.CannotTell;

    private static IEnumerable<PortfolioEntry> Entries(Dice dice, int size)
    {
        for (var i = dice.Between(0, size); i > 0; i--)
        {
            var (before, now) = (Range(dice), Range(dice));
            Money? revenue = dice.OneIn(6) ? null : new(dice.Of(0m, 12.5m, 40_000m, 1_000_000m), "EUR");
            yield return new(i.ToString(CultureInfo.InvariantCulture), revenue, dice.OneIn(5) ? null : new SuccessVector(before, now))
            {
                WasActive = !dice.OneIn(6),
                IsLost = dice.OneIn(5),
            };
        }
    }

    private static ValueRange Range(Dice dice)
    {
        var (one, other) = (dice.Below(101) / 100d, dice.Below(101) / 100d);
        return dice.OneIn(3) ? new(Math.Min(one, other), Math.Max(one, other)) : ValueRange.Of(one);
    }
}
