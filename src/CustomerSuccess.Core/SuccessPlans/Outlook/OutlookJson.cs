namespace CustomerSuccess.SuccessPlans;

/// <summary>Writes an outlook as canonical JSON.</summary>
internal static class OutlookJson
{
    public static string Of(PlanOutlook outlook) => CanonicalJson.Write(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["plan"] = outlook.PlanId,
        ["customer"] = outlook.CustomerId,
        ["asOf"] = PlanDates.Iso(outlook.AsOf),
        ["stillOpen"] = outlook.StillOpen.Select(Of).ToArray(),
        ["periods"] = outlook.Periods.Select(Of).ToArray(),
        ["asks"] = outlook.Asks.Select(Of).ToArray(),
    });

    private static object Of(OutlookPeriod period) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["afterDays"] = period.AfterDays,
        ["throughDays"] = period.ThroughDays,
        ["from"] = PlanDates.Iso(period.From),
        ["through"] = period.Through is { } through ? PlanDates.Iso(through) : null,
        ["entries"] = period.Entries.Select(Of).ToArray(),
    };

    private static object Of(OutlookEntry entry) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["item"] = entry.Item,
        ["title"] = entry.Title,
        ["isMilestone"] = entry.IsMilestone,
        ["party"] = entry.Party?.ToString(),
        ["role"] = entry.Role,
        ["owner"] = entry.Owner,
        ["dueOn"] = PlanDates.Iso(entry.DueOn),
        ["expectedOn"] = PlanDates.Iso(entry.ExpectedOn),
        ["isKnown"] = entry.IsKnown,
        ["waitsFor"] = entry.WaitsFor.ToArray<object>(),
        ["then"] = entry.Then.ToArray<object>(),
    };

    private static object Of(OutlookAsk ask) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["teeUp"] = ask.TeeUp,
        ["title"] = ask.Title,
        ["kind"] = ask.Kind.ToString(),
        ["milestone"] = ask.Milestone,
        ["needs"] = ask.Needs.ToString(),
        ["isDue"] = ask.IsDue,
        ["expectedOn"] = PlanDates.Iso(ask.ExpectedOn),
    };
}
