using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using CustomerSuccess.Tests.Signals.Plans;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Signals;

/// <summary>Usage judged against a season.</summary>
[Requirement("HLT-23")]
public sealed class SeasonTests
{
    private static readonly DateTimeOffset Start = At("2024-01-01");
    private static readonly SeasonCalendar Year = SeasonCalendar.Year(TimeZoneInfo.Utc);
    private static readonly SignalMeasure Lessons = SignalMeasure.Sum("lesson").InLast(28);

    [Fact]
    public void The_same_window_of_last_year_is_what_usage_is_divided_by()
    {
        var facts = School().Facts("school", At("2025-08-20")).Signals;

        // In August there are few lessons, as there were a year before: by the year before it is steady, by itself it fell.
        Assert.Equal((28d * 2, 28d * 2, 1d), (facts.Read(Lessons).Value, facts.Read(Lessons.OneCycleEarlier(Year)).Value, facts.Read(Lessons.AgainstSeason(Year)).Value));
        Assert.Equal(28d * 10, School().Facts("school", At("2025-06-20")).Signals.Read(Lessons).Value);
    }

    [Theory]
    [InlineData("2025-01-28T23:59:59.9999999Z", false)]     // a year before, the window began before the customer did
    [InlineData("2025-01-29T00:00:00Z", true)]               // (1 January − 1 tick, 29 January − 1 tick] − a tick: all of it lived
    [InlineData("2024-06-01", false)]
    [InlineData("2025-06-01", true)]
    public void With_less_than_one_cycle_it_is_unknown(string asOf, bool known)
    {
        var log = new SignalLog();
        log.AppendAll(Enumerable.Range(0, 800).Select(d => new Signal("school", "lesson", Start.AddDays(d).AddTicks(1)) { Value = 1 }));
        var facts = log.Facts("school", At(asOf)).Signals;

        Assert.Equal(known, facts.Read(Lessons.AgainstSeason(Year)).IsKnown);
        // Not 0: what a customer did not do before it came says nothing.
        Assert.Equal(known, facts.Read(Lessons.OneCycleEarlier(Year)).IsKnown);
        Assert.True(known || facts.Read(Lessons.AgainstSeason(Year)).Causes[0].ToString() == "lesson: incomplete for a season: less than one cycle of 'UTC'");
    }

    [Fact]
    public void Without_a_window_a_cycle_is_enough()
    {
        var log = School();

        Assert.False(log.Facts("school", At("2024-12-31")).Signals.Read(SignalMeasure.Sum("lesson").AgainstSeason(Year)).IsKnown);
        Assert.Equal(1 + (3286 / 10d), log.Facts("school", At("2025-01-01")).Signals.Read(SignalMeasure.Sum("lesson").AgainstSeason(Year)).Value, 9);
    }

    [Fact]
    public async Task Since_when_there_is_such_a_customer_is_what_the_host_says()
    {
        var accounts = new AccountLog().Add(new Customer("school", At("2024-10-01")));
        var health = CustomerHealth.Of(CustomerSources.InMemory(accounts, School()), c => c.ScoredBy(Scorecard.For<CustomerFacts>("default")
            .Measure("lessons", Lessons.AgainstSeason(Year), m => m.MoreIsBetter().Linear(0, 2).Redistribute())
            .Build()));

        var (before, after) = (await health.ScoreAsync("school", At("2025-10-28")), await health.ScoreAsync("school", At("2025-10-29")));
        Assert.Equal((null, 50d), (before!.Value, after!.Value));
        Assert.Contains("less than one cycle", before.Explain().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_declared_calendar_compares_the_same_place_in_the_term_before()
    {
        var terms = SeasonCalendar.Declared("terms", At("2024-02-01"), At("2024-09-01"), At("2025-02-01"));
        var log = new SignalLog();
        log.AppendAll([new("school", "lesson", At("2024-02-05")) { Value = 4 }, new("school", "lesson", At("2024-09-03")) { Value = 6 }, new("school", "enrolment", At("2023-01-01"))]);
        var week = SignalMeasure.Sum("lesson").InLast(7).AgainstSeason(terms);

        Assert.Equal(1.5, log.Facts("school", At("2024-09-06")).Signals.Read(week).Value);
        Assert.Equal("lesson: incomplete for a season: less than one cycle of 'terms'", Assert.Single(log.Facts("school", At("2024-08-31")).Signals.Read(week).Causes).ToString());
        Assert.Equal("lesson: no observations: 0 in the same window one cycle earlier", Assert.Single(log.Facts("school", At("2025-02-20")).Signals.Read(week).Causes).ToString());
    }

    [Fact]
    public void Both_windows_must_be_covered_and_say_which_is_not()
    {
        var log = School().Covers("lesson", new() { From = At("2024-07-10") });

        Assert.Equal("lesson: incomplete before 2024-07-10", Assert.Single(log.Facts("school", At("2025-08-06")).Signals.Read(Lessons.AgainstSeason(Year)).Causes).ToString());
        Assert.True(log.Facts("school", At("2025-08-07")).Signals.Read(Lessons.AgainstSeason(Year)).IsKnown);
        Assert.Equal("lesson: incomplete through 2025-08-07", Assert.Single(log.Facts("school", At("2025-08-08"), At("2025-08-07")).Signals.Read(Lessons.AgainstSeason(Year)).Causes).ToString());
    }

    [Fact]
    public void What_arrives_late_about_last_year_is_known_from_when_it_was_recorded()
    {
        var log = School();
        log.Append(new("school", "lesson", At("2024-08-10")) { Value = 56, RecordedAt = At("2025-09-01") });
        var against = Lessons.AgainstSeason(Year);

        Assert.Equal((1d, 0.5), (log.Facts("school", At("2025-08-20")).Signals.Read(against).Value, log.Facts("school", At("2025-08-20"), At("2025-09-01")).Signals.Read(against).Value));
    }

    [Fact]
    public void The_29th_of_February_is_compared_with_the_28th()
    {
        var log = new SignalLog();
        log.AppendAll([new("school", "lesson", At("2023-01-01")), new("school", "lesson", At("2023-02-28T09:00")) { Value = 4 }, new("school", "lesson", At("2024-02-29T09:00")) { Value = 2 }]);

        Assert.Equal(0.5, log.Facts("school", At("2024-02-29T12:00")).Signals.Read(SignalMeasure.Sum("lesson").InLast(1).AgainstSeason(SeasonCalendar.Year(Zones.Find("Europe/Berlin")))).Value);
    }

    // Two years from January 2024: 10 a day, 2 a day in July and August.
    private static SignalLog School()
    {
        var log = new SignalLog();
        log.AppendAll(Enumerable.Range(0, 731).Select(d => Start.AddDays(d)).Select(d => new Signal("school", "lesson", d) { Value = d.Month is 7 or 8 ? 2 : 10 }));
        return log;
    }
}
