using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Signals.Plans;

namespace CustomerSuccess.Tests.Foundation;

public sealed class EvaluationGridProperties
{
    private static readonly string[] OtherZones = ["Asia/Kathmandu", "Pacific/Kiritimati", "Africa/Cairo", "America/St_Johns", "Africa/Casablanca", "America/Havana", "Europe/Dublin"];

    [Law]
    public void A_point_is_the_first_instant_at_which_the_clocks_show_its_day_or_a_later_one(Seed seed)
    {
        var (dice, grid) = (seed.Dice(), Grid(seed));
        var point = grid.FirstAfter(Near(dice, grid))!.Value;

        var (now, before) = (NaiveCalendar.Local(point, grid.Zone), NaiveCalendar.Local(point.AddTicks(-1), grid.Zone));
        Agreement.That(before.Date < now.Date, () => $"{point:O} shows {now:O}, a tick before {before:O}. {grid} {seed}");
        // A day that was left out has the point of the day after it.
        Agreement.That(IsPoint(now.Date) || IsPoint(now.Date.AddDays(-1)), () => $"{point:O} shows {now:O}. {grid} {seed}");
        // Where midnight exists, it is shown, and was not shown before.
        var shown = NaiveCalendar.At(now.Date, grid.Zone);
        Agreement.That(shown.Length == 0 ? now.TimeOfDay > TimeSpan.Zero : point == shown[0], () => $"{point:O} shows {now:O}. {grid} {seed}");

        bool IsPoint(DateTime day) => (DateOnly.FromDateTime(day).DayNumber - grid.Origin.DayNumber) % grid.Days == 0;
    }

    [Law]
    public void Going_on_and_back_meets_the_same_points_in_order(Seed seed)
    {
        var (dice, grid) = (seed.Dice(), Grid(seed));
        var start = Near(dice, grid);
        var (at, points) = (start, new List<DateTimeOffset>());
        for (var i = 0; i < 6; i++)
        {
            at = grid.FirstAfter(at)!.Value;
            points.Add(at);
            Agreement.That(points.Count < 2 || points[^1] > points[^2], () => $"{points[^1]:O} after {at:O}. {grid} {seed}");
        }

        var back = new List<DateTimeOffset>();
        for (var p = grid.LastBefore(at.AddTicks(1)); p is { } point && point > start; p = grid.LastBefore(point))
        {
            back.Insert(0, point);
        }

        Assert.Equal(points, back);
        Agreement.That(points[0] > start && !(grid.LastBefore(points[0]) > start), () => $"{start:O}: {points[0]:O}. {grid} {seed}");
    }

    private static EvaluationGrid Grid(Seed seed)
    {
        var dice = seed.Dice();
        var (zone, day) = dice.Of(Zones.Days);
        zone = dice.OneIn(3) ? Zones.Find(dice.Of(OtherZones)) : zone;
        return new(zone, dice.Of(1, 1, 2, 7), DateOnly.FromDateTime(day.Date).AddDays(-dice.Below(20)));
    }

    // Around the day on which something happens to the clocks, or anywhere within decades.
    private static DateTimeOffset Near(Dice dice, EvaluationGrid grid)
    {
        var origin = new DateTimeOffset(grid.Origin.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(9);
        return origin + (TimeSpan.FromMinutes(15) * dice.Between(-1200, dice.OneIn(3) ? 4_000_000 : 2400)) + TimeSpan.FromTicks(dice.Between(-1, 1));
    }
}
