using System.Text.Json;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>A ledger for a program: the properties of an object that is open.</summary>
internal static class LedgerJson
{
    public static void Write(Utf8JsonWriter json, PlanLedger ledger)
    {
        json.WriteString("milestone", ledger.Milestone);
        json.WriteNumber("due", ledger.DueDay);
        json.WriteNumber("reachedDay", ledger.ReachedDay);
        json.WriteBoolean("projected", ledger.IsProjected);
        json.WriteNumber("delay", ledger.Delay);
        json.WriteBoolean("planInsufficient", ledger.IsPlanInsufficient);
        json.WriteString("firstFailure", ledger.FirstFailure?.Item);
        json.WriteStartObject("charges");
        foreach (var one in Enum.GetValues<ChargedTo>())
            json.WriteNumber(LaunchWords.Name(one), ledger.DaysOf(one));
        json.WriteEndObject();
        json.WriteStartArray("lines");
        foreach (var line in ledger.Lines)
            Line(json, line);
        json.WriteEndArray();
        if (ledger.AsDisputed is not { } right)
        {
            json.WriteNull("ifDisputesAreRight");
            return;
        }

        json.WriteStartObject("ifDisputesAreRight");
        Write(json, right);
        json.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter json, LedgerLine line)
    {
        json.WriteStartObject();
        json.WriteString("item", line.Item);
        json.WriteNumber("readyDay", line.ReadyDay);
        json.WriteNumber("doneDay", line.DoneDay);
        json.WriteBoolean("open", line.IsOpen);
        json.WriteNumber("plannedDuration", line.PlannedDuration);
        json.WriteNumber("deviation", line.Deviation);
        json.WriteNumber("charge", line.Charge);
        json.WriteString("chargedTo", LaunchWords.Name(line.ChargedTo));
        json.WriteEndObject();
    }
}
