using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>What scores customers that are new, and until when. Immutable.</summary>
internal sealed class ColdStartRule(StrategyRunner runner, TimeSpan? maximumAge, double? untilCoverage)
{
    public StrategyRunner Runner => runner;

    /// <summary>From this age on a customer is not new; null for any age.</summary>
    public TimeSpan? MaximumAge => maximumAge;

    /// <summary>From this coverage of the usual score on a customer is not new; null for whatever is known.</summary>
    public double? UntilCoverage => untilCoverage;

    public StrategySelection New(TimeSpan age, StrategySelection usual)
    {
        var until = new[]
        {
            maximumAge is { } oldest ? $"{Days(oldest)} old" : null,
            untilCoverage is { } known ? $"{Percent(known)} of '{usual.Runner.Name}' is known" : null,
        };
        return new(runner, $"'{runner.Name}' as a cold start: {Days(age)} old, until {string.Join(" or ", until.OfType<string>())}");
    }

    public static StrategySelection OldEnough(StrategySelection usual, TimeSpan age) =>
        usual with { Because = $"{usual.Because}; no cold start: {Days(age)} old" };

    public StrategySelection KnownEnough(StrategySelection usual, DateTimeOffset since) =>
        usual with { Because = $"{usual.Because}; no cold start: {Percent(untilCoverage!.Value)} was known on {NumberText.Instant(since)}" };

    private static string Days(TimeSpan age) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(age.TotalDays * 100) / 100:0.##} day{(age == TimeSpan.FromDays(1) ? "" : "s")}");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");
}
