using CustomerSuccess.Expressions.Tests.Support;
using FsCheck.Fluent;

namespace CustomerSuccess.Expressions.Tests.Functions;

/// <summary>Laws over random patterns and texts.</summary>
public sealed class MatchingProperties
{
    private static readonly FsCheck.Rnd Seed = new(20240229, 14159265359);

    [FsCheck.Xunit.Property(MaxTest = 4_000, Replay = "20240229,14159265359", Arbitrary = [typeof(NaivePatterns)], QuietOnSuccess = true, EndSize = 60)]
    internal void A_text_matches_as_the_plain_meaning_of_each_part_says(NaiveCase tried)
    {
        var pattern = tried.Pattern.ToString();
        var withoutStates = new Re2Pattern(pattern, room: 0);
        var withFewStates = new Re2Pattern(pattern, room: 1000);
        foreach (var text in tried.Texts)
        {
            var expected = tried.Pattern.IsMatch(text);
            var found = (Matching.IsMatch(pattern, text), withoutStates.IsMatch(text), withFewStates.IsMatch(text));
            if (found != (expected, expected, expected))
            {
                Assert.Fail($"{expected} by the meaning, {found} by matching, without states and with few of them");
            }
        }
    }

    [Fact]
    public void The_law_is_of_matches_as_much_as_of_others()
    {
        var cases = NaivePatterns.Arbitrary().Generator.Sample(60, Seed, 1000).SelectMany(c => c.Texts.Select(t => c.Pattern.IsMatch(t))).ToArray();
        Assert.InRange(cases.Count(m => m), cases.Length / 5, cases.Length * 4 / 5);
    }
}
