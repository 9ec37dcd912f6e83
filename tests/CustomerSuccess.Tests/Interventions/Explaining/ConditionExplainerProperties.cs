using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Contacts;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Interventions.Explaining;

/// <summary>What the smallest change promises, over random conditions of and, or, not and comparisons over traits.</summary>
public sealed class ConditionExplainerProperties
{
    private static readonly Language<CustomerFacts> Words = CustomerExpressions.Declare()
        .Trait("a", TraitKind.Number).Trait("b", TraitKind.Number).Trait("t", TraitKind.Text).Trait("f", TraitKind.Flag).Trait("s", TraitKind.Instant)
        .Build();

    private static readonly string[] Texts = ["x", "y", "z"];

    [Law(MaxTest = 1000)]
    public void Applying_the_change_makes_the_condition_hold(Seed seed)
    {
        var random = new Random(seed.Number);
        var traits = Traits(random);
        var condition = Words.Condition(Make(random, random.Next(1, 5)));
        var explanation = ConditionExplainer.Explain(condition, Facts(traits));

        Assert.Equal(condition.Holds(Facts(traits)).ToString(), explanation.Holds.ToString());
        Assert.Equal(explanation.Holds is { IsKnown: true, Value: true } || !explanation.CanHold, explanation.Changes.Count == 0);
        if (!explanation.CanHold)
        {
            return;
        }

        Assert.True(explanation.IsCertain);
        foreach (var change in explanation.Changes)
        {
            traits[change.Subject["customer.".Length..]] = change.Nearest switch
            {
                double number => TraitValue.Of(number),
                bool flag => TraitValue.Of(flag),
                DateTimeOffset instant => TraitValue.Of(instant),
                string text => TraitValue.Of(text),
                _ => TraitValue.Of("something else"),
            };
        }

        Assert.True(condition.Holds(Facts(traits)) is { IsKnown: true, Value: true }, $"{condition}: {explanation}");
    }

    [Law(MaxTest = 100)]
    public void No_change_of_fewer_values_makes_it_hold(Seed seed)
    {
        var random = new Random(seed.Number);
        var traits = Traits(random);
        var condition = Words.Condition(Make(random, random.Next(1, 4)));
        var explanation = ConditionExplainer.Explain(condition, Facts(traits));
        var needed = explanation.CanHold ? explanation.Changes.Count : int.MaxValue;

        // Every assignment of values at, between and beyond all constants.
        foreach (var a in (TraitValue?[])[null, .. Levels])
        {
            foreach (var f in (TraitValue?[])[null, TraitValue.Of(true), TraitValue.Of(false)])
            {
                foreach (var t in (TraitValue?[])[null, .. Texts.Append("something else").Select(TraitValue.Of)])
                {
                    var changed = new Dictionary<string, TraitValue>(traits);
                    var count = Put(changed, "a", a) + Put(changed, "f", f) + Put(changed, "t", t);
                    if (count < needed)
                    {
                        Assert.False(condition.Holds(Facts(changed)) is { IsKnown: true, Value: true }, $"{condition}: {explanation}, but {a} {f} {t} would do");
                    }
                }
            }
        }
    }

    private static IEnumerable<TraitValue> Levels => Enumerable.Range(-1, 9).Select(i => TraitValue.Of(i / 2.0));

    private static int Put(Dictionary<string, TraitValue> traits, string name, TraitValue? value)
    {
        if (value is null || (traits.TryGetValue(name, out var now) && now == value))
        {
            return 0;
        }

        traits[name] = value;
        return 1;
    }

    private static Dictionary<string, TraitValue> Traits(Random random)
    {
        var traits = new Dictionary<string, TraitValue>();
        foreach (var (name, value) in new[] { ("a", TraitValue.Of(random.Next(0, 4))), ("b", TraitValue.Of(random.Next(0, 4))), ("t", TraitValue.Of(Texts[random.Next(3)])), ("f", TraitValue.Of(random.Next(2) == 0)), ("s", TraitValue.Of(Scene.Day.AddDays(random.Next(-3, 1)))) })
        {
            if (random.Next(5) > 0)
            {
                traits[name] = value;
            }
        }

        return traits;
    }

    private static CustomerFacts Facts(Dictionary<string, TraitValue> traits)
    {
        var log = new AccountLog().Add(new Customer("acme", Scene.Day.AddDays(-400)));
        foreach (var (name, value) in traits)
        {
            log.Add(new Trait("acme", name, value, Scene.Day.AddDays(-10)));
        }

        return Scene.Facts(CustomerSources.InMemory(log));
    }

    private static string Make(Random random, int depth) => depth == 0 ? Leaf(random) : random.Next(5) switch
    {
        0 or 1 => $"({Make(random, depth - 1)} && {Make(random, depth - 1)})",
        2 or 3 => $"({Make(random, depth - 1)} || {Make(random, depth - 1)})",
        _ => $"!({Make(random, depth - 1)})",
    };

    private static string Leaf(Random random) => random.Next(6) switch
    {
        0 or 1 => $"customer.{"ab"[random.Next(2)]} {Sign(random)} {random.Next(0, 4)}{(random.Next(2) == 0 ? "" : ".0")}",
        2 => $"customer.t {(random.Next(2) == 0 ? "==" : "!=")} '{Texts[random.Next(3)]}'",
        3 => $"customer.t in ['{Texts[random.Next(3)]}', '{Texts[random.Next(3)]}']",
        4 => $"timestamp('2026-03-0{random.Next(1, 4)}T00:00:00Z') {Sign(random)} customer.s",
        _ => "customer.f",
    };

    private static string Sign(Random random) => new[] { "<", "<=", ">", ">=", "==", "!=" }[random.Next(6)];
}
