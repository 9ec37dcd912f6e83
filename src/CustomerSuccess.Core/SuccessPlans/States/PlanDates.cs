using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Dates and days of plans as texts, whatever the culture of the machine.</summary>
internal static class PlanDates
{
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Days(int days) => string.Create(CultureInfo.InvariantCulture, $"{days} {(Math.Abs(days) == 1 ? "day" : "days")}");

    /// <summary>The same day of a later month, or its last where it has none of that number.</summary>
    public static DateOnly AddMonths(DateOnly date, int months) => ((DateOnly.MaxValue.Year - date.Year) * 12) + DateOnly.MaxValue.Month - date.Month < months ? DateOnly.MaxValue : date.AddMonths(months);

    /// <summary>The date, in the plan's zone, on which the state holds.</summary>
    public static DateOnly Today(PlanState state) => state.Plan.DateOf(state.Day);

    /// <summary>The day on which an item was done or is expected: open, the later of what was agreed and what follows from everything open before it.</summary>
    public static int Expected(PlanState state, string item)
    {
        var place = state.Plan.Graph.PlaceOf(item);
        var (done, finish) = (state.Parts.Schedule.Done[place], state.Parts.Schedule.Finish[place]);
        return done != PlanSchedule.Open ? done : Math.Max(state.Plan.Graph.Due[place], finish);
    }
}
