using System.Globalization;

namespace CustomerSuccess.Portfolio.Reading;

/// <summary>
/// Reads a day (<c>2026-01-31</c>) or an instant of ISO 8601 with its offset (<c>2026-01-31T14:30:00+01:00</c>). Whatever
/// different people would read differently is refused: 01/02/2026, and a time of day of nobody knows which zone.
/// </summary>
internal static class InstantText
{
    private const string Like = "Write it like 2026-01-31, or with time and offset like 2026-01-31T14:30:00+01:00 or 2026-01-31T13:30:00Z.";
    private const int DayLength = 10;

    private static readonly string[] Times = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    /// <param name="text">The text, trimmed.</param>
    /// <param name="instant">The instant, UTC.</param>
    /// <param name="mistake">What is wrong with it: the rest of a sentence that begins with the text.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant, out string mistake)
    {
        instant = default;
        mistake = $"is not a date. {Like}";
        if (text.Length < DayLength || !DateOnly.TryParseExact(text[..DayLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;
        if (text.Length == DayLength)
        {
            instant = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            return true;
        }

        return text[DayLength] == 'T' && TryTime(day, text[(DayLength + 1)..], out instant, ref mistake);
    }

    private static bool TryTime(DateOnly day, ReadOnlySpan<char> text, out DateTimeOffset instant, ref string mistake)
    {
        instant = default;
        var end = text.IndexOfAny('Z', '+', '-');
        if (!TimeOnly.TryParseExact(end < 0 ? text : text[..end], Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return false;
        if (end < 0)
        {
            mistake = "has no offset, so nobody can say when it was. Write Z or an offset like +01:00 behind it.";
            return false;
        }

        var ticks = day.ToDateTime(time).Ticks;
        if (text[end] != 'Z')
        {
            if (!TryOffset(text[end..], out var offset))
                return false;
            ticks -= offset.Ticks;
        }
        else if (end != text.Length - 1)
        {
            return false;
        }

        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return false;
        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    // RFC 3339 writes -00:00 where the offset is not known.
    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (!TimeOnly.TryParseExact(text[1..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var size))
            return false;
        offset = text[0] == '-' ? -size.ToTimeSpan() : size.ToTimeSpan();
        return offset.Duration() <= TimeSpan.FromHours(14) && !(text[0] == '-' && offset == TimeSpan.Zero);
    }
}
