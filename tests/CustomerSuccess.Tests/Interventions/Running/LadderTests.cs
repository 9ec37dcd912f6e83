using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Interventions.Running;

public class LadderTests
{
    private static readonly Rule FewSeats = Rule("few seats", Trigger.When(Condition("customer.seats < 10.0")), c => With(c, wait: Days(2)));

    [Fact]
    [Requirement("INT-5")]
    public async Task When_nothing_happens_the_next_rung_changes_the_channel_until_none_is_left_for_the_owner()
    {
        var scene = new RuleScene().Customer("acme", seats: 20);
        var engine = scene.Of(null, FewSeats);
        await engine.RunAsync(Day(0.5));
        scene.Accounts.Add(new Trait("acme", "seats", TraitValue.Of(5), Day(1)));

        var sent = new List<(double, string?, bool)>();
        for (var day = 1.5; day < 12; day++)
        {
            await engine.RunAsync(Day(day));
            await engine.DeliverAsync(Day(day));
            foreach (var touch in (await engine.CasesAsync("acme")).SelectMany(c => c.Touches).Where(t => t is { IsByPeople: true, State: TouchState.Reserved }))
            {
                Assert.True((await engine.CompleteAsync("acme", touch.Key, Day(day))).IsAllowed);
            }
        }

        var found = Assert.Single(await engine.CasesAsync("acme"));
        Assert.Equal(["email", "in-app", "call"], found.Touches.Select(t => t.Channel));
        Assert.Equal([false, false, true], found.Touches.Select(t => t.IsByPeople));
        Assert.Equal([Day(1.5), Day(3.5), Day(5.5)], found.Touches.Select(t => t.AttemptedAt!.Value));
        Assert.Equal([TouchState.Failed, TouchState.Failed, TouchState.Failed], found.Touches.Select(t => t.State));
        Assert.Single(scene.Email.Messages);
        Assert.Single(scene.InApp.Messages);
        Assert.True(found.IsOpen);
    }

    [Fact]
    [Requirement("INT-7")]
    public async Task An_answer_ends_the_climb_and_only_the_goal_ends_the_case()
    {
        var scene = new RuleScene().Customer("acme", seats: 20);
        var engine = scene.Of(null, FewSeats);
        await engine.RunAsync(Day(0.5));
        scene.Accounts.Add(new Trait("acme", "seats", TraitValue.Of(5), Day(1)));
        await engine.RunAsync(Day(1.5));
        await engine.DeliverAsync(Day(1.5));
        scene.Contacts.Add(new Interaction("acme", "i1", Day(2)) { ContactIds = ["ann-acme"], Direction = InteractionDirection.Inbound, Channel = "call" });
        for (var day = 2.5; day < 10; day++)
        {
            await engine.RunAsync(Day(day));
        }

        var open = Assert.Single(await engine.CasesAsync("acme"));
        Assert.True(open.IsOpen);
        Assert.Equal(TouchState.Answered, Assert.Single(open.Touches).State);

        scene.Accounts.Add(new Trait("acme", "seats", TraitValue.Of(50), Day(10)));
        await engine.RunAsync(Day(11));
        var closed = Assert.Single(await engine.CasesAsync("acme")).Closed!;
        Assert.Equal((CaseOutcome.Succeeded, Day(10)), (closed.Outcome, closed.At));
    }

    [Fact]
    public async Task Nothing_is_sent_once_the_goal_is_met_even_where_no_cycle_ran_since()
    {
        var scene = new RuleScene().Customer("acme", seats: 20);
        var engine = scene.Of(null, FewSeats);
        await engine.RunAsync(Day(0.5));
        scene.Accounts.Add(new Trait("acme", "seats", TraitValue.Of(5), Day(1)));
        await engine.RunAsync(Day(1.5));
        scene.Accounts.Add(new Trait("acme", "seats", TraitValue.Of(50), Day(1.6)));

        var report = await engine.DeliverAsync(Day(2));

        Assert.Empty(scene.Email.Messages);
        Assert.Equal(SuppressionReason.SuccessMet, Assert.Single(report.Events.OfType<TouchSuppressed>()).Reason);
        await engine.RunAsync(Day(2.1), []);
        Assert.Equal(CaseOutcome.Succeeded, Assert.Single(await engine.CasesAsync("acme")).Closed!.Outcome);
    }

    [Fact]
    [Requirement("INT-13")]
    public async Task Who_is_served_by_people_is_called_and_who_is_not_gets_mail()
    {
        var scene = new RuleScene().Customer("large", seats: 200).Customer("small", seats: 20);
        var engine = scene.Of(null, Rule("idle", Trigger.Absence("login", Days(7), Anchor.CustomerSince)));
        await engine.RunAsync(Day(0.5));
        await engine.RunAsync(Day(8));

        var large = Assert.Single((await engine.CasesAsync("large"))[0].Touches);
        var small = Assert.Single((await engine.CasesAsync("small"))[0].Touches);
        Assert.Equal(("call", true), (large.Channel, large.IsByPeople));
        Assert.Equal(("email", false), (small.Channel, small.IsByPeople));
    }

    private static RuleContent With(RuleContent c, TimeSpan wait) => new() { Trigger = c.Trigger, Purpose = c.Purpose, Success = c.Success, Wait = wait };
}
