using System.Globalization;
using System.Text.Json;
using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>Days, times of day, zones and grids as documents write them.</summary>
internal static class DocumentTimes
{
    private const string DayFormat = "yyyy-MM-dd";
    private const int MostDays = 36_525;

    private static readonly string[] TimeFormats = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    /// <summary>A day: <c>2026-12-25</c>; null where it is none, which is then found.</summary>
    public static DateOnly? DayOf(this DocumentReader reader, DocumentNode node) =>
        reader.Is(node, DocumentKind.Text, "a day such as \"2026-12-25\"") && DateOnly.TryParseExact(node.Text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Mistake<DateOnly>(reader, node, "day", "Write 2000-01-03.");

    /// <summary>A time of day: <c>09:00</c>; null where it is none, which is then found.</summary>
    public static TimeOnly? TimeOf(this DocumentReader reader, DocumentNode node) =>
        reader.Is(node, DocumentKind.Text, "a time of day such as \"09:00\"") && TimeOnly.TryParseExact(node.Text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : Mistake<TimeOnly>(reader, node, "time of day", "Write 09:00, or 17:30.");

    /// <summary>A time zone by its name in the IANA database; null where it is none, which is then found.</summary>
    public static TimeZoneInfo? ZoneOf(this DocumentReader reader, DocumentNode node)
    {
        if (!reader.Is(node, DocumentKind.Text, "a text"))
        {
            return null;
        }

        var zone = CelTimeZone.Find(node.Text);
        if (zone is null)
        {
            reader.Check.Add("DO004", node, $"There is no time zone '{node.Text}'.", "Write one of the IANA database, for instance Europe/Berlin.");
        }

        return zone;
    }

    /// <summary>A grid: <c>{ "zone": "Europe/Berlin", "everyDays": 1 }</c>; null where it is not stated.</summary>
    public static EvaluationGrid? Grid(this DocumentReader reader, string name)
    {
        if (reader.Object(name, "{ \"zone\": \"Europe/Berlin\", \"everyDays\": 1 }") is not { } grid)
        {
            return null;
        }

        var days = grid.Whole("everyDays", 1, MostDays) ?? 1;
        var zone = grid.Find("zone") is { } id ? grid.ZoneOf(id) : null;
        var origin = grid.Find("origin") is { } day ? grid.DayOf(day) : null;
        grid.Done();
        return new(zone ?? TimeZoneInfo.Utc, days, origin);
    }

    public static void Grid(this Utf8JsonWriter json, string name, EvaluationGrid? grid)
    {
        if (grid is not null)
        {
            json.Object(name, () =>
            {
                json.WriteString("zone", grid.Zone.Id);
                json.Number("everyDays", grid.Days, 1);
                json.Text("origin", grid.Origin == EvaluationGrid.Daily.Origin ? null : Write(grid.Origin));
            });
        }
    }

    public static string Write(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string Write(TimeOnly time) => time.ToString(time.Ticks % TimeSpan.TicksPerMinute == 0 ? TimeFormats[0] : TimeFormats[2], CultureInfo.InvariantCulture);

    private static T? Mistake<T>(DocumentReader reader, DocumentNode node, string what, string cure)
        where T : struct
    {
        if (node.Kind == DocumentKind.Text)
        {
            reader.Check.Add("DO004", node, $"'{node.Text}' is no {what}.", cure);
        }

        return null;
    }
}
