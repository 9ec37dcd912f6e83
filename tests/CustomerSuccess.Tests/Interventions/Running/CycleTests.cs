using CustomerSuccess.Interventions;
using CustomerSuccess.Signals;
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

    [Fact]
    [Requirement("INT-2")]
    public async Task What_a_source_knows_hours_later_is_asked_again_within_the_lateness()
    {
        var scene = new RuleScene().Customer("acme");
        scene.Signals.Covers("login", new SignalCoverage { Delay = TimeSpan.FromHours(9) });
        var engine = scene.Of(null, Rule("no login", Trigger.Absence("login", Days(7), Anchor.CustomerSince)));
        await engine.RunAsync(Day(0.5));
        for (var hour = 0; hour < 9; hour++)
        {
            Assert.Empty((await engine.RunAsync(Day(7).AddHours(hour), [])).Events);
        }

        var opened = new List<CaseOpened>();
        for (var hour = 9; hour < 24; hour++)
        {
            opened.AddRange((await engine.RunAsync(Day(7).AddHours(hour), [])).Events.OfType<CaseOpened>());
        }

        Assert.Equal(Day(7), Assert.Single(opened).At);
    }
}
