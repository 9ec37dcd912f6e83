using System.Text.Json;

namespace CustomerSuccess.Interventions;

/// <summary>Writes a trigger as a document has it.</summary>
internal static class TriggerWriter
{
    public static void Write(Utf8JsonWriter json, RuleTrigger trigger)
    {
        switch (trigger)
        {
            case ConditionTrigger condition:
                json.WritePropertyName("when");
                json.Value(condition.When.Written);
                RuleWriter.Span(json, "for", condition.For, TimeSpan.Zero);
                json.Grid("grid", condition.Grid);
                break;
            case AnchorTrigger anchor:
                json.Span(anchor.Offset < TimeSpan.Zero ? "before" : "after", anchor.Offset.Duration());
                Anchor(json, "of", anchor.Anchor);
                break;
            case AbsenceTrigger absence:
                json.WriteString("absence", absence.Signal);
                json.Span("within", absence.Within);
                Anchor(json, "after", absence.After);
                json.Number("fewerThan", absence.FewerThan, 1);
                break;
            case CalendarTrigger calendar:
                json.Text("absence", calendar.Signal);
                json.WriteString("every", DocumentWords.Of(calendar.Every));
                json.WriteString("zone", calendar.Zone.Id);
                json.Number("fewerThan", calendar.Signal is null ? null : calendar.FewerThan, 1);
                break;
            case CronTrigger cron:
                json.WriteString("cron", cron.Expression);
                json.WriteString("zone", cron.Zone.Id);
                break;
            case SignalTrigger signal:
                json.WriteString("signal", signal.Signal);
                json.Text("where", signal.Where?.Expression.Canonical);
                break;
            case SegmentTrigger segment:
                json.WriteString("segment", segment.Scheme);
                json.Text("entered", segment.Entered);
                json.Text("left", segment.Left);
                break;
            case BandTrigger band:
                json.Object("band", () =>
                {
                    json.Text("to", band.To);
                    json.Text("from", band.From);
                });
                break;
            case MilestoneTrigger milestone:
                json.WriteString("milestone", DocumentWords.Of(milestone.Moment));
                json.Text("id", milestone.Milestone);
                break;
            case ContactTrigger { Persona: { } persona }:
                json.WriteString("contactLeft", persona);
                break;
            default:
                json.WriteBoolean("contactLeft", true);
                break;
        }
    }

    private static void Anchor(Utf8JsonWriter json, string name, Anchor anchor)
    {
        if (AnchorReader.WordOf(anchor) is { } word)
        {
            json.WriteString(name, word);
            return;
        }

        json.Object(name, () => json.WriteString(anchor.Kind switch { AnchorKind.Trait => "trait", AnchorKind.Signal => "signal", _ => "milestoneDue" }, anchor.Name));
    }
}
