using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Health.OverTime;

/// <summary>Customers whose score is the latest value of one signal, so that a test says what the score is.</summary>
internal static class Usage
{
    public const string Name = "usage";

    public static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Scorecard<CustomerFacts> Card(double? windowInDays = null, string name = "usage")
    {
        var latest = SignalMeasure.Latest(Name);
        return Scorecard.For<CustomerFacts>(name).Measure("usage", windowInDays is { } days ? latest.InLast(days) : latest, m => m.MoreIsBetter().Linear(0, 100)).Build();
    }

    public static Signal Of(string customer, double day, double value, double recordedAfter = 0) =>
        new(customer, Name, Start.AddDays(day)) { Value = value, RecordedAt = Start.AddDays(day + recordedAfter) };

    /// <summary>A log of one customer, <c>acme</c>.</summary>
    public static SignalLog Log(params (double Day, double Value)[] values)
    {
        var log = new SignalLog();
        log.AppendAll(values.Select(v => Of("acme", v.Day, v.Value)));
        return log;
    }

    public static CustomerHealth Over(SignalLog signals, AccountLog? accounts = null, Action<CustomerHealthBuilder>? more = null) =>
        CustomerHealth.Of(CustomerSources.InMemory(accounts, signals), c =>
        {
            c.ScoredBy(Card());
            more?.Invoke(c);
        });

    public static async Task<List<T>> All<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }

    /// <summary>The value of something that only computes, for laws, which cannot wait.</summary>
    public static T Now<T>(ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();

    public static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
