namespace CustomerSuccess.SuccessPlans;

/// <summary>Finds the time zones of plans.</summary>
internal static class PlanZones
{
    /// <summary>The zone; null where there is none of that name, which is then found.</summary>
    public static TimeZoneInfo? Find(string zone, string path, DiagnosticList found)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known))
        {
            return known;
        }

        found.Add("PL020", path, $"'{zone}' is no time zone.", "Name one of the IANA time zone database, for instance \"Europe/Berlin\".");
        return null;
    }

    /// <summary>The first instant of a date in a zone.</summary>
    /// <exception cref="ConfigurationException">There is no such zone.</exception>
    public static DateTimeOffset StartOf(DateOnly date, string zone)
    {
        var found = new DiagnosticList();
        var known = Find(zone, "plan", found);
        found.ThrowIfAny();
        return new PlanCalendar(date, known!).Start;
    }
}
