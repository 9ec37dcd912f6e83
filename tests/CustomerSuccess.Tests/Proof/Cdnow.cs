using System.Globalization;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Proof;

/// <summary>Every purchase of 2,357 real customers, as dated signals; and a strategy of recency, one of frequency and one of both.</summary>
internal static class Cdnow
{
    public const int Window = 182;

    private const string Purchase = "purchase";

    public static Scorecard Recency { get; } = Scorecard.For<CustomerFacts>("recency")
        .Measure("recency", SignalMeasure.DaysSince(Purchase), m => m.LessIsBetter().Piecewise((0, 100), (1000, 0)).Weight(1)).Build();

    public static Scorecard Frequency { get; } = Scorecard.For<CustomerFacts>("frequency")
        .Measure("purchase days", SignalMeasure.ActiveDays(Purchase, TimeZoneInfo.Utc), m => m.MoreIsBetter().Piecewise((0, 0), (1000, 100)).Weight(1)).Build();

    /// <summary>50·max(0, 1 − recency/180) + 50·min(frequency, 5)/5.</summary>
    public static Scorecard Both { get; } = Scorecard.For<CustomerFacts>("recency and frequency")
        .Measure("recency", SignalMeasure.DaysSince(Purchase), m => m.LessIsBetter().Piecewise((0, 100), (180, 0)).Weight(50))
        .Measure("purchase days", SignalMeasure.ActiveDays(Purchase, TimeZoneInfo.Utc), m => m.MoreIsBetter().Piecewise((0, 0), (5, 100)).Weight(50)).Build();

    /// <summary>The purchases; those of one day are, besides, entered as if they had been made the day before.</summary>
    public static SignalLog Log(DateTimeOffset? datedBack = null)
    {
        var log = new SignalLog();
        foreach (var line in File.ReadLines(SharedFile.PathOf("data", "cdnow", "CDNOW_sample.txt")))
        {
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var day = new DateTimeOffset(DateTime.ParseExact(cells[2], "yyyyMMdd", CultureInfo.InvariantCulture), TimeSpan.Zero);
            var value = double.Parse(cells[4], CultureInfo.InvariantCulture);
            log.Append(new(cells[0], Purchase, day) { Value = value });
            if (day == datedBack)
            {
                log.Append(new(cells[0], Purchase, day.AddDays(-1)) { Value = value, RecordedAt = day });
            }
        }

        return log;
    }

    /// <summary>Customers are those with purchases. Who bought nothing in the days after <paramref name="from"/> up to <paramref name="to"/> left at their end.</summary>
    public static CustomerSources Sources(SignalLog log, DateTimeOffset from, DateTimeOffset to)
    {
        var outcomes = new AccountLog();
        var bought = SignalMeasure.Count(Purchase).InLast(to - from);
        foreach (var id in log.CustomerIds.Where(id => log.Facts(id, to).Signals.Read(bought).Value == 0))
        {
            outcomes.Add(new Outcome(id, OutcomeKind.NonRenewal, to));
        }

        return new() { Signals = log, Outcomes = outcomes };
    }

    public static CustomerHealth Health(SignalLog log, Scorecard card) => CustomerHealth.Of(new() { Signals = log }, h => h.ScoredBy(card));
}
