namespace CustomerSuccess.Tests.Signals.Plans;

/// <summary>Zones, and days on which something happens to their clocks.</summary>
internal static class Zones
{
    public static (TimeZoneInfo Zone, DateTimeOffset Day)[] Days { get; } =
    [
        Of("UTC", 2026, 3, 1),
        Of("UTC", 2024, 2, 29),
        Of("America/New_York", 2024, 2, 29),
        Of("America/Sao_Paulo", 2018, 11, 4),     // midnight does not exist
        Of("America/Sao_Paulo", 2018, 2, 18),     // from midnight back to 23:00 of the day before
        Of("Asia/Beirut", 2022, 3, 27),           // midnight does not exist
        Of("Asia/Beirut", 2022, 10, 30),
        Of("America/Asuncion", 1975, 10, 1),      // a gap at midnight that comes with another offset of the zone
        Of("Atlantic/Azores", 2023, 10, 29),      // midnight exists twice
        Of("Europe/Berlin", 2024, 3, 31),
        Of("Europe/Berlin", 2024, 10, 27),
        Of("Pacific/Apia", 2011, 12, 30),         // a day that was left out
        Of("Pacific/Kwajalein", 1993, 8, 21),     // another
        Of("Australia/Lord_Howe", 2024, 4, 7),    // half an hour
        Of("America/Toronto", 1919, 3, 31),       // a gap from 23:30 to 0:30
    ];

    public static TimeZoneInfo Find(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static (TimeZoneInfo, DateTimeOffset) Of(string zone, int year, int month, int day) => (Find(zone), new(year, month, day, 3, 0, 0, TimeSpan.Zero));
}
