using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Signals.Plans;

namespace CustomerSuccess.Tests.Signals;

public sealed class WindowProperties
{
    [Law]
    public void A_window_is_what_going_through_all_signals_gives(Seed seed)
    {
        var plan = new LogPlan(seed).WithGaps();
        var (log, reader) = (plan.Log(), new NaiveReader(plan.Signals, plan.Coverage));
        for (var i = 0; i < 8; i++)
        {
            var (measure, (asOf, knownAt), customer) = (plan.Measure(), plan.When(), plan.Dice.Of(LogPlan.Customers));
            // Nothing is known of what a signal that was never stated covers but that it is complete.
            var naive = measure.Signal == "none" ? new NaiveReader(plan.Signals, SignalCoverage.Complete) : reader;
            var expected = naive.Read(measure, [customer], asOf, knownAt, reader.Since(customer, asOf, knownAt));

            Agreement.Same(plan, measure, $"of {customer} as of {asOf:O}, known at {knownAt:O}", expected, log.Facts(customer, asOf, knownAt).Signals.Read(measure.Build()));
        }
    }

    [Law]
    public void The_order_of_arrival_changes_no_bit(Seed seed)
    {
        var plan = new LogPlan(seed);
        var (log, other) = (plan.Log(), new SignalLog());
        foreach (var signal in plan.Dice.Shuffled(plan.Signals))
        {
            other.Append(signal);
            if (plan.Dice.OneIn(8))
            {
                // Looking in between merges what came late so far.
                _ = other.Facts(signal.CustomerId, plan.Anchor).Signals.Signals;
            }
        }

        for (var i = 0; i < 4; i++)
        {
            var (measure, (asOf, knownAt), customer) = (plan.Measure().Build(), plan.When(), plan.Dice.Of(LogPlan.Customers));
            var (one, two) = (log.Facts(customer, asOf, knownAt).Signals, other.Facts(customer, asOf, knownAt).Signals);

            Agreement.SameBits(plan, measure, one.Read(measure), two.Read(measure));
            Assert.Equal(one.Signals, two.Signals);
        }
    }

    [Law]
    public void What_is_recorded_after_known_at_or_happens_after_as_of_changes_nothing(Seed seed)
    {
        var plan = new LogPlan(seed);
        var (asOf, knownAt) = plan.When();
        var (full, cut) = (plan.Log(), plan.Log(plan.Signals.Where(s => s.OccurredAt <= asOf && s.RecordedAt <= knownAt)));
        foreach (var customer in LogPlan.Customers)
        {
            var measure = plan.Measure().Build();
            var (one, two) = (full.Facts(customer, asOf, knownAt).Signals, cut.Facts(customer, asOf, knownAt).Signals);

            Agreement.SameBits(plan, measure, one.Read(measure), two.Read(measure));
            Assert.Equal(one.Signals, two.Signals);
            Assert.Equal(one.ReadBy(measure, Grain.User).Select(r => r.ToString()), two.ReadBy(measure, Grain.User).Select(r => r.ToString()));
        }
    }

    [Law]
    public void As_of_then_the_full_history_says_what_the_history_up_to_then_said(Seed seed)
    {
        var plan = new LogPlan(seed);
        var log = new SignalLog();
        var measures = Enumerable.Range(0, 3).Select(_ => plan.Measure().Build()).ToArray();
        var said = new List<(string Customer, DateTimeOffset At, Reading<double>[] Readings)>();
        var arrival = plan.Signals.Select(s => (At: s.RecordedAt > s.OccurredAt ? s.RecordedAt : s.OccurredAt, Signal: s)).OrderBy(a => a.At).ToArray();
        for (var i = 0; i < arrival.Length; i++)
        {
            log.Append(arrival[i].Signal);
            var last = i + 1 == arrival.Length || arrival[i + 1].At > arrival[i].At;
            if (last && plan.Dice.OneIn(3))
            {
                var (customer, at) = (plan.Dice.Of(LogPlan.Customers), arrival[i].At);
                said.Add((customer, at, [.. measures.Select(m => log.Facts(customer, at).Signals.Read(m))]));
            }
        }

        foreach (var (customer, at, readings) in said)
        {
            var facts = log.Facts(customer, at).Signals;
            for (var m = 0; m < measures.Length; m++)
            {
                Agreement.SameBits(plan, $"{measures[m]} of {customer} as of {at:O}", readings[m], facts.Read(measures[m]));
            }
        }
    }
}
