using System.Globalization;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Foundation;

/// <summary>Several threads, each in another culture, ask the same conditions of the same facts.</summary>
public sealed class LanguageConcurrencyTests
{
    private static readonly string[] Cultures = ["", "tr-TR", "ar-SA", "fa-IR", "de-DE", "th-TH"];

    [Fact]
    public void Everyone_gets_the_answers_that_one_gets_alone()
    {
        var random = new Random(3);
        var facts = new RandomHistory(random).At(RandomHistory.Beginning.AddDays(20));
        string[] texts = [.. Enumerable.Range(0, 60).Select(_ => new RandomCondition(random).Make(1))];
        string Answers() => string.Join('\n', texts.Select(t => RandomHistory.Language.Condition(t)).Select(c => $"{c} {c.HoldsUntil(facts)} {c.Trace(facts)} {c.Signed}"));
        var alone = Answers();
        var shared = texts.Select(RandomHistory.Language.Condition).ToArray();
        var (found, differing) = (new string[Cultures.Length], 0);
        var threads = Cultures.Select((culture, i) => new Thread(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            for (var round = 0; round < LongRun.Of(5, 200); round++)
            {
                found[i] = Answers();
                if (shared.Any(c => c.Holds(facts).IsKnown != c.HoldsUntil(facts).Reading.IsKnown))
                {
                    Interlocked.Increment(ref differing);
                }
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.Equal(0, differing);
        Assert.All(found, f => Assert.Equal(alone, f));
    }
}
