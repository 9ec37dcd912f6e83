using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Signals.Plans;

namespace CustomerSuccess.Tests.Signals;

public sealed class SignalMeasureProperties
{
    private static readonly string[] Words = ["a", "b", "a\"", "a\" by \"b", "a by b", "\\", "\\u0022", "ü", "a ", "login", "2026-01-01T00:00:00Z a", "a)", "😀", "cycles 2"];

    [Law]
    public void Different_measures_have_different_texts_and_equal_ones_the_same(Seed seed)
    {
        var dice = seed.Dice();
        var (one, other) = (Plan(dice), Plan(dice));
        if (dice.OneIn(2))
        {
            other = one with { Actor = dice.OneIn(2) ? dice.Of(Words) : one.Actor, Window = dice.OneIn(2) ? one.Window : TimeSpan.FromTicks(dice.Between(1, 3)) };
        }

        var same = Key(one) == Key(other);
        var (first, second) = (one.Build(), other.Build());

        Agreement.That(same == (first.Canonical == second.Canonical), () => $"{Key(one)} and {Key(other)} have the texts {first} and {second}. {seed}");
        Assert.Equal(same, first.Equals(second));
        Assert.True(!same || first.GetHashCode() == second.GetHashCode());
    }

    private static NaiveMeasure Plan(Dice dice)
    {
        var season = dice.OneIn(2);
        var cycles = season && dice.OneIn(2) ? Enumerable.Range(0, dice.Between(2, 3)).Select(i => new DateTimeOffset(2025 + i, 1, 1, 0, 0, 0, TimeSpan.Zero)).ToArray() : null;
        return new(dice.Of(SignalAggregation.Count, SignalAggregation.ActiveDays, SignalAggregation.Mean), dice.Of(Words))
        {
            Window = dice.OneIn(2) ? null : TimeSpan.FromTicks(dice.Between(1, 3)),
            Actor = dice.OneIn(2) ? null : dice.Of(Words),
            Product = dice.OneIn(2) ? null : dice.Of(Words),
            Causes = dice.OneIn(2) ? null : [.. Enum.GetValues<Provenance>().Where(_ => dice.OneIn(2)).DefaultIfEmpty(Provenance.Vendor)],
            Tree = dice.OneIn(2),
            Zone = dice.Of(Zones.Days).Zone,
            IsSeason = season,
            IsRatio = season && dice.OneIn(2),
            Cycles = cycles,
        };
    }

    // All that the reference knows of a measure, each part on a line of its own.
    private static string Key(NaiveMeasure m) => string.Join('\n', m.Aggregation, m.Signal, m.Window?.Ticks, m.Actor is null, m.Actor, m.Product is null, m.Product, m.Tree,
        m.Causes is null or { Length: 3 } ? "all" : string.Join(',', m.Causes.Order()),
        m.Aggregation == SignalAggregation.ActiveDays || (m.IsSeason && m.Cycles is null) ? m.Zone.Id : "",
        m.IsSeason, m.IsRatio, m.Cycles is null ? "" : string.Join(',', m.Cycles));
}
