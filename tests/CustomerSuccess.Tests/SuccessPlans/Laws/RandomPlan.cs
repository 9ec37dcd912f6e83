using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Tests.SuccessPlans.Laws;

/// <summary>A random plan and what came of it, by a seed: acyclic, of accountabilities and milestones that need each other in any mixture.</summary>
internal sealed class RandomPlan
{
    private readonly Random _random;

    public RandomPlan(int seed, int most = 9)
    {
        _random = new(seed);
        var count = _random.Next(1, most);
        var items = new List<PlanItem>();
        for (var i = 0; i < count; i++)
        {
            string[] after = [.. items.Where(_ => _random.Next(3) == 0).Select(p => p.Id)];
            var earliest = items.Where(p => after.Contains(p.Id)).Select(p => p.DueDay).DefaultIfEmpty(0).Max();
            var (start, id) = (_random.Next(4) == 0 ? _random.Next(3) : 0, $"{(char)('a' + _random.Next(26))}{i}");
            var due = Math.Max(earliest, start) + (_random.Next(5) == 0 ? 0 : _random.Next(12));
            items.Add(i == count - 1 || _random.Next(4) == 0
                ? new Milestone { Id = id, DueDay = due, StartDay = start, After = after, Weight = _random.Next(1, 5) }
                : new Accountability { Id = id, DueDay = due, StartDay = start, After = after, Weight = _random.Next(4), Party = (PlanParty)_random.Next(2) });
        }

        Items = items;
        Content = new() { Milestones = [.. items.OfType<Milestone>()], Accountabilities = [.. items.OfType<Accountability>()] };
        Today = _random.Next(-1, 45);
        foreach (var item in items.Where(_ => _random.Next(4) != 0))
        {
            Done[item.Id] = _random.Next(-2, 40);
        }

        Excused.UnionWith(items.OfType<Accountability>().Where(_ => _random.Next(6) == 0).Select(a => a.Id));
    }

    public IReadOnlyList<PlanItem> Items { get; }

    public PlanContent Content { get; }

    public int Today { get; }

    public Dictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Excused { get; } = new(StringComparer.Ordinal);

    public PlanEvent[] Events => [
        .. Done.Select(d => Planned.Done(d.Key, d.Value)),
        .. Excused.Select(e => new AccountabilityExcused($"excused {e}", "plan", "acme", Planned.Day(-3), e, "ann", "a law"))];

    /// <summary>The events in another order.</summary>
    public PlanEvent[] Shuffled()
    {
        var events = Events;
        _random.Shuffle(events);
        return events;
    }
}
