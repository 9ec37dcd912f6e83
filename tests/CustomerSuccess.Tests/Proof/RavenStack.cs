using System.Globalization;
using CustomerSuccess.Proof;

namespace CustomerSuccess.Tests.Proof;

/// <summary>A made-up portfolio with planted nonsense: tables drawn without regard to each other, use before a subscription began.</summary>
internal static class RavenStack
{
    /// <summary>A naive score: how much an account used in the month, as a percentage of the busiest account's.</summary>
    public static List<DatedScore> MonthlyUse()
    {
        var accounts = Rows("subscriptions").ToDictionary(r => r[0], r => r[1]);
        var use = Rows("feature_usage")
            .GroupBy(r => (Account: accounts[r[1]], Month: new DateTime(Day(r[2]).Year, Day(r[2]).Month, 1)))
            .ToDictionary(g => g.Key, g => g.Sum(r => double.Parse(r[4], CultureInfo.InvariantCulture)));
        var most = use.Values.Max();
        var (first, last) = (use.Keys.Min(k => k.Month), use.Keys.Max(k => k.Month));
        return
        [
            .. from account in accounts.Values.Distinct()
               from month in Enumerable.Range(0, 12 * 20).Select(first.AddMonths).TakeWhile(m => m <= last)
               select new DatedScore(account, Utc(month.AddMonths(1).AddDays(-1)), 100 * use.GetValueOrDefault((account, month)) / most),
        ];
    }

    /// <summary>Those with an event left on its day; the others stayed, decided at the end of the data.</summary>
    public static List<DatedOutcome> Outcomes()
    {
        var events = Rows("churn_events").Select(r => (Account: r[1], Day: Day(r[2]))).ToList();
        var left = events.Select(e => e.Account).ToHashSet();
        var end = events.Max(e => e.Day);
        return
        [
            .. events.GroupBy(e => e.Account).Select(g => new DatedOutcome(g.Key, Utc(g.Min(e => e.Day)), churned: true)),
            .. Rows("accounts").Select(r => r[0]).Where(a => !left.Contains(a)).Select(a => new DatedOutcome(a, Utc(end), churned: false)),
        ];
    }

    // No field that is read here is quoted or holds a comma.
    public static IEnumerable<string[]> Rows(string table) =>
        File.ReadLines(SharedFile.PathOf("data", "ravenstack", $"ravenstack_{table}.csv")).Skip(1).Select(l => l.Split(','));

    private static DateTime Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Utc(string day) => Utc(Day(day));

    private static DateTimeOffset Utc(DateTime day) => new(day, TimeSpan.Zero);
}
