using System.Globalization;
using CustomerSuccess.Health;
using CustomerSuccess.Testing;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Health.Strategies;

/// <summary>A thrown strategy: lambdas over facts named a to f, some unknown without theirs and some failing, in nested composites.</summary>
internal sealed class ThrownStrategy
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f"];

    private readonly Dice _dice;
    private readonly IHealthScoreStrategy _strategy;

    public ThrownStrategy(Seed seed)
    {
        _dice = seed.Dice();
        _strategy = Strategy(seed.Size);
    }

    public static IHealthScoreStrategy Leaf(Dice dice, bool failing = true)
    {
        var (first, second, start, weight) = (dice.Of(Names), dice.Of(Names), dice.Between(-20, 60), dice.Between(-1, 1));
        return HealthStrategies.From("leaf", dice.Below(failing ? 8 : 6) switch
        {
            0 or 1 => c => c.Facts.Number(first) is var x && x.IsKnown ? HealthResult.Of(x.Value).Because(first, points: weight * x.Value, raw: x.Value) : HealthResult.Unknown(x.Causes),
            2 or 3 => c => HealthResult.Of(start + (weight * c.Facts.Number(first).OrElse(50)) + (0.2 * c.Facts.Number(second).OrElse(0))).Because(first, points: start).Because(second, points: 0.1),
            4 => c => c.Facts.Number(first) is var x && x.IsKnown ? HealthResult.Of(Math.Clamp(x.Value, 10, 90)) : HealthResult.Unknown(x.Causes).Between(10, 90).Covering(0.25),
            5 => _ => HealthResult.Of(start),
            6 => _ => throw new InvalidOperationException("thrown"),
            _ => _ => HealthResult.Of(double.NaN),
        });
    }

    public static HealthScore Score(IHealthScoreStrategy strategy, WrittenFacts facts) =>
        new StrategyRunner("thrown", strategy).Score(facts.AsOf(Tenant.AsOf, customerId: "acme"));

    public HealthScore Score(WrittenFacts facts) => Score(_strategy, facts);

    public WrittenFacts Some() => Names.Aggregate(Facts.None, (facts, name) => _dice.OneIn(3) ? facts.Unknown(name) : facts.With(name, _dice.Between(0, 100.0)));

    public WrittenFacts Completed(WrittenFacts facts) =>
        Names.Aggregate(facts, (all, name) => all.Number(name).IsKnown ? all : all.With(name, _dice.Of(0, 100, _dice.Between(0, 100.0))));

    private IHealthScoreStrategy Strategy(int size)
    {
        if (size <= 1)
        {
            return Leaf(_dice);
        }

        (string Name, double Weight, IHealthScoreStrategy Strategy)[] parts =
            [.. Enumerable.Range(0, _dice.Between(1, 4)).Select(i => ($"part {i.ToString(CultureInfo.InvariantCulture)}", _dice.Between(0.0, 5) + (i == 0 ? 1 : 0), Strategy(_dice.Below(size))))];
        return _dice.Below(3) switch
        {
            0 => HealthStrategies.Weighted("weighted", parts),
            1 => HealthStrategies.WorstOf("worst", [.. parts.Select(p => (p.Name, p.Strategy))]),
            _ => HealthStrategies.FirstThatAnswers("first", [.. parts.Select(p => (p.Name, p.Strategy))]),
        };
    }
}
