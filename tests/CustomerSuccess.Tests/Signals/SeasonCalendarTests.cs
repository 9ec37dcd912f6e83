using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Signals.Plans;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Signals;

public sealed class SeasonCalendarTests
{
    private static readonly SeasonCalendar Utc = SeasonCalendar.Year(TimeZoneInfo.Utc);
    private static readonly SeasonCalendar Terms = SeasonCalendar.Declared("terms", At("2024-09-01"), At("2025-02-01"), At("2025-09-01"), At("2026-02-01"));

    [Theory]
    [InlineData("2024-02-29T10:00Z", "2023-02-28T10:00Z")]
    [InlineData("2025-02-28T10:00Z", "2024-02-28T10:00Z")]
    [InlineData("2025-03-01T00:00Z", "2024-03-01T00:00Z")]
    [InlineData("2024-12-31T23:59:59.9999999Z", "2023-12-31T23:59:59.9999999Z")]
    public void A_year_earlier_is_the_same_day_and_time_and_29_February_is_compared_with_28(string instant, string earlier) =>
        Assert.Equal(At(earlier), Utc.OneCycleEarlier(At(instant)));

    [Fact]
    public void The_day_is_that_of_the_zone()
    {
        // 21:00 on 29 February in New York is 1 March in UTC.
        var newYork = SeasonCalendar.Year(Zones.Find("America/New_York"));

        Assert.Equal(At("2023-03-01T02:00Z"), newYork.OneCycleEarlier(At("2024-03-01T02:00Z")));
        Assert.Equal(At("2023-02-28T21:00-05:00"), newYork.OneCycleEarlier(At("2024-02-29T21:00-05:00")));
    }

    [Theory]
    // 02:30 did not exist on 30 March 2025: it moves forward by the hour that was left out.
    [InlineData("Europe/Berlin", "2026-03-30T02:30+02:00", "2025-03-30T03:30+02:00")]
    [InlineData("Europe/Berlin", "2026-03-30T03:30+02:00", "2025-03-30T03:30+02:00")]
    // 02:30 existed twice on 26 October 2025: the earlier.
    [InlineData("Europe/Berlin", "2026-10-26T02:30+01:00", "2025-10-26T02:30+02:00")]
    [InlineData("Asia/Beirut", "2023-03-27T00:00+03:00", "2022-03-26T22:00+00:00")]
    public void The_time_is_that_of_the_clocks(string zone, string instant, string earlier)
    {
        var actual = SeasonCalendar.Year(Zones.Find(zone)).OneCycleEarlier(At(instant))!.Value;

        Assert.Equal(NaiveCalendar.YearEarlier(At(instant), Zones.Find(zone)), actual);
        Assert.Equal(At(earlier), actual);
        Assert.Equal(TimeSpan.Zero, actual.Offset);
    }

    [Law]
    public void A_year_earlier_is_what_trying_every_offset_of_the_zone_gives(Seed seed)
    {
        var dice = seed.Dice();
        var (zone, day) = dice.Of(Zones.Days);
        var instant = day.AddYears(1) + (TimeSpan.FromMinutes(15) * dice.Between(-300, 300)) + TimeSpan.FromTicks(dice.Between(-1, 1));

        Assert.Equal(NaiveCalendar.YearEarlier(instant, zone), SeasonCalendar.Year(zone).OneCycleEarlier(instant));
    }

    [Theory]
    [InlineData("2024-08-31", null)]
    [InlineData("2024-09-01", null)]                                  // the first cycle has none before it
    [InlineData("2025-01-31", null)]
    [InlineData("2025-02-01", "2024-09-01")]
    [InlineData("2025-02-11", "2024-09-11")]
    [InlineData("2025-08-31", "2025-01-31T23:59:59.9999999Z")]        // a longer cycle reaches the end of the shorter one before
    [InlineData("2025-09-01", "2025-02-01")]
    [InlineData("2026-02-01", "2025-09-01")]
    [InlineData("2030-01-01", "2026-01-31T23:59:59.9999999Z")]        // the last goes on until a later start is declared
    public void A_declared_calendar_compares_the_same_place_in_the_cycle_before(string instant, string? earlier) =>
        Assert.Equal(earlier is null ? null : At(earlier), Terms.OneCycleEarlier(At(instant)));

    [Fact]
    public void Before_the_year_2_there_is_no_year_earlier()
    {
        Assert.Null(Utc.OneCycleEarlier(DateTimeOffset.MinValue));
        Assert.Null(Utc.OneCycleEarlier(At("0001-12-31")));
        Assert.Equal(DateTimeOffset.MinValue, Utc.OneCycleEarlier(At("0002-01-01")));
        Assert.Null(SeasonCalendar.Year(Zones.Find("Pacific/Apia")).OneCycleEarlier(At("0001-06-01")));
        Assert.NotNull(SeasonCalendar.Year(Zones.Find("Pacific/Apia")).OneCycleEarlier(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Starts_that_do_not_rise_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SeasonCalendar.Declared("terms", At("2025-01-01")));
        Assert.Throws<ArgumentException>(() => SeasonCalendar.Declared("terms", At("2025-01-01"), At("2025-01-01")));
        Assert.Throws<ArgumentException>(() => SeasonCalendar.Declared("terms", At("2025-01-01"), At("2026-01-01"), At("2025-06-01")));
        Assert.Throws<ArgumentException>(() => SeasonCalendar.Declared(" ", At("2025-01-01"), At("2026-01-01")));
    }
}
