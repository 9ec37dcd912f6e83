using System.Text.Json;
using CustomerSuccess.Contacts;

namespace CustomerSuccess.Interventions;

/// <summary>Writes a rule as a document.</summary>
internal static class RuleWriter
{
    public static string Write(Rule rule) => DocumentWriter.Write(RuleDocument.Kind, json =>
    {
        var content = rule.Content;
        json.WriteString("name", rule.Name);
        json.Text("description", content.Description);
        json.Word("type", content.Kind, RuleKind.Play);
        json.Object("trigger", () => TriggerWriter.Write(json, content.Trigger));
        Condition(json, "guard", content.Guard);
        Condition(json, "hypothesis", content.Hypothesis);
        json.Text("correlation", content.Correlation?.Expression.Canonical);
        json.Object("purpose", () => Purpose(json, content.Purpose));
        json.Word("severity", content.Severity, CaseSeverity.Warning);
        json.Number("priority", content.Priority, 0);
        json.Texts("audience", content.Audience.Personas);
        Span(json, "wait", content.Wait, RuleDefaults.Wait);
        Ladder(json, content.Ladder);
        Success(json, content);
        Condition(json, "exit", content.Exit);
        Span(json, "coolDown", content.CoolDown, TimeSpan.Zero);
        json.Word("reEntry", content.ReEntry, ReEntry.AfterClear);
        Caps(json, content.Caps);
        json.Number("minutes", content.Minutes, RuleDefaults.Minutes);
        json.Text("cause", content.Cause is { } cause ? DocumentWords.Of(cause) : null);
        json.Text("direction", content.Direction);
        json.Texts("tags", content.Tags);
        Span(json, "lateness", content.Lateness, RuleDefaults.Lateness);
        json.Word("whenUnknown", content.WhenUnknown, WhenUndetermined.Wait);
        json.Word("onRemoved", content.OnRemoved, WhenRemoved.Finish);
    });

    /// <summary>A time, unless it is the usual one.</summary>
    public static void Span(Utf8JsonWriter json, string name, TimeSpan span, TimeSpan usual) => json.Span(name, span == usual ? null : span);

    private static void Purpose(Utf8JsonWriter json, TouchPurpose purpose)
    {
        json.Word("communication", purpose.Communication, CommunicationPurpose.Intervention);
        json.WriteString("reason", purpose.Reason);
        json.WriteString("agenda", purpose.Agenda);
        json.WriteString("expectedResult", purpose.ExpectedResult);
    }

    private static void Ladder(Utf8JsonWriter json, IReadOnlyList<Rung> ladder)
    {
        if (ladder.Count == 0)
        {
            return;
        }

        json.WriteStartArray("ladder");
        foreach (var rung in ladder)
        {
            json.WriteStartObject();
            json.Texts("channels", rung.Channels);
            if (rung.Audience is { Personas: var personas })
            {
                json.WritePropertyName("audience");
                json.Value(personas);
            }

            json.Span("wait", rung.Wait);
            json.Word("execution", rung.Execution, TouchExecution.ByExperience);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Success(Utf8JsonWriter json, RuleContent content)
    {
        if (content.Success is null && content.SuccessWithin == RuleDefaults.SuccessWithin)
        {
            return;
        }

        json.Object("success", () =>
        {
            Condition(json, "when", content.Success);
            Span(json, "within", content.SuccessWithin, RuleDefaults.SuccessWithin);
        });
    }

    private static void Caps(Utf8JsonWriter json, IReadOnlyList<RuleCap> caps)
    {
        if (caps.Count == 0)
        {
            return;
        }

        json.WriteStartArray("caps");
        foreach (var cap in caps)
        {
            json.WriteStartObject();
            json.WriteNumber("cases", cap.Cases);
            json.Span("within", cap.Within);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Condition(Utf8JsonWriter json, string name, FactCondition? condition)
    {
        if (condition is not null)
        {
            json.WritePropertyName(name);
            json.Value(condition.Written);
        }
    }
}
