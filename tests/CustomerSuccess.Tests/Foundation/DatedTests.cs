using CustomerSuccess.Customers;
using CustomerSuccess.Tests.Health.Plans;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Foundation;

public sealed class DatedTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(-1, 0, false)]
    [InlineData(0, -1, false)]
    [InlineData(5, 5, true)]
    public void A_fact_is_visible_from_when_it_holds_and_from_when_it_is_known_both_included(int asOf, int knownAt, bool visible) =>
        Assert.Equal(visible, Trait(1, 0, 2).IsVisible(Day.AddTicks(asOf), Day.AddDays(2).AddTicks(knownAt)));

    [Fact]
    public void The_last_to_take_effect_holds_and_of_several_at_one_instant_the_one_recorded_last()
    {
        Trait[] traits = [Trait(1, 0, 9), Trait(2, 1, 1), Trait(3, 1, 3), Trait(4, 2, 8)];

        Assert.Equal([null, 2d, 3d, 3d, 4d], new[] { (0, 8), (1, 1), (1, 3), (2, 7), (2, 8) }.Select(i => traits.InForce(Day.AddDays(i.Item1), Day.AddDays(i.Item2))?.Value.AsNumber()));
    }

    [Law]
    public void Which_holds_does_not_depend_on_which_came_first(Seed seed)
    {
        // Few instants, so that most are tied, and contents that their texts alone would not tell apart.
        var dice = seed.Dice();
        var facts = Enumerable.Range(0, 1 + dice.Below(6)).Select(_ => Any(dice)).ToArray();
        var (asOf, knownAt) = (Day.AddDays(dice.Below(3)), Day.AddDays(dice.Below(3)));
        var expected = facts.Select(f => f.InForce(asOf, knownAt)).ToArray();
        var shuffled = facts.Select(f => (IDated[])dice.Shuffled(f)).Select(f => f.InForce(asOf, knownAt)).ToArray();

        Assert.Equal(expected, shuffled);
    }

    private static IDated[] Any(Dice dice)
    {
        var kind = dice.Below(5);
        return [.. Enumerable.Range(0, 1 + dice.Below(5)).Select(_ => One(dice, kind))];
    }

    private static IDated One(Dice dice, int kind)
    {
        var (at, recorded) = (Day.AddDays(dice.Below(2)), Day.AddDays(dice.Below(2)));
        return kind switch
        {
            0 => new Trait("acme", "t", dice.Of(TraitValue.Of(1), TraitValue.Of("1"), TraitValue.Of("null"), TraitValue.Null, TraitValue.Of(true), TraitValue.Of("yes")), at) { RecordedAt = recorded },
            1 => new Customer("acme", at) { LifecycleStage = dice.Of(null, "a", "b"), ParentId = dice.Of(null, "a", "b"), IsActive = dice.OneIn(2), RecordedAt = recorded },
            2 => new Subscription("s", "acme", "crm", at) { Seats = dice.Of<double?>(null, 0, 1), TermMonths = dice.Of<int?>(null, 1), Entitlements = Some(dice), AnnualRevenue = dice.Of<Money?>(null, new(1, "EUR"), new(1, "USD")), RecordedAt = recorded, EffectiveAt = at },
            3 => new Ownership("acme", dice.Of(null, "ann", "bob"), at) { HandOver = dice.Of(null, "a", ""), RecordedAt = recorded },
            _ => new Outcome("acme", dice.Of(OutcomeKind.Downgrade, OutcomeKind.Renewal), at) { SubscriptionId = dice.Of(null, "a", "b"), Amount = dice.Of<Money?>(null, new(1, "EUR")), Reason = dice.Of(null, "x"), TakesEffectAt = Day.AddDays(dice.Below(2)), RecordedAt = recorded },
        };
    }

    private static Dictionary<string, double> Some(Dice dice) => dice.Of<Dictionary<string, double>>([], new() { ["a"] = 1, ["b"] = 2 }, new() { ["b"] = 2, ["a"] = 1 }, new() { ["a"] = 12 });

    private static Trait Trait(double value, int effective, int recorded) => new("acme", "t", TraitValue.Of(value), Day.AddDays(effective)) { RecordedAt = Day.AddDays(recorded) };
}
