using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;

namespace CustomerSuccess.Measurement;

/// <summary>Tells of what kind a case is, by its cause.</summary>
internal static class KindClassifier
{
    public static (CaseKind Kind, string Because) Of(InterventionCase @case, MaturityOptions options) => @case.Opened.Cause switch
    {
        InteractionCause.Inbound => (CaseKind.Reactive, "the customer came by itself"),
        InteractionCause.Incident => (CaseKind.Reactive, "there was an incident"),
        InteractionCause.Notice => (CaseKind.Reactive, "notice was given"),
        InteractionCause.Adverse => (CaseKind.Proactive, "an adverse signal was acted upon"),
        InteractionCause.Planned => Planned(@case, options),
        _ => (CaseKind.Unclassified, "no cause is stated"),
    };

    private static (CaseKind Kind, string Because) Planned(InterventionCase @case, MaturityOptions options)
    {
        if (@case.Opened.PlannedAt is not { } planned)
        {
            return (CaseKind.Unclassified, "planned, and it is not known when that was");
        }

        var ahead = @case.FiredAt - planned;
        var words = $"planned {NumberText.Of(ahead.TotalDays)} days ahead";
        return ahead < options.Ahead ? (CaseKind.Unclassified, $"{words}, fewer than {NumberText.Of(options.Ahead.TotalDays)}")
            : @case.Opened.IsCheckable ? (CaseKind.Leading, $"{words}, with a result that can be checked")
            : (CaseKind.Unclassified, $"{words}, without a result that can be checked");
    }
}
