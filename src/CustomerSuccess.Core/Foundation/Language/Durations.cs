using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>The functions of durations in days that every language has.</summary>
internal static class Durations
{
    /// <summary>The version of what every language has.</summary>
    public const string Version = "1";

    private const string Now = "now";

    private const double NanosecondsPerDay = 86_400e9;

    public static void AddTo(CelEnvironmentBuilder environment) => environment
        .Function("days", [CelType.Int], CelType.Duration, (_, x) => Days(x[0].AsInt()), Options("So many days of 24 hours, as a duration."))
        .Function("days", [CelType.Double], CelType.Duration, (_, x) => Days(x[0].AsDouble()), Options("So many days of 24 hours, as a duration."))
        .Function(
            "monthsSince",
            [CelType.Timestamp, CelType.Timestamp, CelType.String],
            CelType.Int,
            (_, x) => Months(x[0].AsTimestamp(), x[1].AsTimestamp(), x[2].AsString()),
            new() { Implies = Now, Version = Version, Description = "The calendar months, in the zone, that are complete from the second instant to the first, which is now where it is left out: monthsSince(customer.since, 'Europe/Berlin')." })
        .Function("inDays", [CelType.Duration], CelType.Double, (_, x) => CelValue.Of(x[0].AsNanoseconds() / NanosecondsPerDay), new() { IsReceiver = true, Version = Version, KeepsOrder = true, Description = "A duration as a number of days of 24 hours." });

    // 292 years, as long as a duration may be.
    // Months are those of the local calendar: n are complete from the same day and time of the n-th month on, or its last day where it has no such day.
    private static CelValue Months(DateTimeOffset instant, DateTimeOffset since, string zoneName)
    {
        if (CelTimeZone.Find(zoneName) is not { } zone)
        {
            return CelValue.Of(new CelError(CelErrorKind.InvalidArgument, $"there is no time zone {Fact.Quoted(zoneName.Length <= 60 ? zoneName : zoneName[..60])}"));
        }

        var (end, start) = (TimeZoneInfo.ConvertTime(instant, zone).DateTime, TimeZoneInfo.ConvertTime(since, zone).DateTime);
        var months = ((end.Year - start.Year) * 12) + end.Month - start.Month;
        // Within one month of the end either way.
        return CelValue.Of((long)(Later(start, months) > end ? months - 1 : months));
    }

    private static DateTime Later(DateTime start, int months) =>
        ((start.Year - 1) * 12) + start.Month - 1 + months is >= 0 and < 9999 * 12 ? start.AddMonths(months) : months > 0 ? DateTime.MaxValue : DateTime.MinValue;

    private static CelValue Days(double days) => Math.Abs(days) * NanosecondsPerDay < long.MaxValue
        ? CelValue.Of(TimeSpan.FromTicks((long)Math.Round(days * TimeSpan.TicksPerDay)))
        : CelValue.Of(new CelError(CelErrorKind.Range, "a duration is at most about 292 years either way"));

    private static CelFunctionOptions Options(string description) => new() { Version = Version, Description = description };
}
