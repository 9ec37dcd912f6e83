using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>The units of budgets that are reserved or spent, and whether another one fits. Not safe to use from several threads.</summary>
internal sealed class BudgetBook
{
    private readonly IReadOnlyList<Budget> _budgets;
    private readonly Dictionary<BudgetOwner, List<BudgetUse>> _uses = [];

    public BudgetBook(IReadOnlyList<Budget> budgets, IEnumerable<BudgetUse> uses)
    {
        _budgets = budgets;
        foreach (var use in uses)
        {
            Add(use);
        }
    }

    /// <summary>How far back uses count.</summary>
    public static TimeSpan Reach(IReadOnlyList<Budget> budgets) => budgets.Count == 0 ? TimeSpan.Zero : budgets.Max(b => b.Within);

    public void Add(BudgetUse use)
    {
        if (!_uses.TryGetValue(use.Owner, out var known))
        {
            _uses[use.Owner] = known = [];
        }

        var place = known.FindIndex(u => u.At > use.At);
        known.Insert(place < 0 ? known.Count : place, use);
    }

    public void Remove(BudgetOwner owner, TouchKey touch)
    {
        if (_uses.TryGetValue(owner, out var known))
        {
            known.RemoveAll(u => u.Touch == touch);
        }
    }

    /// <summary>Takes back the units of touches.</summary>
    public void Remove(IReadOnlySet<TouchKey> touches)
    {
        foreach (var (_, known) in _uses)
        {
            known.RemoveAll(u => touches.Contains(u.Touch));
        }
    }

    /// <summary>The owners at which a unit does not fit at an instant, each with the budget that is used up; empty where it fits at all of them.</summary>
    public List<(BudgetOwner Owner, Budget Budget)> Exhausted(IEnumerable<BudgetOwner> owners, string? channel, DateTimeOffset at) =>
        [.. owners.SelectMany(o => _budgets.Where(b => b.Owner == o.Kind && (b.Channel is null || b.Channel == channel) && !Fits(o, b, at)).Select(b => (o, b)))];

    /// <summary>The first instant after one at which a unit fits at all owners; null where none ever does.</summary>
    public DateTimeOffset? FirstFit(IReadOnlyCollection<BudgetOwner> owners, string? channel, DateTimeOffset after)
    {
        var candidates = owners.SelectMany(o => _budgets.Where(b => b.Owner == o.Kind).SelectMany(b => UsesOf(o, b).Select(u => (DateTimeOffset?)(DateTimeOffset.MaxValue - u.At > b.Within ? u.At + b.Within : null))))
            .OfType<DateTimeOffset>().Where(c => c > after).Distinct().Order();
        foreach (var candidate in candidates)
        {
            if (Exhausted(owners, channel, candidate).Count == 0)
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>Says which budgets are used up.</summary>
    public static string Words(IEnumerable<(BudgetOwner Owner, Budget Budget)> exhausted) =>
        string.Join("; ", exhausted.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Owner} has no more than {e.Budget}")));

    // In no time of the budget's length may there be more: neither in the one that ends here nor in one that ends at a later use.
    private bool Fits(BudgetOwner owner, Budget budget, DateTimeOffset at)
    {
        if (budget.Touches == 0)
        {
            return false;
        }

        var near = UsesOf(owner, budget).Select(u => u.At).Where(u => (u - at).Duration() < budget.Within).Append(at).Order().ToArray();
        for (var last = 0; last < near.Length; last++)
        {
            if (near[last] >= at && near.Take(last + 1).Count(u => near[last] - u < budget.Within) > budget.Touches)
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<BudgetUse> UsesOf(BudgetOwner owner, Budget budget) =>
        _uses.TryGetValue(owner, out var known) ? known.Where(u => budget.Channel is null || u.Channel == budget.Channel) : [];
}
