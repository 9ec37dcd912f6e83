using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Benchmarks.Plans;

/// <summary>What is measured of plans, and what it is measured against.</summary>
internal sealed class PlanContestants
{
    public const int OneByOne = 100;

    private readonly SuccessPlan _plan = PlanWorkload.Plan();
    private readonly CustomerFacts _facts = new("acme", PlanWorkload.AsOf);
    private readonly PlanEvent[] _events;
    private readonly PlanEvent[] _sorted = new PlanEvent[PlanWorkload.Events];
    private PlanTracker? _tracker;

    public PlanContestants() => _events = PlanWorkload.EventsOf(_plan, 7);

    public int Sink { get; private set; }

    /// <summary>The state with all ledgers, from nothing.</summary>
    public void State() => Sink += Delays(_plan.At(_facts, _events));

    /// <summary>Sorting the same events.</summary>
    public void Sort()
    {
        _events.CopyTo(_sorted, 0);
        Array.Sort(_sorted, static (one, other) => one.OccurredAt.CompareTo(other.OccurredAt) is var order and not 0 ? order : string.CompareOrdinal(one.Id, other.Id));
    }

    /// <summary>Follows all events but the last hundred.</summary>
    public void Follow()
    {
        _tracker = _plan.Track("acme");
        foreach (var given in _events.AsSpan(0, PlanWorkload.Events - OneByOne))
        {
            _tracker.Add(given);
        }

        _ = _tracker.At(_facts);
    }

    /// <summary>The last hundred, one by one, each with the state after it.</summary>
    public void AddOneByOne()
    {
        foreach (var given in _events.AsSpan(PlanWorkload.Events - OneByOne))
        {
            Sink += Delays(_tracker!.Add(given).At(_facts));
        }
    }

    /// <summary>The time of so many plans, each with events of its own that are made before the clock runs.</summary>
    public TimeSpan Portfolio(int plans)
    {
        var (spent, batch) = (TimeSpan.Zero, new PlanEvent[100][]);
        for (var done = 0; done < plans; done += batch.Length)
        {
            for (var i = 0; i < batch.Length; i++)
            {
                batch[i] = PlanWorkload.EventsOf(_plan, done + i);
            }

            var start = Environment.CpuUsage.TotalTime;
            foreach (var events in batch)
            {
                Sink += Delays(_plan.At(_facts, events));
            }

            spent += Environment.CpuUsage.TotalTime - start;
        }

        return spent;
    }

    /// <summary>One by one is the same as all at once.</summary>
    public void Check()
    {
        Follow();
        AddOneByOne();
        var (one, all) = (_tracker!.At(_facts), _plan.At(_facts, _events));
        if (!one.Ledgers.Select(l => l.Explain()).SequenceEqual(all.Ledgers.Select(l => l.Explain())) || Delays(all) == 0)
        {
            throw new InvalidOperationException("A plan that is followed is not the plan that is computed.");
        }
    }

    private static int Delays(PlanState state)
    {
        var sum = 0;
        foreach (var ledger in state.Ledgers)
        {
            sum += ledger.Delay;
        }

        return sum;
    }
}
