using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Tests.SuccessPlans.Laws;

/// <summary>The definition of the first failure, word by word and without haste: items by id, everything asked anew.</summary>
internal sealed class ByTheDefinition(RandomPlan plan)
{
    private readonly Dictionary<string, PlanItem> _items = plan.Items.ToDictionary(i => i.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, int> _finished = new(StringComparer.Ordinal);

    public bool IsDone(string id) => plan.Done.TryGetValue(id, out var day) && day <= plan.Today;

    // An item that others come before has no start of its own.
    public int Start(string id) => _items[id].After.Count == 0 ? _items[id].StartDay : 0;

    public int LatestPlanned(string id) => _items[id].After.Count == 0 ? _items[id].StartDay : _items[id].After.Max(p => _items[p].DueDay);

    public int Duration(string id) => _items[id].DueDay - LatestPlanned(id);

    public string? Driver(string id)
    {
        IEnumerable<string> after = _items[id].After;
        if (IsDone(id))
        {
            after = after.Where(p => IsDone(p) && plan.Done[p] <= plan.Done[id]);
        }

        return after.OrderByDescending(Finished).ThenBy(p => _items[p].DueDay).ThenBy(p => p, StringComparer.Ordinal).FirstOrDefault();
    }

    public int Ready(string id) => Driver(id) is { } driver ? Finished(driver) : Start(id);

    public int Finished(string id) => _finished.TryGetValue(id, out var known) ? known
        : _finished[id] = IsDone(id) ? plan.Done[id] : Math.Max(plan.Today, Ready(id) + Duration(id));

    public AccountabilityStanding Standing(string id)
    {
        var until = Math.Max(_items[id].DueDay, Ready(id) + Duration(id));
        return plan.Excused.Contains(id) && plan.Today >= -3 ? AccountabilityStanding.Excused
            : IsDone(id) ? plan.Done[id] <= until ? AccountabilityStanding.Kept : AccountabilityStanding.KeptLate
            : plan.Today > until ? AccountabilityStanding.Failed
            : plan.Today >= _items[id].DueDay ? AccountabilityStanding.Due
            : AccountabilityStanding.NotYetDue;
    }

    public bool IsInsufficient(string milestone) => !IsDone(milestone)
        && plan.Today > Math.Max(_items[milestone].DueDay, Ready(milestone) + Duration(milestone))
        && Upstream(milestone).OfType<Accountability>().Any()
        && Upstream(milestone).OfType<Accountability>().All(a => IsDone(a.Id));

    public List<(string Item, int Charge)> Charges(string milestone)
    {
        var path = new List<string>();
        for (string? at = milestone; at is not null; at = Driver(at))
        {
            path.Insert(0, at);
        }

        var slack = path.Sum(id => LatestPlanned(id) - (Driver(id) is { } driver ? _items[driver].DueDay : Start(id)));
        var charges = path.ToDictionary(id => id, _ => 0, StringComparer.Ordinal);
        foreach (var id in path)
        {
            // A day at a time.
            for (var late = Finished(id) - Ready(id) - Duration(id); late != 0; late -= Math.Sign(late))
            {
                if (late > 0 && slack > 0)
                {
                    slack--;
                }
                else if (late > 0)
                {
                    charges[id]++;
                }
                else if (path.LastOrDefault(p => charges[p] > 0) is { } latest)
                {
                    charges[latest]--;
                }
                else
                {
                    slack++;
                }
            }
        }

        return [.. path.Select(id => (id, charges[id]))];
    }

    private IEnumerable<PlanItem> Upstream(string id) => _items[id].After.SelectMany(p => Upstream(p).Append(_items[p])).Distinct();
}
