using System.Runtime.CompilerServices;
using CustomerSuccess.Signals;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Signals;

/// <summary>What writing signals, and reading measures of them, may leave on the heap.</summary>
public sealed class SignalLogAllocationTests
{
    private static readonly DateTimeOffset Start = At("2026-01-01");

    [Fact]
    public void Appending_in_order_allocates_at_most_160_bytes_a_signal_growth_included()
    {
        // Two columns of 8 bytes that grow by an eighth: each number is copied 9 times at most, from the first to the last.
        foreach (var count in (int[])[10_000, 40_000])
        {
            var signals = Signals(count, i => i);
            var log = new SignalLog(keepIds: false);

            Assert.InRange(Allocated(() => log.AppendAll(signals)) / (double)count, 16, 160);
        }
    }

    [Fact]
    public void Arriving_late_costs_in_proportion_to_what_arrives_and_not_to_what_is_there()
    {
        var (few, many) = (Late(10_000), Late(40_000));

        Assert.InRange(many / few, 3, 6);

        static double Late(int count)
        {
            var signals = Signals(count, i => -i);
            var log = new SignalLog(keepIds: false);
            return Allocated(() => log.AppendAll(signals));
        }
    }

    [Fact]
    public void Reading_any_measure_of_frozen_facts_allocates_nothing()
    {
        var log = new SignalLog();
        for (var i = 0; i < 500; i++)
        {
            log.Append(new("acme", "login", Start.AddHours(i)) { Value = i % 7, Actor = $"user {i % 90}", Product = "crm", Provenance = (Provenance)(i % 3) });
            log.Append(new("acme", "late", Start.AddHours(i)) { Value = i % 7, RecordedAt = Start.AddHours(i + (i % 50)) });
        }

        SignalMeasure[] all =
        [
            .. new[] { "login", "late", "none" }.SelectMany(s => (SignalMeasure[])
            [
                SignalMeasure.Count(s), SignalMeasure.Sum(s), SignalMeasure.Mean(s), SignalMeasure.Minimum(s), SignalMeasure.Maximum(s), SignalMeasure.DistinctActors(s),
                SignalMeasure.ActiveDays(s, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")), SignalMeasure.Latest(s), SignalMeasure.DaysSince(s), SignalMeasure.Slope(s),
            ]).Select(m => m.InLast(20)),
        ];
        all = [.. all, .. all.Select(m => m.ByCustomer()), .. all.Select(m => m.By("user 3").On("crm")), .. all.Select(m => m.InLast(1).AgainstSeason(SeasonCalendar.Declared("weeks", Start, Start.AddDays(7), Start.AddDays(14))))];
        var facts = log.Facts("acme", Start.AddHours(480)).Signals;
        SignalMeasure[] known = [.. all.Where(m => facts.Read(m).IsKnown)];

        Assert.True(known.Length > 60, $"{known.Length} of {all.Length} are known");
        Assert.All(known, m => Assert.Equal(0, Least(() => facts.Read(m))));
    }

    [Fact]
    public void An_unknown_costs_its_cause_and_the_facts_of_a_customer_some_hundred_bytes()
    {
        var log = new SignalLog();
        for (var i = 0; i < 5_000; i++)
        {
            log.Append(new("acme", "login", Start.AddHours(i)) { Actor = $"user {i % 40}" });
        }

        var none = SignalMeasure.Mean("none").InLast(7);
        var facts = log.Facts("acme", Start.AddDays(30)).Signals;

        Assert.InRange(Least(() => facts.Read(none)), 1, 200);
        // Views, not copies: no more for 5,000 signals than for one.
        Assert.InRange(Least(() => log.Facts("acme", Start.AddDays(30))), 1, 500);
    }

    private static Signal[] Signals(int count, Func<int, int> hour) => [.. Enumerable.Range(0, count).Select(i => new Signal("acme", "seats", Start.AddHours(hour(i))) { Value = i })];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    // The least of several runs: the runtime itself may allocate in one of them.
    private static long Least(Action action)
    {
        for (var i = 0; i < 40; i++)
        {
            action();
        }

        return Enumerable.Range(0, 10).Min(_ => Allocated(action));
    }
}
