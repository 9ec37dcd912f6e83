using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Portfolio.Launching;

/// <summary>What people report of an item of a plan: of the kinds that it accepts the one that the party has at hand.</summary>
internal static class ReportedEvidence
{
    public static EvidenceGiven Of(string id, SuccessPlan plan, PlanItem item, DateTimeOffset at, string attestedBy)
    {
        var (planId, customer) = (plan.Version.PlanId, plan.Version.Holder.Id);
        EvidenceKind[] preferred = item is Accountability { Party: PlanParty.Vendor }
            ? [EvidenceKind.Document, EvidenceKind.Event, EvidenceKind.Attestation]
            : [EvidenceKind.Attestation, EvidenceKind.Document, EvidenceKind.Event];
        return preferred.First(item.Accepts.Contains) switch
        {
            EvidenceKind.Attestation => EvidenceGiven.Attested(id, planId, customer, at, item.Id, attestedBy),
            EvidenceKind.Document => EvidenceGiven.Documented(id, planId, customer, at, item.Id, $"minutes/{item.Id}"),
            _ => EvidenceGiven.Happened(id, planId, customer, at, item.Id),
        };
    }
}
