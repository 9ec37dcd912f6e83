using System.Globalization;
using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Functions;

/// <summary>What patterns keep is bounded. Measured while no other test runs.</summary>
[Collection(nameof(PatternMemoryTests))]
public sealed class PatternMemoryTests
{
    [Fact]
    public void Patterns_that_were_used_once_are_forgotten()
    {
        Fill(300);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Fill(1200);

        // Each takes some 100,000 octets, so that all would take 120,000,000; 32,000,000 are remembered.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 50_000_000);

        static void Fill(int count)
        {
            for (var i = 0; i < count; i++)
            {
                Assert.False(Matching.IsMatch(string.Create(CultureInfo.InvariantCulture, $"[ab]{{1000}}[bc]{{1000}}[cd]{{1000}}{count}x{i}"), "a"));
            }
        }
    }

    [Fact]
    public void States_that_do_not_fit_do_not_pile_up()
    {
        // A state for each set of the last 18 places that had an 'a': more than there is room for.
        var random = new Random(5);
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(_ => random.Next(2) == 0 ? 'a' : 'b'));
        Assert.False(Matching.IsMatch("(a|b)*a(a|b){18}c", text));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(i % 2 == 1, Matching.IsMatch("(a|b)*a(a|b){18}c", text + (i % 2 == 1 ? "a" + text[..18] + "c" : "")));
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 2_000_000);
    }
}

[CollectionDefinition(nameof(PatternMemoryTests), DisableParallelization = true)]
public sealed class PatternMemoryRun;
