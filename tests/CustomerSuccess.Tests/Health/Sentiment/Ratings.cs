using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using static CustomerSuccess.Tests.Health.OverTime.Usage;

namespace CustomerSuccess.Tests.Health.Sentiment;

/// <summary>Ratings and owners of one customer, <c>acme</c>.</summary>
internal static class Ratings
{
    public const string Said = "csm.sentiment";

    public static readonly SentimentScale Scale = new(1, 5);

    public static Signal Rated(double day, double? value, string? rater = "ann", string customer = "acme") =>
        new(customer, Said, Start.AddDays(day)) { Value = value, Actor = rater };

    /// <summary>Many ratings of one rater before the first day, of other customers.</summary>
    public static IEnumerable<Signal> Many(string rater, int count, Func<int, double> value) =>
        Enumerable.Range(0, count).Select(i => Rated(-1 - i, value(i), rater, $"{rater} {i}"));

    public static CustomerFacts Facts(double day, IEnumerable<Signal> ratings, params Ownership[] owners)
    {
        var log = new SignalLog();
        log.AppendAll(ratings);
        var records = new AccountRecords { CustomerId = "acme", Ownerships = owners };
        return log.Facts("acme", Start.AddDays(day)).With(records.At(Start.AddDays(day), Start.AddDays(day)));
    }

    public static Ownership Owned(double day, string? owner, string role = "csm") => new("acme", owner, Start.AddDays(day)) { Role = role };
}
