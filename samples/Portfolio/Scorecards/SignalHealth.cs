using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;
// The folder Reading of this program hides the type.
using Answer = CustomerSuccess.Reading;

namespace CustomerSuccess.Portfolio.Scorecards;

/// <summary>
/// Health through signals: what people do with the product, how it fails them, what they say. Every window lasts 28 days, so
/// that the scores of a trend share no login and no ticket; logins of the vendor and of systems are no usage. Bands and
/// segments are looked at every Monday.
/// </summary>
internal static class SignalHealth
{
    public const string HighTouch = "high touch";
    public const string Pooled = "pooled";
    public const string Digital = "digital";

    private const int Days = 28;

    private static readonly EvaluationGrid Mondays = new(TimeZoneInfo.Utc, days: 7, new DateOnly(2000, 1, 3));

    private static readonly SignalMeasure Logins = SignalMeasure.Count("login").ByCustomer().InLast(Days);
    private static readonly SignalMeasure People = SignalMeasure.DistinctActors("login").ByCustomer().InLast(Days);
    private static readonly SignalMeasure Tickets = SignalMeasure.Sum("ticket").InLast(Days);
    private static readonly SignalMeasure Recommends = SignalMeasure.Latest("nps");

    public static Scorecard<CustomerFacts> Card { get; } = Scorecard.For<CustomerFacts>("usage, tickets and surveys")
        .Group("usage", g => g.Weight(60)
            .Measure("logins a seat", f => PerSeat(f, Logins), m => m.MoreIsBetter().Linear(0.4, 3.6).Weight(70).Actionable().Version("1"))
            .Measure("seats in use", f => PerSeat(f, People, 100), m => m.Unit("%").MoreIsBetter().Linear(30, 100).Weight(30).Actionable().Version("1")))
        .Measure("severity of tickets", Tickets, m => m.LessIsBetter().Piecewise((0, 100), (2, 70), (6, 20), (10, 0)).Weight(15))
        .Measure("would recommend", Recommends, m => m.Valid(0, 10).MoreIsBetter().Piecewise((0, 0), (6, 35), (8, 75), (10, 100)).Weight(25).ExpiresAfter(TimeSpan.FromDays(182)))
        .Bands(yellow: 40, green: 65)
        .Build();

    /// <summary>How an account is looked after goes by what it pays a year.</summary>
    public static SegmentScheme Experience { get; } = SegmentScheme.For("experience", SegmentPurpose.Experience)
        .Segment(HighTouch, Fact.Number("annual revenue").AtLeast(15_000), new AppropriateExperience
        {
            Coverage = ExperienceCoverage.HighTouch,
            Channels = ["call", "email"],
            ContactEvery = TimeSpan.FromDays(14),
            ReviewEvery = TimeSpan.FromDays(91),
        }, priority: 2)
        .Segment(Pooled, Fact.Number("annual revenue").AtLeast(5_000), new AppropriateExperience
        {
            Coverage = ExperienceCoverage.LowTouch,
            Channels = ["email", "call"],
            ContactEvery = TimeSpan.FromDays(30),
            ReviewEvery = TimeSpan.FromDays(182),
        }, priority: 1)
        .Otherwise(Digital, new AppropriateExperience { Coverage = ExperienceCoverage.TechTouch, Channels = ["in-app", "email"], ReviewEvery = TimeSpan.FromDays(365) })
        .Build();

    public static CustomerHealth Over(CustomerSources sources) => CustomerHealth.Of(sources, h => h
        .AnnualRevenue("annual revenue", "EUR")
        .SegmentedBy(Experience)
        .ScoredBy(Card)
        .On(Mondays)
        .TrendOver(TimeSpan.FromDays(Days)));

    private static Reading<double> PerSeat(CustomerFacts facts, SignalMeasure measure, double times = 1)
    {
        // Whoever came last week has not been silent for three.
        if (facts.Account.Since is { } since && facts.AsOf - since < TimeSpan.FromDays(Days))
            return Answer.Unknown<double>(new UnknownCause(measure.Signal, UnknownKind.NotGiven, "a customer for less than 28 days"));
        var seats = (facts.Account.Subscriptions ?? []).Where(s => s.IsRunning(facts.AsOf)).Sum(s => s.Seats ?? 0);
        if (seats <= 0)
            return Answer.Unknown<double>(new UnknownCause("seats", UnknownKind.NotGiven, "no subscription with seats runs"));
        var read = facts.Signals.Read(measure);
        return read.IsKnown ? Answer.Known(read.Value * times / seats) : Answer.Unknown<double>(read.Causes);
    }
}
