using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Tests.Support;
using FsCheck.Xunit;

namespace CustomerSuccess.Tests.Segmentation.Documents;

[Requirement("OPS-2")]
public sealed class SegmentDocumentTests
{
    private static readonly Language<CustomerFacts> Words = CustomerExpressions.Declare().Trait("plan", TraitKind.Text).Trait("seats", TraitKind.Number).Build();

    private const string Text = """
        {
          "kind": "segments", "name": "experience", "purpose": "experience",
          "segments": [
            { "name": "guided", "when": "customer.seats >= 100.0", "priority": 2,
              "experience": { "coverage": "highTouch", "channels": ["call", "email"], "byPeople": ["review"], "automatic": ["digest"], "contactEvery": "14 days", "reviewEvery": "90 days", "skills": ["finance"] } },
            { "name": "pooled", "when": { "any": [ { "fact": "revenue", "atLeast": 5000, "lessThan": 9000.5 }, { "not": { "isTrue": "trial" } }, { "all": [ { "fact": "plan", "is": ["pro", "team"] }, { "known": "nps" } ] } ] },
              "experience": { "coverage": "lowTouch" } },
          ],
          "otherwise": { "name": "self-serve", "experience": { "coverage": "selfServe" } },
        }
        """;

    [Fact]
    public void A_document_and_the_same_in_CSharp_are_one_scheme()
    {
        var written = SegmentScheme.For("experience", SegmentPurpose.Experience)
            .Segment("guided", Words.Condition("customer.seats >= 100.0"), new()
            {
                Coverage = ExperienceCoverage.HighTouch,
                Channels = ["call", "email"],
                ByPeople = ["review"],
                Automatic = ["digest"],
                ContactEvery = TimeSpan.FromDays(14),
                ReviewEvery = TimeSpan.FromDays(90),
                Skills = ["finance"],
            }, priority: 2)
            .Segment(
                "pooled",
                (Fact.Number("revenue").AtLeast(5000) & Fact.Number("revenue").LessThan(9000.5)) | !Fact.IsTrue("trial") | (Fact.Text("plan").IsOneOf("pro", "team") & Fact.IsKnown("nps")),
                new() { Coverage = ExperienceCoverage.LowTouch })
            .Otherwise("self-serve", new() { Coverage = ExperienceCoverage.SelfServe })
            .Build();

        var read = SegmentDocument.Read(new("experience.json", Text), Words);

        Assert.Equal(written.ConfigurationHash, read.ConfigurationHash);
        Assert.Equal(written.Segments.Select(s => $"{s.When}"), read.Segments.Select(s => $"{s.When}"));
        Assert.Equal(written.Segments.Select(s => s.Experience), read.Segments.Select(s => s.Experience));
        Assert.Equal(read.ConfigurationHash, SegmentDocument.Read(new("again.json", SegmentDocument.Write(read)), Words).ConfigurationHash);
    }

    [Property(MaxTest = 200)]
    public void Any_scheme_reads_back_as_the_same(int seed)
    {
        var scheme = Random(new Random(seed));
        var lambda = FactCondition.Of("lambda", _ => Reading.Known(true), "3");

        var text = SegmentDocument.Write(scheme);
        var read = SegmentDocument.Read(new("s.json", text), Words, lambda);

        Assert.Equal(scheme.ConfigurationHash, read.ConfigurationHash);
        Assert.Equal(text, SegmentDocument.Write(read));
    }

    [Fact]
    public void All_mistakes_of_a_scheme_are_told()
    {
        var exception = Assert.Throws<ConfigurationException>(() => SegmentDocument.Read(new("s.json", """
            { "kind": "segments", "name": "tier", "purpose": "economicTier",
              "segments": [
                { "name": "large", "when": "customer.seets > 1.0" },
                { "name": "small", "when": { "fact": "revenue" } },
                { "name": "odd", "when": "true", "experience": { "coverage": "someTouch", "contactEvery": "-1 days" } },
                { "name": "host", "when": { "reader": "strategic@1" } } ],
              "otherwise": { } }
            """), Words));

        Assert.Equal(
            ["EX007 3", "DO003 4", "DO004 5", "DO004 5", "DO012 6", "DO003 7"],
            exception.Diagnostics.Select(d => $"{d.Code} {d.Line}"));
    }

    [Fact]
    public void A_scheme_is_checked_as_one_in_CSharp_is()
    {
        var exception = Assert.Throws<ConfigurationException>(() => SegmentDocument.Read(new("s.json", """
            { "kind": "segments", "name": "x", "purpose": "experience",
              "segments": [ { "name": "a", "when": "true" }, { "name": "a", "when": "false", "experience": { "coverage": "lowTouch" } } ],
              "otherwise": { "name": "b", "experience": { "coverage": "lowTouch" } } }
            """), Words));

        Assert.Equal(["SG005 $.segments[0]", "SG004 $.segments[0].name"], exception.Diagnostics.Select(d => $"{d.Code} {d.Path}"));
    }

    private static SegmentScheme Random(Random dice)
    {
        var scheme = SegmentScheme.For($"s {dice.Next(9)}", SegmentPurpose.Other);
        for (var i = dice.Next(1, 5); i > 0; i--)
        {
            scheme.Segment($"n{i} é\"", Condition(dice, 3), priority: dice.Next(-2, 3));
        }

        return scheme.Otherwise("rest").Build();
    }

    private static FactCondition Condition(Random dice, int depth) => dice.Next(depth > 0 ? 10 : 7) switch
    {
        0 => Words.Condition("customer.plan == 'pro' && customer.seats > 3.5"),
        1 => Fact.Number("a b").AtLeast(dice.NextDouble() * 1e6),
        2 => Fact.Number("x").MoreThan(-dice.Next(9)),
        3 => Fact.Number("x").AtMost(0.1 * dice.Next(9)),
        4 => Fact.Text("plan").IsOneOf([.. Enumerable.Range(0, dice.Next(1, 4)).Select(i => $"p{i}")]),
        5 => Fact.IsTrue("on"),
        6 => FactCondition.Of("lambda", _ => Reading.Known(true), "3"),
        7 => !Condition(dice, depth - 1),
        8 => Condition(dice, depth - 1) & Condition(dice, depth - 1),
        _ => Condition(dice, depth - 1) | Condition(dice, depth - 1),
    };
}
