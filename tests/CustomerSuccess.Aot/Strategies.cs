using CustomerSuccess.Health;
using CustomerSuccess.Testing;

namespace CustomerSuccess.Aot;

/// <summary>A strategy of one's own, and the laws that every strategy keeps.</summary>
internal sealed class RetentionModel : IHealthScoreStrategy
{
    public HealthResult Score(HealthScoreContext context)
    {
        var logins = context.Facts.Number("logins");
        return logins.IsKnown
            ? HealthResult.Of(100 / (1 + Math.Exp(2 - (0.2 * logins.Value)))).Because("logins", raw: logins.Value)
            : HealthResult.Unknown(logins.Causes);
    }
}

internal static class Strategies
{
    public static void Run()
    {
        Console.WriteLine("== strategies");
        Console.WriteLine(StrategyLaws.Check(() => new RetentionModel(), x => x.Number("logins", 0, 60).RaisesWith("logins")));
        var composite = HealthStrategies.WorstOf("worst", ("model", new RetentionModel()), ("flat", HealthStrategies.From("flat", _ => HealthResult.Of(60), version: "1")));
        Console.WriteLine(StrategyLaws.Check(composite, x => x.Number("logins", 0, 60)));
        var counting = 0;
        var broken = StrategyLaws.Check(HealthStrategies.From("counting", _ => HealthResult.Of(counting++ % 50)));
        Console.WriteLine($"one that counts its calls: {string.Join(", ", broken.Violations.Select(v => v.Law).Distinct())}");
    }
}
