using System.Globalization;
using CustomerSuccess.Tests.Signals.Plans;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Foundation;

public sealed class EvaluationGridTests
{
    [Fact]
    public void Points_are_midnights_and_an_instant_that_is_one_lies_between_its_neighbours()
    {
        var grid = EvaluationGrid.Daily;

        Assert.Equal(At("2026-03-02"), grid.FirstAfter(At("2026-03-01")));
        Assert.Equal(At("2026-03-01"), grid.FirstAfter(At("2026-03-01").AddTicks(-1)));
        Assert.Equal(At("2026-02-28"), grid.LastBefore(At("2026-03-01")));
        Assert.Equal(At("2026-03-01"), grid.LastBefore(At("2026-03-01").AddTicks(1)));
    }

    [Fact]
    public void Every_so_many_days_from_the_origin_which_is_the_first()
    {
        var weekly = new EvaluationGrid(TimeZoneInfo.Utc, 7, new DateOnly(2026, 1, 5));

        Assert.Equal(At("2026-01-05"), weekly.FirstAfter(At("1980-01-01")));
        Assert.Null(weekly.LastBefore(At("2026-01-05")));
        Assert.Equal(At("2026-01-05"), weekly.LastBefore(At("2026-01-12")));
        Assert.Equal(At("2026-01-19"), weekly.FirstAfter(At("2026-01-12")));
        Assert.Equal("every 7 days at midnight in UTC from 2026-01-05", weekly.ToString());
    }

    [Theory]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00Z")]     // 00:00 → 01:00: the first instant after the gap
    [InlineData("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00Z")]     // 00:00 → 23:00 of the day before: midnight comes an hour later
    [InlineData("Asia/Beirut", "2022-03-27", "2022-03-26T22:00Z")]
    [InlineData("Asia/Beirut", "2022-10-30", "2022-10-29T22:00Z")]
    [InlineData("Atlantic/Azores", "2023-10-29", "2023-10-29T00:00Z")]       // 01:00 → 00:00: the earlier of two midnights
    [InlineData("America/Toronto", "1919-03-31", "1919-03-31T04:30Z")]       // 23:30 → 00:30: the end of the gap, not half an hour later
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00Z")]          // the whole day was left out
    [InlineData("Pacific/Apia", "2011-12-31", "2011-12-30T10:00Z")]
    [InlineData("Asia/Kathmandu", "2026-01-01", "2025-12-31T18:15Z")]
    public void A_midnight_that_does_not_exist_is_the_first_instant_after_the_gap_and_of_two_it_is_the_earlier(string zone, string day, string point)
    {
        var grid = new EvaluationGrid(Zones.Find(zone), 1, DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.Equal(At(point), grid.FirstAfter(At("1800-01-01")));
    }

    [Fact]
    public void A_grid_ends_with_the_calendar_and_does_not_go_on_looking()
    {
        var grid = EvaluationGrid.Daily;

        Assert.Equal(At("9999-12-31"), grid.FirstAfter(At("9999-12-30")));
        Assert.Null(grid.FirstAfter(At("9999-12-31")));
        Assert.Null(grid.FirstAfter(DateTimeOffset.MaxValue));
        Assert.Equal(At("9999-12-31"), grid.LastBefore(DateTimeOffset.MaxValue));
        Assert.Equal(At("2000-01-01"), grid.FirstAfter(DateTimeOffset.MinValue));
    }

    [Fact]
    public void The_longest_step_and_the_first_day_there_is_are_fine()
    {
        var once = new EvaluationGrid(TimeZoneInfo.Utc, int.MaxValue, new DateOnly(2026, 1, 1));
        Assert.Equal(At("2026-01-01"), once.FirstAfter(At("2000-01-01")));
        Assert.Null(once.FirstAfter(At("2026-01-01")));
        Assert.Equal(At("2026-01-01"), once.LastBefore(DateTimeOffset.MaxValue));

        // The midnight of the year 1 east of Greenwich lies before all instants.
        var early = new EvaluationGrid(Zones.Find("Asia/Tokyo"), 1, DateOnly.MinValue);
        Assert.Equal(DateTimeOffset.MinValue, early.LastBefore(DateTimeOffset.MinValue.AddHours(1)));
        Assert.NotNull(early.FirstAfter(DateTimeOffset.MinValue));
    }

    [Fact]
    public void A_step_of_no_days_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationGrid(TimeZoneInfo.Utc, 0));
}
