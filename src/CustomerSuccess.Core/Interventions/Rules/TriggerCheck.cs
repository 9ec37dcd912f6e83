using CustomerSuccess.Expressions;

namespace CustomerSuccess.Interventions;

/// <summary>Finds the mistakes of a trigger.</summary>
internal static class TriggerCheck
{
    private const string Part = "trigger";

    public static void Run(RuleTrigger trigger, RuleMistakes rule)
    {
        switch (trigger)
        {
            case ConditionTrigger condition:
                rule.Time($"{Part}/for", condition.For, mayBeZero: true, "How long the condition has to hold");
                Zone(condition.Grid?.Zone, $"{Part}/grid/zone", rule);
                break;
            case AnchorTrigger anchor:
                var word = anchor.Offset < TimeSpan.Zero ? "before" : "after";
                if (anchor.Offset > RuleDefaults.Longest || anchor.Offset < -RuleDefaults.Longest)
                {
                    rule.Add("IN008", $"{Part}/{word}", $"The rule fires {DocumentSpan.Write(anchor.Offset)} from its anchor.", $"State a time up to {DocumentSpan.Write(RuleDefaults.Longest)}.");
                }

                Of(anchor.Anchor, $"{Part}/of", rule);
                break;
            case AbsenceTrigger absence:
                rule.Text($"{Part}/absence", absence.Signal);
                rule.Time($"{Part}/within", absence.Within, mayBeZero: false, "The time within which something is expected");
                Of(absence.After, $"{Part}/after", rule);
                Few(absence.FewerThan, rule);
                break;
            case CalendarTrigger calendar:
                rule.Text($"{Part}/absence", calendar.Signal);
                rule.Word<CalendarPeriod>($"{Part}/every", calendar.Every);
                Zone(calendar.Zone, $"{Part}/zone", rule);
                Few(calendar.FewerThan, rule);
                break;
            case CronTrigger cron:
                if (CronText.MistakeOf(cron.Expression) is { } mistake)
                {
                    rule.Add("IN006", $"{Part}/cron", $"'{cron.Expression}' is no cron expression that comes: {mistake}", "Write minute, hour, day of the month, month, day of the week, for instance 0 9 * * MON; or six fields with seconds first.");
                }

                Zone(cron.Zone, $"{Part}/zone", rule);
                break;
            case SignalTrigger signal:
                rule.Text($"{Part}/signal", signal.Signal);
                break;
            case SegmentTrigger segment:
                rule.Text($"{Part}/segment", segment.Scheme);
                rule.Text($"{Part}/entered", segment.Entered);
                rule.Text($"{Part}/left", segment.Left);
                break;
            case BandTrigger band:
                rule.Text($"{Part}/band/to", band.To);
                rule.Text($"{Part}/band/from", band.From);
                if (band.To is not null && band.To == band.From)
                {
                    rule.Add("IN005", $"{Part}/band/from", $"The rule fires when the band changes from '{band.From}' to '{band.To}', which is no change.", "State two bands, or one of the two only.");
                }

                break;
            case MilestoneTrigger milestone:
                rule.Word<MilestoneMoment>($"{Part}/milestone", milestone.Moment);
                rule.Text($"{Part}/id", milestone.Milestone);
                break;
            case ContactTrigger contact:
                rule.Text($"{Part}/contactLeft", contact.Persona);
                break;
        }
    }

    private static void Of(Anchor anchor, string part, RuleMistakes rule) => rule.Text(anchor.Kind switch
    {
        AnchorKind.Trait => $"{part}/trait",
        AnchorKind.Signal => $"{part}/signal",
        AnchorKind.MilestoneDue => $"{part}/milestoneDue",
        _ => part,
    }, anchor.Name);

    private static void Few(int fewerThan, RuleMistakes rule)
    {
        if (fewerThan < 1)
        {
            rule.Add("IN005", $"{Part}/fewerThan", $"The rule fires where there were fewer than {fewerThan}, which can never be.", "State 1 or more.");
        }
    }

    // A zone of the host's own making would mean something else to whoever reads the rule.
    private static void Zone(TimeZoneInfo? zone, string part, RuleMistakes rule)
    {
        if (zone is not null && !(CelTimeZone.Find(zone.Id) is { } known && known.HasSameRules(zone)))
        {
            rule.Add("IN007", part, $"'{zone.Id}' is no time zone that is the same everywhere.", "Name one of the IANA time zone database, for instance Europe/Berlin.");
        }
    }
}
