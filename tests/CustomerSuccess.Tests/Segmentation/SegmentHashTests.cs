using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Tests.Segmentation;

public sealed class SegmentHashTests
{
    private static readonly AppropriateExperience Experience = new()
    {
        Coverage = ExperienceCoverage.LowTouch,
        Channels = ["call", "email"],
        ContactEvery = TimeSpan.FromDays(14),
        Skills = ["French"],
    };

    [Fact]
    public void The_hash_is_the_SHA_256_of_the_canonical_JSON_of_the_content()
    {
        var json = """{"format":1,"name":"experience","purpose":"Experience","segments":[{"experience":{"channels":["call","email"],"contactEvery":14,"coverage":"LowTouch","skills":["French"]},"name":"b","priority":5,"when":"\"seats\" >= 10"},{"experience":{"coverage":"SelfServe"},"name":"rest"}]}""";
        var scheme = SegmentScheme.For("experience", SegmentPurpose.Experience)
            .Segment("b", Fact.Number("seats").AtLeast(10), Experience, priority: 5)
            .Otherwise("rest", new() { Coverage = ExperienceCoverage.SelfServe })
            .Build();

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json))), scheme.ConfigurationHash);
    }

    [Fact]
    public void Other_content_is_another_hash()
    {
        SegmentScheme[] schemes =
        [
            Of(Experience),
            Of(Experience, name: "served"),
            Of(Experience, priority: 1),
            Of(Experience, priority: -1),
            Of(Experience, when: Fact.Number("seats").MoreThan(10)),
            Of(Experience, when: Fact.Number("seats").AtLeast(11)),
            Of(Experience, when: Fact.Number("seat").AtLeast(10)),
            Of(Experience, when: FactCondition.Of("rule", _ => Reading.Known(true), "1")),
            Of(Experience, when: FactCondition.Of("rule", _ => Reading.Known(true), "2")),
            Of(Experience, when: FactCondition.Of("rule", _ => Reading.Known(true))),
            Of(Experience, segment: "c"),
            Of(Experience, rest: "others"),
            Of(Experience with { Coverage = ExperienceCoverage.HighTouch }),
            Of(Experience with { Channels = ["email", "call"] }),
            Of(Experience with { ByPeople = ["a"] }),
            Of(Experience with { Automatic = ["a"] }),
            Of(Experience with { ContactEvery = TimeSpan.FromDays(15) }),
            Of(Experience with { ContactEvery = null, ReviewEvery = TimeSpan.FromDays(14) }),
            Of(Experience with { Skills = [] }),
        ];

        Assert.Equal(schemes.Length, schemes.Select(s => s.ConfigurationHash).Distinct().Count());
        Assert.All(schemes, s => Assert.Matches("^[0-9a-f]{64}$", s.ConfigurationHash));
        Assert.NotEqual(Tier(SegmentPurpose.Persona), Tier(SegmentPurpose.EconomicTier));
    }

    [Fact]
    public void The_same_content_is_the_same_hash_however_it_is_written()
    {
        Assert.Equal(Of(Experience).ConfigurationHash, Of(Experience with { }, priority: 0).ConfigurationHash);
        var one = SegmentScheme.For("x", SegmentPurpose.Other).Segment("a", Fact.IsTrue("p")).Segment("b", Fact.Text("q").IsOneOf("2", "1")).Otherwise("c").Build();
        var two = SegmentScheme.For("x", SegmentPurpose.Other).Otherwise("c").Segment("b", Fact.Text("q").IsOneOf("1", "2")).Segment("a", Fact.IsTrue("p")).Build();
        Assert.Equal(one.ConfigurationHash, two.ConfigurationHash);
    }

    private static string Tier(SegmentPurpose purpose) => SegmentScheme.For("x", purpose).Otherwise("a").Build().ConfigurationHash;

    private static SegmentScheme Of(AppropriateExperience experience, string name = "experience", string segment = "b", string rest = "rest", FactCondition? when = null, int priority = 0) =>
        SegmentScheme.For(name, SegmentPurpose.Experience)
            .Segment(segment, when ?? Fact.Number("seats").AtLeast(10), experience, priority)
            .Otherwise(rest, Experiences.SelfServe)
            .Build();
}
