using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Tests.Contacts;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Interventions.Touching.Touched;

namespace CustomerSuccess.Tests.Interventions.Touching;

/// <summary>Who is touched, and whether people do it.</summary>
public sealed class AudienceChoiceTests
{
    [Theory]
    [InlineData("champion", "dan")]
    [InlineData("boss|champion", "dan")]
    [InlineData("signer|user|champion", "bob")]
    [InlineData("boss", null)]
    [InlineData("", "cid")]
    public void The_first_persona_with_an_active_contact_is_touched(string personas, string? expected) =>
        Assert.Equal(expected, AudienceChoice.Of(Scene.Facts(People()), Audience.Of(personas.Split('|', StringSplitOptions.RemoveEmptyEntries)))?.Id);

    [Fact]
    public void Without_a_primary_contact_the_most_influential_counts_then_the_id()
    {
        var log = People().Add(Person("cid", "user", 10, false, Day));
        Assert.Equal("dan", AudienceChoice.Of(Scene.Facts(log), new())?.Id);

        log.Add(Person("dan", "champion", null, false, Day));
        Assert.Equal("eve", AudienceChoice.Of(Scene.Facts(log), new())?.Id);
        Assert.Null(AudienceChoice.Of(Scene.Facts(new ContactLog(Scene.Key)), new()));
        Assert.Null(AudienceChoice.Of(new("acme", Day), new()));
    }

    [Theory, Requirement("INT-13")]
    [InlineData(ExperienceCoverage.HighTouch, "email", false)]
    [InlineData(ExperienceCoverage.HighTouch, "in-app", true)]
    [InlineData(ExperienceCoverage.LowTouch, "in-app", true)]
    [InlineData(ExperienceCoverage.TechTouch, "in-app", false)]
    [InlineData(ExperienceCoverage.TechTouch, "call", true)]
    [InlineData(ExperienceCoverage.SelfServe, "in-app", false)]
    [InlineData(ExperienceCoverage.SelfServe, null, true)]
    public void The_experience_decides_whether_people_do_it(ExperienceCoverage coverage, string? channel, bool byPeople)
    {
        var facts = Facts(new AppropriateExperience { Coverage = coverage, Channels = ["call", "email", "in-app"], ByPeople = ["call"], Automatic = ["email", "call"] });

        Assert.Equal(byPeople, ExecutionChoice.Of(facts, new(), channel).IsByPeople);
        Assert.True(ExecutionChoice.Of(facts, new() { Execution = TouchExecution.People }, channel).IsByPeople);
        Assert.Equal(channel is null, ExecutionChoice.Of(facts, new() { Execution = TouchExecution.Automatic }, channel).IsByPeople);
    }

    [Fact]
    public void Without_an_experience_people_do_it() =>
        Assert.Equal((true, "no experience says otherwise"), ExecutionChoice.Of(Facts(null), new(), "email"));

    private static ContactLog People() => new ContactLog(Scene.Key)
        .Add(Person("ann", "champion", 90, true, Day.AddDays(-9)) with { Status = ContactStatus.OnLeave })
        .Add(Person("dan", "champion", 50, false, Day.AddDays(-9)))
        .Add(Person("eve", "champion", 50, false, Day.AddDays(-9)))
        .Add(Person("abe", "champion", null, false, Day.AddDays(-9)))
        .Add(Person("bob", "user", 20, false, Day.AddDays(-9)))
        .Add(Person("cid", "other", 10, true, Day.AddDays(-9)));

    private static Contact Person(string id, string persona, double? influence, bool primary, DateTimeOffset from) =>
        new("acme", id, from) { Persona = persona, Influence = influence, IsPrimary = primary, Channels = ["email"] };
}
