using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Functions;

/// <summary>The next boundary of a calendar, against going through all instants at which a zone's clocks could show another unit.</summary>
public sealed class CalendarBoundaryProperties
{
    // Clocks that are set at midnight, back over a day's end, by half an hour, by a whole day, and not at all.
    private static readonly string[] Zones =
    [
        "UTC", "Europe/Berlin", "America/New_York", "America/Havana", "Africa/Cairo", "Asia/Beirut", "America/Sao_Paulo", "Australia/Lord_Howe",
        "Pacific/Apia", "Asia/Kathmandu", "+05:30", "-09:45",
    ];

    public static TheoryData<string> Getters => [.. CalendarGetters.All.Keys.Where(g => g != "getMilliseconds")];

    [Theory]
    [MemberData(nameof(Getters))]
    public void Up_to_the_boundary_nothing_changes(string name)
    {
        var random = new Random(name.Length * 31 + name[3]);
        var getter = CalendarGetters.All[name];
        for (var i = 0; i < LongRun.Cases(400, 20_000); i++)
        {
            var zone = Zones[random.Next(Zones.Length)];
            var start = Instant(random, zone);
            var boundary = CalendarBoundary.After(zone, start, getter.Unit);

            Assert.NotNull(boundary);
            Assert.True(boundary > start, $"{name} in {zone} at {new DateTime(start):O}: no progress");
            var before = Value(name, zone, start);
            for (var sample = 0; sample < 40; sample++)
            {
                var at = sample == 0 ? boundary.Value - 1 : start + (long)(random.NextDouble() * (boundary.Value - start));
                Assert.True(Value(name, zone, at) == before, $"{name} in {zone} at {new DateTime(start):O}: {before} becomes {Value(name, zone, at)} at {new DateTime(at):O}, before {new DateTime(boundary.Value):O}");
            }
        }
    }

    [Theory]
    [InlineData("getFullYear")]
    [InlineData("getMonth")]
    [InlineData("getDate")]
    [InlineData("getHours")]
    [InlineData("getSeconds")]
    public void At_the_boundary_the_unit_is_another_unless_clocks_show_the_same_again(string name)
    {
        var random = new Random(5);
        var same = 0;
        for (var i = 0; i < 500; i++)
        {
            var zone = Zones[random.Next(Zones.Length)];
            var start = Instant(random, zone);
            same += Value(name, zone, CalendarBoundary.After(zone, start, CalendarGetters.All[name].Unit)!.Value) == Value(name, zone, start) ? 1 : 0;
        }

        Assert.InRange(same, 0, 5);
    }

    [Fact]
    public void At_the_end_of_the_calendar_there_is_none_and_of_a_zone_that_is_not_there_neither()
    {
        Assert.Null(CalendarBoundary.After("UTC", DateTime.MaxValue.Ticks - 5, CalendarUnit.Day));
        Assert.Null(CalendarBoundary.After("Mars/Olympus", DateTime.UnixEpoch.Ticks, CalendarUnit.Day));
    }

    // Near a change of clocks, near a midnight, or anywhere.
    private static long Instant(Random random, string zone)
    {
        var anywhere = new DateTime(2010 + random.Next(20), 1, 1).Ticks + random.NextInt64(366 * TimeSpan.TicksPerDay);
        if (random.Next(3) == 0 && TimeZones.Find(zone) is { } info)
        {
            for (var day = anywhere; day < anywhere + (366 * TimeSpan.TicksPerDay); day += TimeSpan.TicksPerDay)
            {
                if (info.GetUtcOffset(new DateTime(day, DateTimeKind.Utc)) != info.GetUtcOffset(new DateTime(day + TimeSpan.TicksPerDay, DateTimeKind.Utc)))
                {
                    return day + random.NextInt64(-TimeSpan.TicksPerDay, 2 * TimeSpan.TicksPerDay);
                }
            }
        }

        return anywhere;
    }

    private static long Value(string name, string zone, long utc) =>
        CalendarGetters.Read(name, CalendarGetters.All[name], [CelValue.Of(new DateTimeOffset(utc, TimeSpan.Zero)), CelValue.Of(zone)]).AsInt();
}
