using System.Text.Json;
using CustomerSuccess.Portfolio.Launching;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>How a launch stands on an evening, for a program.</summary>
internal static class LaunchDayJson
{
    public static void Write(Utf8JsonWriter json, LaunchDay day)
    {
        var state = day.State;
        json.WriteStartObject();
        json.WriteNumber("day", day.Day);
        json.WriteString("asOf", NumberText.Instant(state.AsOf));
        json.WriteString("knownAt", NumberText.Instant(state.KnownAt));
        json.WriteString("pace", LaunchWords.Name(state.Pace));
        Range(json, "value", state.Value);
        Each(json, "milestones", state.Milestones, Milestone);
        Each(json, "forecasts", state.Milestones.Select(m => state.Forecast(m.Id)), Forecast);
        Each(json, "accountabilities", state.Accountabilities, Accountability);
        Each(json, "ledgers", state.Ledgers, (one, ledger) => LedgerJson.Write(one, ledger));
        json.WriteStartObject("kept");
        Kept(json, "customer", state.Kept(PlanParty.Customer));
        Kept(json, "vendor", state.Kept(PlanParty.Vendor));
        json.WriteEndObject();
        Each(json, "disputes", state.Events.OfType<AccountabilityDisputed>(), (one, dispute) => Said(one, day, dispute, dispute.Item, dispute.Author, dispute.Reason));
        Each(json, "excuses", state.Events.OfType<AccountabilityExcused>(), (one, excuse) => Said(one, day, excuse, excuse.Item, excuse.Author, excuse.Reason));
        Each(json, "teeUps", TeeUps.Of(state), TeeUp);
        Each(json, "asks", day.Asks, Ask);
        Each(json, "blockers", PlanBlockers.Of(state), (one, blocker) => Blocker(one, day, blocker));
        json.WriteEndObject();
    }

    private static void Each<T>(Utf8JsonWriter json, string name, IEnumerable<T> all, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            json.WriteStartObject();
            write(json, one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Milestone(Utf8JsonWriter json, MilestoneState milestone)
    {
        json.WriteString("milestone", milestone.Id);
        JsonText.Number(json, "share", milestone.Share);
        json.WriteNumber("due", milestone.DueDay);
        json.WriteString("pace", LaunchWords.Name(milestone.Pace));
        Day(json, "reachedDay", milestone.ReachedDay);
        JsonText.Number(json, "expected", milestone.Expected);
        Range(json, "actual", milestone.Actual);
        json.WriteString("verification", LaunchWords.Name(milestone.Verification));
        json.WriteBoolean("planInsufficient", milestone.IsPlanInsufficient);
    }

    private static void Accountability(Utf8JsonWriter json, AccountabilityState owed)
    {
        json.WriteString("accountability", owed.Id);
        json.WriteString("party", LaunchWords.Name(owed.Party));
        json.WriteString("standing", LaunchWords.Name(owed.Standing));
        json.WriteNumber("due", owed.DueDay);
        Day(json, "doneDay", owed.DoneDay);
        json.WriteNumber("daysLate", owed.DaysLate);
    }

    private static void Kept(Utf8JsonWriter json, string party, KeptRate kept)
    {
        json.WriteStartObject(party);
        json.WriteNumber("kept", kept.Kept);
        json.WriteNumber("keptLate", kept.KeptLate);
        json.WriteNumber("failed", kept.Failed);
        json.WriteNumber("excused", kept.Excused);
        JsonText.Number(json, "rate", kept.Rate);
        json.WriteEndObject();
    }

    private static void Said(Utf8JsonWriter json, LaunchDay day, PlanEvent said, string item, string author, string reason)
    {
        json.WriteString("accountability", item);
        json.WriteNumber("day", day.DayOf(said));
        json.WriteString("author", author);
        json.WriteString("reason", reason);
    }

    private static void TeeUp(Utf8JsonWriter json, TeeUpState teeUp)
    {
        json.WriteString("teeUp", teeUp.Id);
        json.WriteString("standing", LaunchWords.Name(teeUp.Standing));
        json.WriteString("reason", teeUp.Reason);
    }

    private static void Ask(Utf8JsonWriter json, LaunchAsk ask)
    {
        json.WriteString("teeUp", ask.TeeUp);
        json.WriteBoolean("allowed", ask.IsAllowed);
        json.WriteString("reason", ask.Reason);
    }

    private static void Forecast(Utf8JsonWriter json, PlanForecast forecast)
    {
        json.WriteString("milestone", forecast.Milestone);
        Day(json, "day", forecast.Day);
        Day(json, "earliestDay", forecast.EarliestDay);
        Day(json, "latestDay", forecast.LatestDay);
        json.WriteString("basis", LaunchWords.Name(forecast.Basis));
        json.WriteNumber("observations", forecast.Observations);
    }

    private static void Blocker(Utf8JsonWriter json, LaunchDay day, BlockerState blocker)
    {
        json.WriteString("pattern", blocker.Raised.Pattern);
        json.WriteString("dimension", blocker.Raised.Dimension);
        json.WriteString("item", blocker.Raised.Item);
        json.WriteNumber("raisedDay", day.DayOf(blocker.Raised));
        Day(json, "clearedDay", blocker.ClearedAt is { } at ? day.DayOf(at) : null);
        json.WriteBoolean("goneForEver", blocker.IsGoneForEver);
    }

    private static void Range(Utf8JsonWriter json, string name, ValueRange range)
    {
        json.WriteStartObject(name);
        JsonText.Number(json, "lower", range.Lower);
        JsonText.Number(json, "upper", range.Upper);
        json.WriteEndObject();
    }

    private static void Day(Utf8JsonWriter json, string name, int? day)
    {
        if (day is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
