using CustomerSuccess.Signals;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Says of each item whether it is completed, since when, and by what.</summary>
internal sealed class EvidenceMaker(SuccessPlan plan, EventBook book, FactsEvidence followed)
{
    public ItemEvidence Of(int place)
    {
        var item = plan.Graph.Items[place];
        var (asOf, knownAt) = (followed.Facts.AsOf, followed.Facts.KnownAt);
        var (recorded, vendors, others) = ((DateTimeOffset?)null, 0, 0);
        foreach (var given in book.Of(place))
        {
            if (given is EvidenceGiven evidence && book.Stands(evidence, asOf, knownAt))
            {
                recorded = evidence.OccurredAt < recorded || recorded is null ? evidence.OccurredAt : recorded;
                vendors += evidence.CausedBy == Provenance.Vendor ? 1 : 0;
                others += evidence.CausedBy == Provenance.Vendor ? 0 : 1;
            }
        }

        var (seen, causes) = Seen(place, item);
        var at = seen is null || recorded < seen ? recorded ?? seen : seen;
        return new()
        {
            At = at,
            Day = at is { } done ? plan.Calendar.DayOf(done) : PlanSchedule.Open,
            Causes = at is null ? causes : null,
            IsSeenOnly = at is not null && recorded is null,
            IsVendorsOnly = vendors > 0 && others == 0 && seen is null,
        };
    }

    private (DateTimeOffset? Since, IReadOnlyList<UnknownCause>? Causes) Seen(int place, PlanItem item)
    {
        if (followed.Run(place) is { } run)
        {
            return (run.Since, run.Since is null && !run.Now.IsKnown ? Given(run.Now.Causes, item) : null);
        }

        if (item is not Milestone { Objective: { } id } || plan.Content.Objectives.FirstOrDefault(o => o.Id == id) is not { } objective)
        {
            return (null, null);
        }

        var measured = followed.Run(objective);
        var since = item.Mode == EvidenceMode.Latched ? measured.FirstAtTarget : measured.AtTargetSince;
        return (since, since is null && !measured.Value.IsKnown ? Given(measured.Value.Causes, item) : null);
    }

    // An unknown without a cause is one all the same; before the start nothing is open to doubt.
    private IReadOnlyList<UnknownCause>? Given(IReadOnlyList<UnknownCause> causes, PlanItem item) =>
        followed.Facts.AsOf < plan.Start ? null
        : causes.Count > 0 ? causes
        : [new UnknownCause(item.Id, UnknownKind.Stated, "its evidence does not say what is not known")];
}
