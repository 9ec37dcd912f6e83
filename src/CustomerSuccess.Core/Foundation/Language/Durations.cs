using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>The functions of durations in days that every language has.</summary>
internal static class Durations
{
    /// <summary>The version of what every language has.</summary>
    public const string Version = "1";

    private const double NanosecondsPerDay = 86_400e9;

    public static void AddTo(CelEnvironmentBuilder environment) => environment
        .Function("days", [CelType.Int], CelType.Duration, (_, x) => Days(x[0].AsInt()), Options("So many days of 24 hours, as a duration."))
        .Function("days", [CelType.Double], CelType.Duration, (_, x) => Days(x[0].AsDouble()), Options("So many days of 24 hours, as a duration."))
        .Function("inDays", [CelType.Duration], CelType.Double, (_, x) => CelValue.Of(x[0].AsNanoseconds() / NanosecondsPerDay), new() { IsReceiver = true, Version = Version, KeepsOrder = true, Description = "A duration as a number of days of 24 hours." });

    // 292 years, as long as a duration may be.
    private static CelValue Days(double days) => Math.Abs(days) * NanosecondsPerDay < long.MaxValue
        ? CelValue.Of(TimeSpan.FromTicks((long)Math.Round(days * TimeSpan.TicksPerDay)))
        : CelValue.Of(new CelError(CelErrorKind.Range, "a duration is at most about 292 years either way"));

    private static CelFunctionOptions Options(string description) => new() { Version = Version, Description = description };
}
