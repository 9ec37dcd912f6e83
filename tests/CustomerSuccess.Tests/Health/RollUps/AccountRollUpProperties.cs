using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.RollUps;

public sealed class AccountRollUpProperties
{
    [Law]
    public void A_value_lies_within_its_bounds_and_the_lines_sum_to_it_in_whatever_order(Seed seed)
    {
        var dice = seed.Dice();
        var options = Options(dice);
        ChildAccount[] children = [.. Children(dice, seed.Size)];
        var own = dice.OneIn(2) ? new ChildAccount("parent") { Value = Value(dice) } : null;
        var (rollUp, shuffled) = (AccountRollUp.Of(children, options, own), AccountRollUp.Of(dice.Shuffled(children), options, own));

        Assert.Equal(rollUp.Explain(), shuffled.Explain());
        Assert.Equal((rollUp.Value, rollUp.Lower, rollUp.Upper), (shuffled.Value, shuffled.Lower, shuffled.Upper));
        Assert.InRange(rollUp.Coverage, 0, 1);
        Assert.Equal(rollUp.Value ?? 0, rollUp.Lines.Sum(l => l.Points), 9);
        Assert.True(rollUp.Value is null == rollUp.Reason is not null);
        Assert.DoesNotContain("NaN", rollUp.Explain(), StringComparison.Ordinal);
        if (rollUp.Value is { } value)
        {
            Assert.InRange(value, 0, 100);
            Claim.Holds(rollUp.Lower <= value && value <= rollUp.Upper, $"{rollUp.Explain()}");
        }
    }

    [Law]
    public void Every_completion_lies_within_the_bounds(Seed seed)
    {
        var dice = seed.Dice();
        var options = Options(dice);
        ChildAccount[] children = [.. Children(dice, seed.Size)];
        var own = dice.OneIn(2) ? new ChildAccount("parent") { Value = Value(dice) } : null;
        var before = AccountRollUp.Of(children, options, own);
        var after = AccountRollUp.Of(children.Select(c => Complete(c, dice)), options, options.OwnWeight > 0 ? Complete(own ?? new("parent"), dice) : null);
        if (after.Value is { } value)
        {
            Claim.Holds(before.Lower - 1e-9 <= value && value <= before.Upper + 1e-9, $"{value:R} of {before.Explain()}\n{after.Explain()}");
        }
    }

    private static RollUpOptions Options(Dice dice) => new()
    {
        Method = dice.Of(Enum.GetValues<RollUpMethod>()),
        Lost = dice.Of(Enum.GetValues<LostChildren>()),
        OwnWeight = dice.Of(0, 0, 0.3),
        PoorBelow = dice.Of<double?>(null, 60),
        PoorBands = dice.OneIn(3) ? [0.5, 0.25] : [],
        PoorCurve = dice.OneIn(3) ? [(0.1, 90), (0.5, 95), (1, 5)] : [(0, 100), (1, 0)],
    };

    private static IEnumerable<ChildAccount> Children(Dice dice, int size)
    {
        for (var i = dice.Between(0, size); i > 0; i--)
        {
            yield return new($"child {i}")
            {
                Value = Value(dice),
                IsLost = dice.OneIn(6),
                Revenue = dice.OneIn(3) ? Reading.Unknown<Money>(new UnknownCause("revenue", UnknownKind.NotGiven)) : Reading.Known(new Money(dice.Of(0, 5, 100), "EUR")),
            };
        }
    }

    private static double? Value(Dice dice) => dice.OneIn(3) ? null : dice.Of(0, 50, 100, dice.Between(0d, 100));

    private static ChildAccount Complete(ChildAccount child, Dice dice) => new(child.CustomerId)
    {
        Value = child.Value ?? dice.Of(0, 100, dice.Between(0d, 100)),
        IsLost = child.IsLost,
        Revenue = child.Revenue.IsKnown ? child.Revenue : Reading.Known(new Money(dice.Of(0, 1, 1_000_000), "EUR")),
    };
}
