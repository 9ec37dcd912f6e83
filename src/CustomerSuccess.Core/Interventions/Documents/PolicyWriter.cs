using System.Text.Json;

namespace CustomerSuccess.Interventions;

/// <summary>Writes a policy as a document.</summary>
internal static class PolicyWriter
{
    private static readonly InterventionPolicy Usual = new();

    public static string Write(InterventionPolicy policy) => DocumentWriter.Write(InterventionPolicyDocument.Kind, json =>
    {
        List(json, "budgets", policy.Budgets, budget =>
        {
            json.WriteString("owner", DocumentWords.Of(budget.Owner));
            json.WriteNumber("touches", budget.Touches);
            json.Span("within", budget.Within);
            json.Text("channel", budget.Channel);
        });
        List(json, "inhibitions", policy.Inhibitions, inhibition =>
        {
            Cases(json, "by", "severity", inhibition.BySeverity, inhibition.ByRule, inhibition.ByTag);
            Cases(json, "holdsBack", "below", inhibition.BelowSeverity, inhibition.Rule, inhibition.Tag);
        });
        if (policy.Calendar is { } calendar)
        {
            json.Object("calendar", () => Calendar(json, calendar));
        }

        if (policy.Retry != Usual.Retry)
        {
            json.Object("retry", () => Retry(json, policy.Retry));
        }

        if (policy.Attempts != Usual.Attempts)
        {
            json.Object("attempts", () => Attempts(json, policy.Attempts));
        }

        RuleWriter.Span(json, "undeterminedFor", policy.UndeterminedFor, Usual.UndeterminedFor);
    });

    private static void Calendar(Utf8JsonWriter json, WorkingCalendar calendar)
    {
        json.Texts("days", [.. calendar.Days.Select(DocumentWords.Of)]);
        json.WriteString("from", DocumentTimes.Write(calendar.From));
        json.WriteString("to", DocumentTimes.Write(calendar.To));
        json.Texts("holidays", [.. calendar.Holidays.Select(DocumentTimes.Write)]);
        json.Flag("forPeopleToo", calendar.ForPeopleToo);
    }

    private static void Retry(Utf8JsonWriter json, RetryPolicy retry)
    {
        json.Number("attempts", retry.Attempts, Usual.Retry.Attempts);
        RuleWriter.Span(json, "delay", retry.Delay, Usual.Retry.Delay);
        json.Number("factor", retry.Factor, Usual.Retry.Factor);
        RuleWriter.Span(json, "timeout", retry.Timeout, Usual.Retry.Timeout);
        json.Word("whenUncertain", retry.WhenUncertain, Usual.Retry.WhenUncertain);
    }

    private static void Attempts(Utf8JsonWriter json, AttemptOptions attempts)
    {
        json.Number("saturatedAfter", attempts.SaturatedAfter, Usual.Attempts.SaturatedAfter);
        RuleWriter.Span(json, "saturationWindow", attempts.SaturationWindow, Usual.Attempts.SaturationWindow);
        RuleWriter.Span(json, "rateWindow", attempts.RateWindow, Usual.Attempts.RateWindow);
        json.Number("responsiveTouches", attempts.ResponsiveTouches, Usual.Attempts.ResponsiveTouches);
        json.Number("unresponsiveTouches", attempts.UnresponsiveTouches, Usual.Attempts.UnresponsiveTouches);
        RuleWriter.Span(json, "unresponsiveOver", attempts.UnresponsiveOver, Usual.Attempts.UnresponsiveOver);
        json.Number("unresponsiveChannels", attempts.UnresponsiveChannels, Usual.Attempts.UnresponsiveChannels);
    }

    private static void Cases(Utf8JsonWriter json, string name, string ofSeverity, CaseSeverity? severity, string? rule, string? tag)
    {
        if (severity is null && rule is null && tag is null)
        {
            return;
        }

        json.Object(name, () =>
        {
            json.Text(ofSeverity, severity is { } word ? DocumentWords.Of(word) : null);
            json.Text("rule", rule);
            json.Text("tag", tag);
        });
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> properties)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            properties(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
