using System.Diagnostics;
using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Functions;

/// <summary>What takes engines that go back for ever takes no longer than the text is long; what is too large is refused.</summary>
public sealed class LinearTimeTests
{
    private const int Long = 100_000;

    // A thousand times what is needed, and nothing of what going back would need.
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(20);

    public static TheoryData<string, string> Catastrophes => new()
    {
        { "(a*)*b$", "a" }, { "^(a|aa)+$", "ab" }, { "(x+x+)+y", "x" }, { "^(.*?,){11}P", "1," }, { ".*.*.*=.*", "x" }, { "^(([a-z])+.)+[A-Z]([a-z])+$", "a" }, { "(a|a)*(a|a)*c", "a" },
        { "(.*)(.*)(.*)(.*)(.*)[^a]", "a" }, { "(a|b)*a(a|b){12}c", "abbabaaabb" }, { "(?:a?){50}a{50}b", "a" }, { "(?:(?:a{0,10}){0,10}){0,10}c", "a" }, { "(?i)(?:\\pL|\\pN|σ)*\\n", "ςa1" },
        { "(?:\\b|a)*\\B(?:\\w+\\b)*!", "ab " },
    };

    [Theory]
    [MemberData(nameof(Catastrophes))]
    public void A_catastrophe_is_none(string pattern, string repeated)
    {
        var clock = Stopwatch.StartNew();
        Assert.False(Matching.IsMatch(pattern, string.Concat(Enumerable.Repeat(repeated, Long / repeated.Length))));
        Assert.True(clock.Elapsed < Quick, $"{pattern} took {clock.Elapsed}");
    }

    [Theory]
    [InlineData("^a{1000}$", 1000, true)]
    [InlineData("^a{1000}$", 999, false)]
    [InlineData("^(?:(?:a{10}){10}){10}$", 1000, true)]
    [InlineData("^(?:(?:a{10}){10}){10}$", 1001, false)]
    [InlineData("^a{0,1000}$", 1000, true)]
    [InlineData("^a{0,1000}$", 1001, false)]
    [InlineData("^(?:a{1000}){0,1}a{1000,}$", 5000, true)]
    public void Counted_repetitions_up_to_a_thousand_count(string pattern, int length, bool expected) =>
        Assert.Equal(expected, Matching.IsMatch(pattern, new string('a', length)));

    [Fact]
    public void A_pattern_that_stands_for_too_much_is_refused()
    {
        var tooManySteps = "the pattern is too large: with its repetitions written out it has more than 10000 steps";
        Assert.Equal(tooManySteps, Matching.Refusal(string.Concat(Enumerable.Repeat("[ab]{1000}", 10))));
        Assert.Equal(tooManySteps, Matching.Refusal("(?:" + string.Concat(Enumerable.Repeat("(()|)", 800)) + "){1000}"));
        Assert.Equal("the pattern is too large: its classes have too many ranges, at character 1", Matching.Refusal("[" + string.Concat(Enumerable.Repeat("\\pL", 1600)) + "]"));
        Assert.Equal("groups nest deeper than 250, at character 251", Matching.Refusal(new string('(', 2500) + new string(')', 2500)));
        Assert.Equal("the pattern has more than 5000 characters", Matching.Refusal(new string('(', 100_000)));
        Assert.Equal("the pattern has more than 5000 characters", Matching.Refusal(new string('a', 5001)));
    }

    [Fact]
    public void What_is_just_not_too_much_is_read_and_run_on_a_small_stack()
    {
        string[] patterns =
        [
            string.Concat(Enumerable.Repeat("(a|b*", 250)) + new string(')', 250), string.Concat(Enumerable.Repeat("(?:x?", 250)) + new string(')', 250), string.Concat(Enumerable.Repeat("[ab]{999}", 10)),
            new string('a', 5000), string.Join('|', Enumerable.Range(0x4E00, 2490).Select(char.ConvertFromUtf32)), string.Concat(Enumerable.Repeat("(?i)\\pL", 700)),
        ];
        var failure = default(Exception);
        var thread = new Thread(() => failure = Record.Exception(() => Assert.All(patterns, p => Matching.IsMatch(p, "ab日"))), 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    [Fact]
    public void What_it_costs_is_what_the_pattern_stands_for_times_the_text()
    {
        var language = CelEnvironment.Declare().Variable("text", CelType.String).Limits(new CelLimits { MaximumCost = 100_000, MaximumEstimate = long.MaxValue }).Build();
        var text = new Dictionary<string, CelValue> { ["text"] = CelValue.Of(new string('a', 10_000)) };
        Assert.True(language.Check("text.matches('^a+$')").Evaluate(text).IsTrue);
        Assert.Equal(CelErrorKind.TooCostly, language.Check("text.matches('a{1000}')").Evaluate(text).AsError().Kind);
        Assert.Equal("EX012", Assert.Single(CelEnvironment.Declare().Limits(new CelLimits { MaximumEstimate = 50_000 }).Build().TryCheck("'a'.matches('a{1000}')", null, out _)).Code);
    }
}
