using System.Text.Json;
using CustomerSuccess.Interventions;
using CustomerSuccess.Measurement;
using CustomerSuccess.Portfolio.Quarter;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>A quarter by rules for a program: one JSON object.</summary>
internal static class QuarterJson
{
    public static void Write(QuarterReport report, TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("from", Words.Day(report.Calendar.From));
        json.WriteNumber("weeks", QuarterCalendar.Weeks);
        json.WriteNumber("seed", report.Options.Seed);
        json.WriteString("note", Words.Simulated);
        json.WriteString("configurationHash", report.Run.Engine.ConfigurationHash);
        json.WriteNumber("customers", report.Customers);
        json.WriteNumber("evaluated", report.Run.Evaluated);
        Array(json, "rules", report.Rules, Rule);
        Array(json, "touches", report.Touches, Touches);
        Array(json, "heldBack", report.Run.HeldBack.All, HeldBack);
        Queue(json, report);
        json.WriteNumber("postponed", report.Run.Postponed);
        Text(json, "brief", report.Brief?.ToMarkdown());
        Answer(json, "why", report.Why);
        Answer(json, "whyNot", report.WhyNot);
        Maturity(json, report.Maturity);
        Replay(json, report.Replay);
        Array(json, "problems", report.Run.Problems, (j, p) => j.WriteStringValue(p.ToString()));
        json.WriteEndObject();
    });

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
            json.WriteNull(name);
        else
            json.WriteString(name, text);
    }

    private static void Rule(Utf8JsonWriter json, RuleTally rule)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Rule.Name);
        json.WriteString("hash", rule.Rule.ConfigurationHash);
        json.WriteNumber("cases", rule.Cases.Count);
        json.WriteNumber("customers", rule.Customers);
        json.WriteNumber("touches", rule.Touches);
        json.WriteNumber("answered", rule.Answered);
        json.WriteNumber("open", rule.Open);
        json.WriteStartObject("ended");
        foreach (var outcome in Enum.GetValues<CaseOutcome>().Where(o => rule.Of(o) > 0))
            json.WriteNumber(LaunchWords.Name(outcome), rule.Of(outcome));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Touches(Utf8JsonWriter json, (string Channel, int[] Weeks) touches)
    {
        json.WriteStartObject();
        json.WriteString("channel", touches.Channel);
        Array(json, "weeks", touches.Weeks, (j, w) => j.WriteNumberValue(w));
        json.WriteEndObject();
    }

    private static void HeldBack(Utf8JsonWriter json, (SuppressionReason Reason, int Touches, int Firings, string Example) held)
    {
        json.WriteStartObject();
        json.WriteString("reason", LaunchWords.Name(held.Reason));
        json.WriteNumber("touches", held.Touches);
        json.WriteNumber("firings", held.Firings);
        json.WriteString("example", held.Example);
        json.WriteEndObject();
    }

    private static void Queue(Utf8JsonWriter json, QuarterReport report)
    {
        if (report.Queue is not var (owner, queue))
        {
            json.WriteNull("queue");
            return;
        }

        json.WriteStartObject("queue");
        json.WriteString("owner", owner);
        json.WriteString("day", Words.Day(queue.At));
        JsonText.Number(json, "capacity", queue.Capacity);
        JsonText.Number(json, "minutes", queue.Minutes);
        Array(json, "work", queue.Taken.Concat(queue.Cut).OrderBy(w => w.Place), Work);
        json.WriteEndObject();
    }

    private static void Work(Utf8JsonWriter json, QueuedWork work)
    {
        json.WriteStartObject();
        json.WriteNumber("place", work.Place);
        json.WriteString("customer", work.Item.CustomerId);
        json.WriteString("touch", work.Item.Touch.Key.ToString());
        Text(json, "channel", work.Item.Touch.Channel);
        JsonText.Number(json, "minutes", work.Item.Minutes);
        JsonText.Number(json, "worth", work.Worth.IsKnown ? work.Worth.Value : null);
        json.WriteString("because", work.Because);
        Text(json, "cutBecause", work.CutBecause);
        json.WriteEndObject();
    }

    private static void Answer(Utf8JsonWriter json, string name, RuleExplanation? answer)
    {
        if (answer is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("customer", answer.CustomerId);
        json.WriteString("rule", answer.Rule);
        json.WriteString("standing", LaunchWords.Name(answer.Standing));
        json.WriteString("asOf", answer.AsOf.UtcDateTime);
        Array(json, "lines", answer.Explain().Split('\n'), (j, l) => j.WriteStringValue(l));
        json.WriteEndObject();
    }

    private static void Maturity(Utf8JsonWriter json, MaturityReport report)
    {
        var all = report.Overall;
        json.WriteStartObject("maturity");
        json.WriteString("level", LaunchWords.Name(all.Level));
        json.WriteBoolean("borderline", all.IsBorderline);
        json.WriteNumber("cases", all.Cases);
        json.WriteNumber("reactive", all.Reactive.Count);
        json.WriteNumber("proactive", all.Proactive.Count);
        json.WriteNumber("leading", all.Leading.Count);
        json.WriteNumber("unclassified", all.Unclassified.Count);
        json.WriteString("because", all.Because);
        JsonText.Number(json, "omnidirectionality", report.Omnidirectionality.Value);
        json.WriteEndObject();
    }

    private static void Replay(Utf8JsonWriter json, QuarterReplay? replay)
    {
        if (replay is null)
        {
            json.WriteNull("replay");
            return;
        }

        json.WriteStartObject("replay");
        json.WriteString("rule", replay.Rule.Name);
        json.WriteNumber("waitsLongerDays", QuarterReplay.LongerDays);
        json.WriteNumber("cases", replay.Comparison.Before.Cases.Count);
        json.WriteNumber("touches", replay.Comparison.Before.Touches.Count);
        json.WriteNumber("resolvedAlone", replay.ResolvedAlone);
        json.WriteNumber("casesIfLater", replay.Comparison.After.Cases.Count);
        json.WriteNumber("touchesIfLater", replay.Comparison.After.Touches.Count);
        json.WriteNumber("customersSpared", replay.Spared);
        json.WriteEndObject();
    }
}
