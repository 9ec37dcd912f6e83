namespace CustomerSuccess.SuccessPlans;

/// <summary>Names what of a plan a mistake is about, as documents write it: the list, the property, and where that is a list itself the element.</summary>
internal static class PlanPart
{
    /// <summary><c>milestones/due</c>, <c>accountabilities/after/contract</c>.</summary>
    public static string Of(PlanItem item, string property) => $"{(item is Milestone ? "milestones" : "accountabilities")}/{property}";
}
