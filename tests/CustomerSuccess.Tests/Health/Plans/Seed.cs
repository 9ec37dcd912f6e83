using FsCheck;
using FsCheck.Fluent;

namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>What FsCheck throws and shrinks: a number that decides everything, and how large the scorecard may be.</summary>
public sealed record Seed(int Number, int Size)
{
    internal Dice Dice() => new((ulong)Number);
}

/// <summary>Throws seeds; a failing one is tried again with smaller scorecards.</summary>
public static class Seeds
{
    public static Arbitrary<Seed> Arbitrary() => Arb.From(
        from number in Gen.Choose(0, int.MaxValue)
        from size in Gen.Choose(1, 7)
        select new Seed(number, size),
        seed => Enumerable.Range(1, seed.Size - 1).Select(size => seed with { Size = size }));
}

/// <summary>A law over seeds: 10,000 cases, the same in every run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LawAttribute : FsCheck.Xunit.PropertyAttribute
{
    public LawAttribute()
    {
        MaxTest = 10_000;
        Replay = "20240229,14159265359";
        Arbitrary = [typeof(Seeds)];
        QuietOnSuccess = true;
    }
}
