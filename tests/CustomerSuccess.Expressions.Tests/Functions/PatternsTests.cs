using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Functions;

/// <summary>Patterns may be asked for by many threads.</summary>
public sealed class PatternsTests
{
    [Fact]
    public void Many_threads_get_the_same_answers()
    {
        // More patterns than are remembered, of which some have more states than there is room for.
        string[] patterns = [.. Enumerable.Range(0, 700).Select(i => i % 7 == 0 ? $"(a|b)*a(a|b){{{5 + (i % 11)}}}c{i}?" : $"^(?:[ab]{{{i % 5}}}c?)+{i}?$")];
        var random = new Random(3);
        string[] texts = [.. Enumerable.Range(0, 8).Select(_ => string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => "aabbc"[random.Next(5)])))];
        var expected = patterns.Select(p => texts.Select(t => Matching.IsMatch(p, t)).ToArray()).ToArray();
        Assert.Contains(expected, e => e.Contains(true) && e.Contains(false));
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, worker =>
        {
            for (var i = 0; i < patterns.Length; i++)
            {
                // Some in one order, some in the other.
                var at = worker % 2 == 0 ? i : patterns.Length - 1 - i;
                for (var t = 0; t < texts.Length; t++)
                {
                    Assert.Equal(expected[at][t], Matching.IsMatch(patterns[at], texts[t]));
                }
            }
        });
    }
}
