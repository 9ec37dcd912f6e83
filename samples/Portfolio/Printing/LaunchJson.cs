using System.Globalization;
using System.Text.Json;
using CustomerSuccess.Portfolio.Launching;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>A launch for a program: one JSON object.</summary>
internal static class LaunchJson
{
    public static void Write(Launch launch, TextWriter output) => JsonText.Write(output, json =>
    {
        var plan = launch.Plan;
        json.WriteStartObject();
        json.WriteString("account", launch.Account.Account.Id);
        json.WriteString("name", launch.Account.Account.Versions[0].Name);
        json.WriteNumber("seed", launch.Options.Seed);
        json.WriteString("note", Words.Simulated);
        json.WriteString("template", plan.Template.Name);
        json.WriteString("templateHash", plan.Template.ConfigurationHash);
        json.WriteString("planHash", plan.ContentHash);
        json.WriteString("startsOn", plan.Version.StartsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("zone", plan.Version.Zone);
        json.WritePropertyName("outlook");
        json.WriteRawValue(PlanOutlook.Of(launch.Days[0].State).ToJson());
        json.WriteStartArray("days");
        foreach (var day in launch.Days)
            LaunchDayJson.Write(json, day);
        json.WriteEndArray();
        json.WriteStartArray("outcomes");
        foreach (var outcome in launch.Days[^1].State.Outcomes)
            Outcome(json, outcome);
        json.WriteEndArray();
        Vector(json, launch.Days[^1].State.Vector);
        json.WriteEndObject();
    });

    private static void Outcome(Utf8JsonWriter json, OutcomeState outcome)
    {
        json.WriteStartObject();
        json.WriteString("outcome", outcome.Id);
        json.WriteBoolean("reached", outcome.IsReached);
        json.WriteString("verification", LaunchWords.Name(outcome.Verification));
        json.WriteEndObject();
    }

    private static void Vector(Utf8JsonWriter json, SuccessVector vector)
    {
        json.WriteStartObject("successVector");
        json.WriteString("direction", LaunchWords.Name(vector.Direction));
        JsonText.Number(json, "points", vector.Magnitude);
        JsonText.Number(json, "lower", vector.Lower);
        JsonText.Number(json, "upper", vector.Upper);
        JsonText.Number(json, "windowDays", vector.Window.TotalDays);
        json.WriteEndObject();
    }
}
