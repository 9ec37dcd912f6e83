using System.Globalization;
using CustomerSuccess.Interventions;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Interventions.Running;

public class OddHostTests
{
    [Fact]
    public async Task Of_nobody_there_is_nothing_to_do_and_nothing_to_say()
    {
        var scene = new RuleScene();
        var engine = scene.Of(new() { Budgets = [new() { Owner = BudgetOwnerKind.Csm, Touches = 0, Within = Days(1) }] }, Rule("idle", Trigger.Absence("login", Days(7), Anchor.CustomerSince)));
        await engine.RunAsync(Day(0));
        var report = await engine.RunAsync(Day(30), ["nobody", "nobody"]);

        // Who was named is looked at, and is not there.
        Assert.Equal((1, 0, 0), (report.Evaluated, report.Events.Count(), report.Problems.Count));
        Assert.Empty((await engine.DeliverAsync(Day(30))).Events);
        Assert.Empty((await engine.QueueAsync("csm-1", Day(30))).Taken);
        Assert.Empty(await engine.CasesAsync("nobody"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => engine.RunAsync(Day(30)));
        await Assert.ThrowsAsync<OperationCanceledException>(() => engine.RunAsync(Day(31), null, new CancellationToken(canceled: true)));
        Assert.Equal(Day(30), (await scene.Store.LastCycleAsync(default))!.At);
    }

    [Fact]
    public async Task Cycles_at_once_of_one_engine_open_each_case_and_reserve_each_touch_once()
    {
        var scene = new RuleScene();
        for (var i = 0; i < 50; i++)
        {
            scene.Customer($"c{i:00}");
        }

        var engine = scene.Of(new() { Budgets = [new() { Owner = BudgetOwnerKind.Csm, Touches = 20, Within = Days(1) }] }, Rule("idle", Trigger.Absence("login", Days(7), Anchor.CustomerSince)));
        await engine.RunAsync(Day(0.5));
        var refused = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await engine.RunAsync(Day(8));
                return false;
            }
            catch (ArgumentOutOfRangeException)
            {
                // Another one was done before this one began.
                return true;
            }
        })));
        Assert.Contains(false, refused);

        var cases = new List<InterventionCase>();
        for (var i = 0; i < 50; i++)
        {
            cases.AddRange(await engine.CasesAsync($"c{i:00}"));
        }

        Assert.Equal(50, cases.Count);
        Assert.All(cases, c => Assert.InRange(c.Touches.Count, 0, 1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => engine.DeliverAsync(Day(8)))));
        Assert.Equal(scene.Email.Messages.Count, scene.Email.Messages.Select(m => m.Key).Distinct().Count());
        Assert.InRange(scene.Email.Messages.Count, 1, 20);
    }

    [Theory]
    [InlineData("İI/ı%2F\"<b>|*")]
    [InlineData("@>#\n🙂")]
    public async Task Hostile_names_stay_what_they_are_in_turkey_too(string name)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            var scene = new RuleScene().Customer(name).Customer(name + "/2");
            var engine = scene.Of(null, Rule(name, Trigger.Absence("login", Days(7), Anchor.CustomerSince)));
            await engine.RunAsync(Day(0.5));
            await engine.RunAsync(Day(8));
            await engine.DeliverAsync(Day(8));

            Assert.Equal(2, scene.Email.Messages.Select(m => m.Key.ToString()).Distinct().Count());
            Assert.All(scene.Email.Messages, m => Assert.Equal(5, m.Key.ToString().Count(c => c == '/')));
            Assert.Equal(RuleStanding.Fired, (await engine.WhyAsync(name, name, Day(8))).Standing);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
