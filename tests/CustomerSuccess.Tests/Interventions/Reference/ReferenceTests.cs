using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Interventions.Reference;

public class ReferenceTests
{
    [Fact]
    [Requirement("INT-1")]
    [Requirement("INT-2")]
    [Requirement("INT-3")]
    [Requirement("INT-4")]
    [Requirement("INT-5")]
    public void Whatever_the_rules_facts_and_clock_the_engine_does_what_semantics_say() => Check(0, LongRun.Of(2_000, 100_000));

    private static void Check(int first, int count)
    {
        var found = new System.Collections.Concurrent.ConcurrentBag<(int Seed, string Story)>();
        Parallel.For(first, first + count, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            if (StoryRun.Differs(StoryMaker.Of(seed)) is { } story)
            {
                found.Add((seed, story));
            }
        });

        Assert.True(found.IsEmpty, $"{found.Count} of {count} stories differ: {string.Join(", ", found.Select(f => f.Seed).Order().Take(40))}\n{found.OrderBy(f => f.Story.Length).FirstOrDefault().Story}");
    }
}
