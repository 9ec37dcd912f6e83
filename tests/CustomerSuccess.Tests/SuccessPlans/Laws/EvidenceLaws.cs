using CustomerSuccess.Composition;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Laws;

/// <summary>Evidence of expressions, followed from one instant at which it may change to the next, against asking at every instant at which anything could.</summary>
[Requirement("PLN-3")]
public sealed class EvidenceLaws
{
    private static readonly Language<CustomerFacts> Words = CustomerExpressions.Declare().Signal("a").Signal("b").Build();

    private static readonly string[] Conditions =
    [
        "signals.a.count(days(3)) >= 2",
        "signals.a.sum(days(5)) > 4.0 && signals.b.count(days(2)) == 0",
        "signals.a.avg(days(4)) >= 2.0",
        "signals.b.age() > days(6)",
        "orElse(signals.a.latest(), 0.0) < 2.0 || signals.b.count(days(1)) > 1",
        "!(signals.a.count(days(2)) > signals.b.count(days(7)))",
    ];

    [Fact]
    public void Latched_is_the_first_instant_at_which_it_held_and_held_the_start_of_the_present_run()
    {
        var (reached, broken, unknown) = (0, 0, 0);
        for (var seed = 0; seed < 180; seed++)
        {
            var random = new Random(seed);
            var (log, end) = (Signals(random), Start.AddTicks(random.NextInt64(40 * TimeSpan.TicksPerDay)));
            var facts = log.Facts("acme", end, random.Next(3) == 0 ? end.AddDays(random.Next(20)) : null);
            var condition = Words.Condition(Conditions[seed % Conditions.Length]);
            var expected = Brute(condition, facts);
            foreach (var mode in Enum.GetValues<EvidenceMode>())
            {
                var state = Plan(new Milestone { Id = "m", DueDay = 40, Evidence = condition, Mode = mode }).At(facts, []).Milestone("m");
                Assert.Equal(mode == EvidenceMode.Latched ? expected.First : expected.Since, state.ReachedAt);
                Assert.Equal(state.ReachedAt is null && expected.IsUnknown, !state.Reached.IsKnown);
            }

            reached += expected.Since is not null ? 1 : 0;
            broken += expected.First is not null && expected.Since != expected.First ? 1 : 0;
            unknown += expected.IsUnknown ? 1 : 0;
        }

        Assert.All([reached, broken, unknown], count => Assert.InRange(count, 15, int.MaxValue));
    }

    private static SignalLog Signals(Random random)
    {
        var log = new SignalLog();
        foreach (var name in (string[])["a", "b"])
        {
            for (var i = random.Next(25); i > 0; i--)
            {
                // Some on the same instants, some before the start, some known late.
                var at = Start.AddHours(random.Next(-100, 900));
                log.Append(new Signal("acme", name, at) { Value = random.Next(5), RecordedAt = random.Next(4) == 0 ? at.AddDays(random.Next(10)) : at });
            }

            if (random.Next(3) == 0)
            {
                log.Covers(name, new() { Through = Start.AddDays(random.Next(40)) });
            }
        }

        return log;
    }

    // Whatever is said of when it changes: every instant at which a signal comes in or goes out of a window, and the ticks around it.
    private static (DateTimeOffset? First, DateTimeOffset? Since, bool IsUnknown) Brute(ConditionExpression<CustomerFacts> condition, CustomerFacts facts)
    {
        var instants = new SortedSet<DateTimeOffset> { Start, facts.AsOf };
        for (var hour = -100; hour <= 900; hour++)
        {
            foreach (var days in (int[])[0, 1, 2, 3, 4, 5, 6, 7])
            {
                foreach (var tick in (int[])[0, 1])
                {
                    instants.Add(Start.AddHours(hour).AddDays(days).AddTicks(tick));
                }
            }
        }

        (DateTimeOffset? first, DateTimeOffset? since, var known) = (null, null, true);
        foreach (var at in instants.Where(i => i >= Start && i <= facts.AsOf))
        {
            var holds = condition.Holds(facts.RewoundTo(at));
            known = holds.IsKnown;
            since = holds is { IsKnown: true, Value: false } ? null : holds.IsKnown ? since ?? at : since;
            first ??= since;
        }

        return (first, since, !known);
    }
}
