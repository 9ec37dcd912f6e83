using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Interventions.Documents;

namespace CustomerSuccess.Tests.Interventions.Building;

public sealed class RuleBuilderTests
{
    private static RuleBuilder Said => Rule.Named("r").When(ThrownRule.Words.Condition("customer.active")).Because("a").Agenda("b").Expecting("c");

    [Fact]
    public void Only_the_next_word_is_offered_until_all_that_is_required_is_said()
    {
        static string[] WordsOf(Type stage) => [.. stage.GetMethods().Where(m => m.DeclaringType == stage).Select(m => m.Name).Distinct()];

        Assert.Equal(["When"], WordsOf(typeof(RuleNamed)));
        Assert.Equal(["Because"], WordsOf(typeof(RuleTriggered)));
        Assert.Equal(["Agenda"], WordsOf(typeof(RuleReasoned)));
        Assert.Equal(["Expecting"], WordsOf(typeof(RuleWithAgenda)));
        Assert.Contains("Build", WordsOf(typeof(RuleBuilder)));
    }

    [Fact]
    public void Every_property_of_a_rule_can_be_said()
    {
        string[] words = [.. typeof(RuleBuilder).GetMethods().Select(m => m.Name)];
        Dictionary<string, string> saidAs = new(StringComparer.Ordinal)
        {
            ["Trigger"] = "Build",
            ["Purpose"] = "Build",
            ["Correlation"] = "OneCaseFor",
            ["Ladder"] = "Rung",
            ["Success"] = "SucceedsWhen",
            ["SuccessWithin"] = "SucceedsWithin",
            ["Exit"] = "ExitWhen",
            ["ReEntry"] = "ComesBack",
            ["Caps"] = "Cap",
            ["Direction"] = "AskedBy",
            ["Tags"] = "Tagged",
            ["Description"] = "Describe",
        };

        Assert.All(typeof(RuleContent).GetProperties().Where(p => p.CanWrite).Select(p => saidAs.GetValueOrDefault(p.Name, p.Name)), w => Assert.Contains(w, words));
    }

    [Fact]
    public void What_is_not_said_is_as_usual() => Assert.Equal(
        Rule.Of("r", new() { Trigger = Trigger.When(ThrownRule.Words.Condition("customer.active")), Purpose = new() { Reason = "a", Agenda = "b", ExpectedResult = "c" } }).ConfigurationHash,
        Said.Build().ConfigurationHash);

    [Fact]
    public void What_is_said_twice_holds_as_said_last_and_rungs_caps_and_tags_add_up()
    {
        var content = Said.Severity(CaseSeverity.Info).Severity(CaseSeverity.Critical).Audience("a").Audience("b").Rung("email").Rung("call").Cap(1, TimeSpan.FromDays(1)).Cap(2, TimeSpan.FromDays(7)).Tagged("x").Tagged("y", "z").SucceedsWithin(TimeSpan.FromDays(3)).Build().Content;

        Assert.Equal((CaseSeverity.Critical, 2, 2, TimeSpan.FromDays(3)), (content.Severity, content.Ladder.Count, content.Caps.Count, content.SuccessWithin));
        Assert.Equal(["b"], content.Audience.Personas);
        Assert.Equal(["x", "y", "z"], content.Tags);
    }

    [Fact]
    public void Mistakes_come_with_the_end()
    {
        var report = Assert.Throws<ConfigurationException>(() => Rule.Named("").When(Trigger.Signal("login")).Because("").Agenda("b").Expecting("c").Minutes(0).Build());

        Assert.Equal(["IN001", "IN002", "IN010", "IN012"], report.Diagnostics.Select(d => d.Code));
    }
}
