using CustomerSuccess.Portfolio.Simulating;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Portfolio.Launching;

/// <summary>What is recorded of a launch: evidence, blockers, a dispute, an excuse, a claim and an acknowledgement, each with the day on which it is known.</summary>
internal sealed class LaunchEvents(LaunchAccount launch, SuccessPlan plan, LaunchCourse course, Xoshiro256 dice)
{
    // The customer disputes its delay once it has seen the ledger, and excuses the vendor's when the launch is looked back upon.
    private const int DisputedAfter = 14;
    private const int DisputedDays = 2;
    private const int ExcusedOn = 100;
    private const int AcknowledgedAfter = 5;

    private readonly List<PlanEvent> _events = [];

    private string PlanId => plan.Version.PlanId;

    private string Customer => launch.Account.Id;

    public IReadOnlyList<PlanEvent> All()
    {
        foreach (var item in plan.Content.Items)
            Evidence(item);
        foreach (var blocker in plan.Content.Blockers)
            Blocker(blocker);
        Dispute();
        Excuse();
        foreach (var milestone in plan.Content.Milestones.Where(m => m.IsFirstValue))
            Acknowledge(milestone);
        return _events;
    }

    // The same draws for every item, whatever becomes of it.
    private void Evidence(PlanItem item)
    {
        var (seconds, late) = (Clock.Working(dice), Clock.Late(dice));
        if (!LaunchCourse.IsReported(item) || course.DoneOn(item.Id) is not { } day || day > LaunchAccount.Days)
            return;
        var (id, at) = ($"{item.Id} done", launch.At(day, seconds));
        var given = ReportedEvidence.Of(id, plan, item, at, (item as Accountability)?.Owner ?? launch.Person(0));
        _events.Add(given with { RecordedAt = late == 0 ? at : launch.At(day + late, 2 * 60 * 60) });
    }

    // What blocks something late stands in the way from the day on which that was due; of the others some do, for good.
    private void Blocker(PossibleBlocker blocker)
    {
        var (strikes, seconds) = (dice.Chance(0.35), Clock.Working(dice));
        var item = plan.Content.Items.FirstOrDefault(i => i.Id == blocker.Item);
        var isLate = item is not null && (item == course.LateCustomer || item == course.LateVendor);
        var day = item?.DueDay ?? 30;
        if (!(strikes || isLate) || day > LaunchAccount.Days)
            return;
        var id = $"{blocker.Pattern} raised";
        _events.Add(new BlockerRaised(id, PlanId, Customer, launch.At(day, seconds), blocker.Dimension, blocker.Pattern, launch.Owner) { Item = blocker.Item });
        if (isLate && course.DoneOn(item!.Id) is { } done && done >= day && done < LaunchAccount.Days)
            _events.Add(new BlockerCleared($"{blocker.Pattern} cleared", PlanId, Customer, launch.At(done + 1, seconds), id, launch.Owner, forEver: item == course.LateVendor));
    }

    private void Dispute()
    {
        if (course.LateCustomer is not { } item || course.DoneOn(item.Id) is not { } done || done + DisputedAfter > LaunchAccount.Days)
            return;
        var day = Math.Max(0, done - course.OffOf(item.Id) + DisputedDays);
        _events.Add(new AccountabilityDisputed($"{item.Id} disputed", PlanId, Customer, launch.At(done + DisputedAfter, 9 * 60 * 60), item.Id, launch.Person(0), "it was done then, and nobody looked at the message")
        {
            DoneOn = plan.DateOf(day),
        });
    }

    private void Excuse()
    {
        if (course.LateVendor is { } item && course.DoneOn(item.Id) < ExcusedOn)
            _events.Add(new AccountabilityExcused($"{item.Id} excused", PlanId, Customer, launch.At(ExcusedOn, 9 * 60 * 60), item.Id, launch.Person(0), "what we gave was not in the shape that we had said"));
    }

    private void Acknowledge(Milestone milestone)
    {
        if (course.DoneOn(milestone.Id) is not { } day || day > LaunchAccount.Days)
            return;
        _events.Add(new OutcomeClaimed($"{milestone.Id} claimed", PlanId, Customer, launch.At(day, 19 * 60 * 60), milestone.Id, launch.Owner));
        if (day + AcknowledgedAfter <= LaunchAccount.Days)
            _events.Add(new OutcomeAcknowledged($"{milestone.Id} acknowledged", PlanId, Customer, launch.At(day + AcknowledgedAfter, 9 * 60 * 60), milestone.Id, launch.Person(0)));
    }
}
