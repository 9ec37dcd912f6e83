using System.Globalization;

namespace CustomerSuccess;

/// <summary>How raw numbers and instants are shown to people: two decimals, or four significant digits below 1. Invariant culture.</summary>
public static class NumberText
{
    /// <summary>The text of a number, with its unit behind it where it has one.</summary>
    public static string Of(double number, string? unit = null)
    {
        var format = number != 0 && Math.Abs(number) < 1 ? "G4" : Math.Abs(number) < 1e15 ? "0.##" : "G6";
        var text = number.ToString(format, CultureInfo.InvariantCulture);
        return unit is null ? text : unit == "%" ? $"{text} %" : $"{text} {unit}";
    }

    /// <summary>The text of an instant, as short as it is exact: <c>2026-03-01</c> at midnight UTC, <c>2026-03-01T12:30:00Z</c> otherwise.</summary>
    public static string Instant(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        return utc.ToString(utc.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);
    }
}
