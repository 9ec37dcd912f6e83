namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// When each item was done, from when it could be worked on, what it had to wait for last, and when it will be done if it is open: in days
/// since the plan's start, by the place of the item in the graph.
/// </summary>
internal sealed class PlanSchedule
{
    /// <summary>What stands for a day that is none.</summary>
    public const int Open = int.MinValue;

    private readonly PlanGraph _graph;
    private readonly int _day;

    public PlanSchedule(PlanGraph graph, int day, int[] done)
    {
        (_graph, _day, Done) = (graph, day, done);
        (Ready, Driver, Finish) = (new int[done.Length], new int[done.Length], new int[done.Length]);
        for (var i = 0; i < done.Length; i++)
        {
            Place(i);
        }
    }

    private PlanSchedule(PlanSchedule from, int[] done)
    {
        (_graph, _day, Done) = (from._graph, from._day, done);
        (Ready, Driver, Finish) = ((int[])from.Ready.Clone(), (int[])from.Driver.Clone(), (int[])from.Finish.Clone());
    }

    /// <summary>When each was done; <see cref="Open"/> where it is open.</summary>
    public int[] Done { get; }

    /// <summary>From when each can be worked on.</summary>
    public int[] Ready { get; }

    /// <summary>The prerequisite that each had to wait for last; −1 for none.</summary>
    public int[] Driver { get; }

    /// <summary>When each was or will be done.</summary>
    public int[] Finish { get; }

    /// <summary>Until when each is kept.</summary>
    public int KeptUntil(int item) => Math.Max(_graph.Due[item], Ready[item] + _graph.Duration[item]);

    /// <summary>The due day of what an item had to wait for last, or the start it could be begun at.</summary>
    public int DriversDue(int item) => Driver[item] < 0 ? _graph.Start[item] : _graph.Due[Driver[item]];

    /// <summary>The same with other days on which items were done; those whose days differ from before are told.</summary>
    public PlanSchedule With(int[] done, List<int> changed)
    {
        var next = new PlanSchedule(this, done);
        Span<bool> stale = done.Length <= 1024 ? stackalloc bool[done.Length] : new bool[done.Length];
        stale.Clear();
        for (var i = 0; i < done.Length; i++)
        {
            if (!stale[i] && done[i] == Done[i])
            {
                continue;
            }

            var (ready, driver, finish) = (next.Ready[i], next.Driver[i], next.Finish[i]);
            next.Place(i);
            if (done[i] == Done[i] && ready == next.Ready[i] && driver == next.Driver[i] && finish == next.Finish[i])
            {
                continue;
            }

            changed.Add(i);
            foreach (var later in _graph.Before[i])
            {
                stale[later] = true;
            }
        }

        return next;
    }

    // Driving prerequisite: the one finished last; of several the one due earlier, then by id. Only what was finished by an item's own day can drive one that is done.
    private void Place(int item)
    {
        var (own, driver) = (Done[item], -1);
        foreach (var before in _graph.After[item])
        {
            if (own != Open && (Done[before] == Open || Done[before] > own))
            {
                continue;
            }

            if (driver < 0 || Drives(before, driver))
            {
                driver = before;
            }
        }

        Driver[item] = driver;
        Ready[item] = driver < 0 ? _graph.Start[item] : Finish[driver];
        Finish[item] = own != Open ? own : Math.Max(_day, Ready[item] + _graph.Duration[item]);
    }

    private bool Drives(int one, int other)
    {
        var order = Finish[one].CompareTo(Finish[other]);
        order = order != 0 ? order : _graph.Due[other].CompareTo(_graph.Due[one]);
        return (order != 0 ? order : string.CompareOrdinal(_graph.Items[other].Id, _graph.Items[one].Id)) > 0;
    }
}
