using CustomerSuccess.Segmentation;
using CustomerSuccess.Testing;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Segmentation;

public sealed class SegmentSchemeProperties
{
    private static readonly DateTimeOffset AsOf = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Names = ["p", "q", "r"];

    [Law]
    public void Every_customer_falls_in_exactly_one_segment_the_best_of_those_that_match(Seed seed)
    {
        var dice = seed.Dice();
        var segments = Segments(dice, seed.Size);
        var facts = Facts(dice);
        var answer = Scheme(segments).Assign(facts, "acme", AsOf);

        // By brute force: of all that hold, none may be better.
        var holding = segments.Where(s => s.When.Holds(facts) is { IsKnown: true, Value: true }).ToArray();
        var best = holding.OrderBy(s => -(long)s.Priority).ThenBy(s => s.Name, StringComparer.Ordinal).Select(s => s.Name).FirstOrDefault("rest");
        Claim.Holds(answer.Segment == best, $"{answer.Explain()} instead of {best}, of {facts}");
        Assert.Equal(holding.Select(s => s.Name).Where(n => n != best).Order(StringComparer.Ordinal), answer.AlsoMatched.Select(c => c.Segment).Order(StringComparer.Ordinal));
    }

    [Law]
    public void The_order_in_which_segments_are_written_changes_nothing(Seed seed)
    {
        var dice = seed.Dice();
        var segments = Segments(dice, seed.Size);
        var facts = Facts(dice);
        var (one, two) = (Scheme(segments), Scheme(dice.Shuffled(segments)));
        var (first, second) = (one.Assign(facts, "acme", AsOf), two.Assign(facts, "acme", AsOf));

        Assert.Equal(one.ConfigurationHash, two.ConfigurationHash);
        Assert.Equal((first.Segment, first.Explain(), first.ConfigurationHash), (second.Segment, second.Explain(), second.ConfigurationHash));
    }

    [Law]
    public void An_answer_is_certain_exactly_where_no_completion_of_the_facts_moves_it(Seed seed)
    {
        var dice = seed.Dice();
        var segments = Segments(dice, Math.Min(seed.Size, 4), simple: true);
        var scheme = Scheme(segments);
        var facts = Facts(dice);
        var answer = scheme.Assign(facts, "acme", AsOf);
        var moved = Completions(facts).Select(c => scheme.Assign(c, "acme", AsOf)).Any(a => a.Segment != answer.Segment);

        Claim.Holds(answer.IsCertain != moved, $"{answer.Explain()} of {facts}");
    }

    private static SegmentScheme Scheme(IEnumerable<(string Name, FactCondition When, int Priority)> segments)
    {
        var builder = SegmentScheme.For("tier", SegmentPurpose.EconomicTier);
        foreach (var (name, when, priority) in segments)
        {
            builder.Segment(name, when, priority: priority);
        }

        return builder.Otherwise("rest").Build();
    }

    private static (string Name, FactCondition When, int Priority)[] Segments(Dice dice, int size, bool simple = false) =>
        [.. Enumerable.Range(0, dice.Between(0, size)).Select(i => ($"{(char)('a' + dice.Below(26))}{i}", Condition(dice, simple ? 0 : 3), dice.Of(0, 0, 0, 1, -1, 7, int.MinValue, int.MaxValue)))];

    private static FactCondition Condition(Dice dice, int depth) => (depth == 0 ? 0 : dice.Below(4)) switch
    {
        1 => Condition(dice, depth - 1) & Condition(dice, depth - 1),
        2 => Condition(dice, depth - 1) | Condition(dice, depth - 1),
        3 => !Condition(dice, depth - 1),
        _ => Fact.Number(dice.Of<string>(Names)).AtLeast(dice.Of(0, 1, 2)),
    };

    private static WrittenFacts Facts(Dice dice) => Names.Aggregate(CustomerSuccess.Testing.Facts.None, (facts, name) =>
        dice.OneIn(3) ? facts.Unknown(name) : facts.With(name, (double)dice.Below(3)));

    private static IEnumerable<WrittenFacts> Completions(WrittenFacts facts)
    {
        var missing = Names.Where(n => !facts.Number(n).IsKnown).ToArray();
        return missing.Length == 0
            ? [facts]
            : new double[] { -1, 0, 1, 2 }.SelectMany(v => Completions(facts.With(missing[0], v)));
    }
}
