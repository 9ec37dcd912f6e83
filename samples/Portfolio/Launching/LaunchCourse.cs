using CustomerSuccess.Portfolio.Simulating;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Portfolio.Launching;

/// <summary>
/// On which day of a launch each milestone and accountability is done. What the product's signals show is done when they show it; what people
/// report is begun on the day that was planned, or once the last of what comes before it is done, and takes as long as planned, a day more or less. Two
/// are late: one of the customer, and one of the vendor that waits for it where there is such a pair.
/// </summary>
internal sealed class LaunchCourse
{
    private readonly Dictionary<string, int?> _done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _off = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlanItem> _items;

    /// <param name="content">The account's plan.</param>
    /// <param name="seen">The plan's state as of the end without anything reported: what signals alone show.</param>
    /// <param name="dice">Draws how long things take: as often whatever comes of it.</param>
    public LaunchCourse(PlanContent content, PlanState seen, Xoshiro256 dice)
    {
        _items = content.Items.ToDictionary(i => i.Id, StringComparer.Ordinal);
        (LateCustomer, LateVendor) = Late(content);
        foreach (var item in content.Items)
        {
            var (usual, late, later) = (dice.Below(3) - 1, 8 + dice.Below(4), 5 + dice.Below(3));
            _off[item.Id] = item == LateCustomer ? late : item == LateVendor ? later : item is Milestone ? 0 : usual;
        }

        foreach (var milestone in seen.Milestones.Where(m => !IsReported(_items[m.Id])))
            _done[milestone.Id] = milestone.ReachedDay;
        foreach (var owed in seen.Accountabilities.Where(a => !IsReported(_items[a.Id])))
            _done[owed.Id] = owed.DoneDay;
        foreach (var item in content.Items)
            Place(item);
    }

    /// <summary>What the customer does late; null where the customer owes nothing that people report.</summary>
    public Accountability? LateCustomer { get; }

    /// <summary>What the vendor does late; null where the vendor owes nothing that people report.</summary>
    public Accountability? LateVendor { get; }

    /// <summary>The day on which an item is done; null for not within anybody's sight.</summary>
    public int? DoneOn(string item) => _done[item];

    /// <summary>By how many days more than planned an item takes.</summary>
    public int OffOf(string item) => _off[item];

    /// <summary>Whether people report it, rather than the product's signals show it.</summary>
    public static bool IsReported(PlanItem item) => item.Accepts.Count > 0;

    private static (Accountability? Customer, Accountability? Vendor) Late(PlanContent content)
    {
        Accountability[] reported = [.. content.Accountabilities.Where(IsReported).OrderBy(a => a.DueDay).ThenBy(a => a.Id, StringComparer.Ordinal)];
        Accountability[] customers = Array.FindAll(reported, a => a.Party == PlanParty.Customer);
        Accountability[] vendors = Array.FindAll(reported, a => a.Party == PlanParty.Vendor);
        Accountability? Waiting(Accountability customer) => Array.Find(vendors, v => v.After.Contains(customer.Id, StringComparer.Ordinal));
        var first = Array.Find(customers, c => Waiting(c) is not null) ?? customers.FirstOrDefault();
        return (first, (first is null ? null : Waiting(first)) ?? vendors.FirstOrDefault());
    }

    // Templates have no circles.
    private int? Place(PlanItem item)
    {
        if (_done.TryGetValue(item.Id, out var known))
            return known;
        var (ready, planned) = ((int?)item.StartDay, item.DueDay - item.StartDay);
        if (item.After.Count > 0)
        {
            var before = item.After.Select(id => Place(_items[id])).ToList();
            ready = before.Contains(null) ? null : before.Max();
            planned = item.DueDay - item.After.Max(id => _items[id].DueDay);
        }

        return _done[item.Id] = ready is { } day ? Math.Max(day, item.DueDay - planned) + Math.Max(0, planned + _off[item.Id]) : null;
    }
}
