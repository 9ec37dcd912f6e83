using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.SuccessPlans.Documents;

/// <summary>Every mistake of a plan is told where it stands, all at once, and what follows of it is none.</summary>
[Requirement("OPS-2")]
public sealed class PlanMistakeTests
{
    private const string Live = "{ \"id\": \"live\", \"due\": 30 }";

    [Theory]
    [InlineData("\"name\": \" \", \"milestones\": [{ \"id\": \"a\", \"due\": 1 }]", "PL001 $.name")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"\", \"due\": 1 }, { \"id\": \" \", \"due\": 1 }]", "PL001 $.milestones[0].id", "PL001 $.milestones[1].id")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1 }], \"blockers\": [{ \"pattern\": \"b\", \"dimension\": \"\" }]", "PL001 $.blockers[0].dimension")]
    [InlineData("\"name\": \"p\", \"milestones\": []", "PL002 $.milestones")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1 }], \"accountabilities\": [{ \"id\": \"a\", \"party\": \"vendor\", \"due\": 1 }]", "PL003 $.accountabilities[0].id")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1, \"after\": [\"b\"] }, { \"id\": \"b\", \"due\": 1, \"after\": [\"a\"] }]", "PL004 $.milestones[0].after")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1, \"after\": [\"b\"] }, { \"id\": \"b\", \"due\": 2 }]", "PL005 $.milestones[0].due")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": -1 }, { \"id\": \"b\", \"due\": 2, \"start\": 3 }, { \"id\": \"c\", \"due\": 200000 }]", "PL006 $.milestones[0].due", "PL006 $.milestones[1].start", "PL006 $.milestones[2].due")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1, \"weight\": 0 }]", "PL007 $.milestones[0].weight")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1, \"objective\": \"o\" }], \"objectives\": [{ \"id\": \"o\", \"baseline\": 1, \"target\": 1, \"due\": -1, \"measure\": \"1.0\" }]", "PL008 $.objectives[0].target", "PL006 $.objectives[0].due")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1, \"accepts\": [\"event\", \"expression\"] }, { \"id\": \"b\", \"due\": 1, \"accepts\": [] }, { \"id\": \"c\", \"due\": 1, \"evidence\": \"1.0 > 2.0\" }]", "PL009 $.milestones[0].accepts[1]", "PL009 $.milestones[1].accepts", "PL009 $.milestones[2].evidence")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1, \"after\": [\"a1\", \"b/c\"], \"valueDriver\": \"d\", \"objective\": \"o\" }]", "PL010 $.milestones[0].after[0]", "PL010 $.milestones[0].after[1]", "PL010 $.milestones[0].valueDriver", "PL010 $.milestones[0].objective")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1 }], \"outcomes\": [{ \"id\": \"o\", \"milestones\": [\"a\", \"b\"], \"follows\": \"x\" }], \"teeUps\": [{ \"id\": \"t\", \"kind\": \"review\", \"milestone\": \"b\" }], \"blockers\": [{ \"pattern\": \"p\", \"dimension\": \"People\", \"item\": \"b\" }], \"assets\": [{ \"id\": \"s\", \"valueDriver\": \"v\", \"item\": \"b\" }]",
        "PL010 $.outcomes[0].milestones[1]", "PL010 $.outcomes[0].follows", "PL010 $.teeUps[0].milestone", "PL010 $.blockers[0].item", "PL010 $.assets[0].valueDriver", "PL010 $.assets[0].item")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1 }], \"outcomes\": [{ \"id\": \"o\", \"milestones\": [\"a\"], \"follows\": \"o\" }]", "PL011 $.outcomes[0].follows")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1, \"evidence\": \"health.value > 50.0\" }, { \"id\": \"b\", \"due\": 1, \"objective\": \"o\" }], \"objectives\": [{ \"id\": \"o\", \"baseline\": 0, \"target\": 1, \"due\": 1, \"measure\": \"health.value\" }]", "PL012 $.milestones[0].evidence", "PL012 $.objectives[0].measure")]
    public void What_a_check_in_CSharp_finds_stands_where_it_is_written(string properties, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), Mistakes(properties).Select(d => $"{d.Code} {d.Path}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("\"milestones\": [{ \"id\": \"a\", \"due\": 1 }]", "DO003 $")]
    [InlineData("\"name\": \"p\"", "DO003 $")]
    [InlineData("\"name\": \"p\", \"milestones\": 5", "DO004 $.milestones")]
    [InlineData("\"name\": \"p\", \"milestones\": [1, \"a\"]", "DO004 $.milestones[0]", "DO004 $.milestones[1]")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 5, \"after\": [\"x\"] }, { \"due\": 9 }]", "DO003 $.milestones[1]")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 5 }, { \"id\": \"b\", \"start\": 3, \"after\": [\"a\"] }, { \"id\": \"c\", \"due\": \"soon\", \"after\": [\"a\"] }]", "DO003 $.milestones[1]", "DO004 $.milestones[2].due")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1.5, \"evidence\": \"signals.logn.count(days(1)) > 1.0\", \"accepts\": [] }]", "DO004 $.milestones[0].due", "EX007 $.milestones[0].evidence")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1, \"accepts\": [\"attestaton\", 3], \"mode\": \"hold\", \"kind\": \"win\", \"skills\": { \"sql\": 6, \"\": 1, \"r\": 1.5, \"x\": \"2\" } }]",
        "DO004 $.milestones[0].accepts[0]", "DO004 $.milestones[0].accepts[1]", "DO004 $.milestones[0].mode", "DO004 $.milestones[0].kind", "DO004 $.milestones[0].skills.sql", "DO004 $.milestones[0].skills[\"\"]", "DO004 $.milestones[0].skills.r", "DO004 $.milestones[0].skills.x")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1, \"objective\": 5, \"accepts\": [] }]", "DO004 $.milestones[0].objective")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1, \"weight\": 1e999 }]", "DO004 $.milestones[0].weight")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1, \"objective\": \"o\" }], \"objectives\": [{ \"id\": \"o\", \"baseline\": -1e999, \"target\": 1, \"due\": 1, \"measure\": \"1.0\" }]", "DO004 $.objectives[0].baseline")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1 }], \"accountabilities\": [{ \"id\": \"b\", \"due\": 1, \"place\": \"outside\" }]", "DO003 $.accountabilities[0]", "DO004 $.accountabilities[0].place")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1, \"objective\": \"o\" }], \"objectives\": [{ \"id\": \"o\", \"target\": 1, \"due\": 1, \"measure\": { \"reader\": \"close dys@2\" } }]", "DO003 $.objectives[0]", "DO012 $.objectives[0].measure.reader")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1 }], \"objectives\": [{ \"id\": \"o\", \"baseline\": 0, \"target\": \"1\", \"measure\": 5, \"du\": 1 }]", "DO004 $.objectives[0].target", "DO003 $.objectives[0]", "DO004 $.objectives[0].measure", "DO002 $.objectives[0].du")]
    [InlineData("\"name\": \"p\", \"milestones\": [{ \"id\": \"a\", \"due\": 1 }], \"teeUps\": [{ \"id\": \"t\" }], \"assets\": [{ \"id\": \"s\" }], \"blockers\": [{ \"pattern\": \"b\" }], \"valueDrivers\": [\"faster\"]", "DO003 $.teeUps[0]", "DO003 $.teeUps[0]", "DO003 $.assets[0]", "DO003 $.blockers[0]", "DO004 $.valueDrivers[0]")]
    public void What_cannot_be_read_is_told_and_nothing_that_follows_of_it(string properties, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), Mistakes(properties).Select(d => $"{d.Code} {d.Path}").Order(StringComparer.Ordinal));

    [Fact]
    public void All_mistakes_are_told_at_once_with_line_column_and_a_cure_in_words_of_documents()
    {
        var exception = Assert.Throws<ConfigurationException>(() => ThrownPlan.Read("""
            { "kind": "plan", "name": "onboarding",
              "milestones": [
                { "id": "live", "due": 30, "after": ["acess"], "evidence": "signals.exprt.count(days(28)) > 0.0" },
                { "id": "often", "due": 20, "after": ["live"], "weight": -1 } ],
              "accountabilities": [ { "id": "access", "party": "custmer", "due": 10 } ],
              "teeUps": [ { "id": "story", "kind": "caseStudy", "milestone": "oftn" } ] }
            """));

        Assert.Equal(
            [
                "PL010 3,42 Did you mean 'access'?",
                "EX007 3,73 Did you mean 'export'?",
                "PL005 4,29 What comes before it is due on that day or earlier: move one of the two.",
                "PL007 4,62 A milestone weighs more than 0, up to 1e12: what it is worth beside the others.",
                "DO004 5,52 Did you mean 'customer'?",
                "PL010 6,66 Did you mean 'often'?",
            ],
            exception.Diagnostics.Select(d => $"{d.Code} {d.Line},{d.Column} {d.Cure}"));
    }

    [Fact]
    public void Of_several_of_one_name_each_mistake_stands_in_its_own()
    {
        var mistakes = Mistakes($$"""
            "name": "p", "milestones": [{{Live}}], "valueDrivers": [{ "name": "live" }],
            "assets": [{ "id": "live", "valueDriver": "dead" }], "outcomes": [{ "id": "live", "milestones": ["dead"] }], "teeUps": [{ "id": "live", "kind": "review", "milestone": "dead" }]
            """);

        Assert.Equal(["PL010 $.assets[0].valueDriver", "PL010 $.outcomes[0].milestones[0]", "PL010 $.teeUps[0].milestone"], mistakes.Select(d => $"{d.Code} {d.Path}"));
    }

    [Fact]
    public void A_skill_at_two_levels_and_half_a_character_are_mistakes_in_CSharp_too()
    {
        var mistakes = Assert.Throws<ConfigurationException>(() => PlanTemplate.Of("p", new() { Milestones = [new() { Id = "m", Title = "half \ud800", DueDay = 1, Skills = [new("sql", 2), new("sql", 3)] }] })).Diagnostics;

        Assert.Equal(["PL003 plan/p/m", "PL021 plan/p/m"], mistakes.Select(m => $"{m.Code} {m.Path}"));
    }

    [Fact]
    public void Warnings_of_a_document_stand_where_they_are_written()
    {
        var template = ThrownPlan.Read("""
            { "kind": "plan", "name": "p",
              "milestones": [ { "id": "kick-off", "kind": "kickOffHeld", "due": 3 } ],
              "objectives": [ { "id": "o", "baseline": 0, "target": 1, "due": 1, "measure": "signals.login.count(days(1))" } ],
              "outcomes": [ { "id": "won" } ] }
            """);

        Assert.Equal(["PL013 $.milestones[0].kind 2,47", "PL015 $.objectives[0].id 3,27", "PL016 $.outcomes[0].id 4,25"], template.Warnings.Select(w => $"{w.Code} {w.Path} {w.Line},{w.Column}"));
    }

    private static IReadOnlyList<Diagnostic> Mistakes(string properties) =>
        Assert.Throws<ConfigurationException>(() => ThrownPlan.Read($"{{ \"kind\": \"plan\", {properties} }}")).Diagnostics;
}
