using CustomerSuccess.Contacts;
using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Interventions;

/// <summary>Why a touch is held back.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Because">Why, in words.</param>
/// <param name="Until">Until when at least; null where nothing tells.</param>
internal sealed record Hold(SuppressionReason Reason, string Because, DateTimeOffset? Until = null);

/// <summary>What holds for every attempt, when it is planned and again when it is made: silences, graver cases, the time of day.</summary>
internal sealed class AttemptRules(CycleContext cycle)
{
    /// <summary>Why a touch of a case is held back at an instant; null where nothing does.</summary>
    public Hold? Held(Moment moment, IReadOnlyList<InterventionCase> cases, InterventionCase open, TouchAim aim, DateTimeOffset at)
    {
        // What has no stated end goes first, so that the reason is the same whenever it is asked for.
        if (InhibitedBy(cases, open) is { } graver)
        {
            return new(SuppressionReason.Inhibited, $"{graver.Key} goes first");
        }

        var time = TimeOfDay(moment, aim, at);
        return time is { Until: null } ? time : SilencedBy(moment, open, at) ?? time;
    }

    private Hold? SilencedBy(Moment moment, InterventionCase open, DateTimeOffset at)
    {
        var segment = moment.Facts.Segments.Experience?.Segment;
        return cycle.Silences.Where(s => s.Covers(at, open.CustomerId, segment, open.Key.Rule)).OrderByDescending(s => s.To).ThenBy(s => s.Id, StringComparer.Ordinal).FirstOrDefault() is { } silence
            ? new(SuppressionReason.Silenced, $"silence '{silence.Id}': {silence.Because}", silence.To)
            : null;
    }

    private InterventionCase? InhibitedBy(IReadOnlyList<InterventionCase> cases, InterventionCase open) => cycle.Rules.Policy.Inhibitions.Count == 0 ? null
        : cases.Where(c => c.IsOpen && c.Key != open.Key && c.Opened.RuleHash is not null && cycle.Rules.Policy.Inhibitions.Any(i => Inhibits(i, c, open))).OrderByDescending(c => c.Opened.Severity).ThenBy(c => c.Key).FirstOrDefault();

    private bool Inhibits(Inhibition inhibition, InterventionCase by, InterventionCase held) =>
        !(by.Opened.Severity < inhibition.BySeverity) && Is(by, inhibition.ByRule, inhibition.ByTag)
        && (inhibition.BelowSeverity is not { } below || held.Opened.Severity < below) && Is(held, inhibition.Rule, inhibition.Tag)

        // Two that would hold each other back do not.
        && !(inhibition.BelowSeverity is null && inhibition.Rule is null && inhibition.Tag is null && by.Opened.Severity <= held.Opened.Severity);

    private bool Is(InterventionCase found, string? rule, string? tag) =>
        (rule is null || rule == found.Key.Rule) && (tag is null || cycle.Version(found.Opened.RuleHash!)?.Content.Tags.Contains(tag, StringComparer.Ordinal) == true);

    private Hold? TimeOfDay(Moment moment, TouchAim aim, DateTimeOffset at)
    {
        if (cycle.Rules.Policy.Calendar is not { } calendar || aim.ContactId is null || (aim.IsByPeople && !calendar.ForPeopleToo))
        {
            return null;
        }

        var zone = moment.Facts.Contacts.ZoneOf(aim.ContactId);
        if (!zone.IsKnown)
        {
            return new(SuppressionReason.QuietHours, $"the time at the contact is not known: {string.Join("; ", zone.Causes)}");
        }

        return calendar.IsOpen(at, zone.Value) ? null
            : calendar.NextOpen(at, zone.Value) is { } open ? new(SuppressionReason.QuietHours, $"it is {TimeZoneInfo.ConvertTime(at, zone.Value).ToString("ddd HH:mm", System.Globalization.CultureInfo.InvariantCulture)} at the contact", open)
            : new(SuppressionReason.QuietHours, "the calendar has no time for touches");
    }
}
