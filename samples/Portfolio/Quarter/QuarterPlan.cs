using CustomerSuccess.Portfolio.Launching;
using CustomerSuccess.Portfolio.Simulating;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>
/// The launch of an account that began lately, by the first plan of the documents. What people report is done about when it is due; where the value is
/// low it is weeks late, or is not done at all, so that milestones get stuck.
/// </summary>
internal sealed class QuarterPlan
{
    private const string Zone = "UTC";
    private const double Low = -0.3;
    private const double NeverWhereLow = 0.25;

    private readonly SimulatedAccount _account;
    private readonly Xoshiro256 _dice;
    private readonly Dictionary<string, int?> _done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlanItem> _items;
    private readonly SuccessPlan _plan;
    private readonly int _firstDay;

    /// <param name="profile">The account.</param>
    /// <param name="account">What is simulated of it.</param>
    /// <param name="template">The template.</param>
    /// <param name="owner">Who looks after the account.</param>
    /// <param name="dice">Draws when things are done: as often whatever comes of it.</param>
    public QuarterPlan(AccountProfile profile, SimulatedAccount account, PlanTemplate template, string owner, Xoshiro256 dice)
    {
        (_account, _dice, _firstDay) = (account, dice, profile.FirstDay);
        Version = template.Instantiate("launch", PlanHolder.Customer(profile.Id), DateOnly.FromDateTime(Calendar.At(profile.FirstDay).UtcDateTime), Zone, null, Owners(template.Content, profile, owner));
        _plan = template.For(Version);
        _items = _plan.Content.Items.ToDictionary(i => i.Id, StringComparer.Ordinal);
        Events = [.. _plan.Content.Items.Where(i => i.Accepts.Count > 0).Select(i => Evidence(i, (i as Accountability)?.Owner ?? $"{profile.Id}-u1")).OfType<PlanEvent>()];
    }

    /// <summary>The plan.</summary>
    public PlanVersion Version { get; }

    /// <summary>What is reported about it.</summary>
    public IReadOnlyList<PlanEvent> Events { get; }

    private static List<PlanChange> Owners(PlanContent content, AccountProfile profile, string owner) =>
        [.. content.Accountabilities.Where(a => a.Role is not null && a.Owner is null).Select(a => new OwnerNamed(a.Id, a.Party == PlanParty.Vendor ? owner : $"{profile.Id}-u2"))];

    private EvidenceGiven? Evidence(PlanItem item, string person)
    {
        var seconds = Clock.Working(_dice);
        return DoneOn(item) is { } day ? ReportedEvidence.Of($"{item.Id} done", _plan, item, Calendar.At(_firstDay + day, seconds), person) : null;
    }

    // Not before what comes before it; what signals show is taken as done when it is due.
    private int? DoneOn(PlanItem item)
    {
        if (_done.TryGetValue(item.Id, out var known))
            return known;
        var before = item.After.Select(id => DoneOn(_items[id])).ToList();
        if (item.Accepts.Count == 0)
            return _done[item.Id] = item.DueDay;
        var (usual, late, never) = (_dice.Below(5) - 3, 10 + _dice.Below(25), _dice.Chance(NeverWhereLow));
        var isLow = _account.LatentValueAt(Calendar.At(_firstDay + item.DueDay)) is < Low or null;
        var day = Math.Max(item.DueDay + (isLow ? late : usual), 0);
        return _done[item.Id] = (isLow && never) || before.Contains(null) ? null : Math.Max(day, before.Max() ?? 0);
    }
}
