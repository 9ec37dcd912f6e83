using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Interventions.Running;

public class CycleTests
{
    [Fact]
    [Requirement("INT-2")]
    public async Task No_login_in_seven_days_fires_at_exactly_day_seven()
    {
        var scene = new RuleScene().Customer("acme").Customer("loud").Login("loud", 3);
        var engine = scene.Of(null, Rule("no login", Trigger.Absence("login", Days(7), Anchor.CustomerSince)));

        await engine.RunAsync(Day(-1));
        var early = await engine.RunAsync(Day(7).AddTicks(-1));
        var report = await engine.RunAsync(Day(7.5), []);

        Assert.Empty(early.Events);
        Assert.Equal(2, report.Evaluated);
        var opened = Assert.Single(report.Events.OfType<CaseOpened>());
        Assert.Equal(("acme", Day(7)), (opened.Case.Correlation, opened.At));
    }
}
