using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>How an outlook is written for the customer. Immutable.</summary>
public sealed record OutlookFormat
{
    /// <summary>The name of a contact, or of the vendor's person or team, by its id; the id is written where it is null or gives null.</summary>
    public Func<string, string?>? Names { get; init; }

    /// <summary>The culture in whose long form dates are written; dates of ISO 8601 where null, or where its calendar does not go so far.</summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>The heading; "What lies ahead" unless stated.</summary>
    public string Title { get; init; } = "What lies ahead";

    /// <summary>How the customer is called; "you" unless stated.</summary>
    public string Customer { get; init; } = "you";

    /// <summary>How the vendor is called; "we" unless stated.</summary>
    public string Vendor { get; init; } = "we";

    // Not every calendar goes as far as plans can.
    internal string Date(DateOnly date) => Culture is { } culture && HasDate(culture.DateTimeFormat.Calendar, date.ToDateTime(TimeOnly.MinValue)) ? date.ToString("D", culture) : PlanDates.Iso(date);

    internal string Who(OutlookEntry entry)
    {
        string?[] detail = [entry.Role, entry.Owner is { } owner ? Names?.Invoke(owner) ?? owner : null];
        var known = string.Join(", ", detail.Where(d => d is not null));
        return entry.Party is not { } party ? "" : $"{(party == PlanParty.Customer ? Customer : Vendor)}{(known.Length > 0 ? $" ({known})" : "")}";
    }

    internal string When(OutlookEntry entry) => entry.ExpectedOn == entry.DueOn ? Date(entry.DueOn) : $"{Date(entry.ExpectedOn)} (agreed for {Date(entry.DueOn)})";

    internal string Heading(OutlookPeriod period) => period switch
    {
        { Through: null } => $"After {Date(period.From.AddDays(-1))}",
        { AfterDays: 0 } => string.Create(CultureInfo.InvariantCulture, $"The next {period.ThroughDays} days, to {Date(period.Through.Value)}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Days {period.AfterDays + 1} to {period.ThroughDays}, to {Date(period.Through.Value)}"),
    };

    internal string Ask(OutlookAsk ask, DateOnly today) => ask switch
    {
        { IsDue: true } when ask.ExpectedOn <= today => $"{ask.Title}: now that \"{ask.MilestoneTitle}\" is reached",
        { IsDue: true } => $"{ask.Title}: again from {Date(ask.ExpectedOn)}",
        _ => $"{ask.Title}: not before \"{ask.MilestoneTitle}\"{Sure(ask.Needs)}, expected on {Date(ask.ExpectedOn)}",
    };

    private static bool HasDate(Calendar calendar, DateTime date) => date >= calendar.MinSupportedDateTime && date <= calendar.MaxSupportedDateTime;

    private static string Sure(TeeUpNeed need) => need switch
    {
        TeeUpNeed.Acknowledged => " is reached and acknowledged",
        TeeUpNeed.Evidenced => " is reached and evidenced",
        _ => " is reached",
    };
}
