using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Interventions.Running;

public class QueueTests
{
    private static readonly Rule Idle = Rule("idle", Trigger.Absence("login", Days(7), Anchor.CustomerSince));

    private static async Task<(RuleScene Scene, CustomerInterventions Engine)> Three(InterventionPolicy? policy = null)
    {
        var scene = new RuleScene();
        foreach (var (id, revenue) in new[] { ("a", 1_000m), ("b", 9_000m), ("c", 5_000m) })
        {
            scene.Customer(id, seats: 200);
            scene.Accounts.Add(new Subscription($"s-{id}", id, "core", Day(0)) { AnnualRevenue = new Money(revenue, "EUR") });
            scene.Contacts.Add(new Interaction(id, "i1", Day(1)) { ContactIds = [$"ann-{id}"], Channel = "call", Direction = InteractionDirection.Inbound, Purpose = CommunicationPurpose.Review });
            scene.Contacts.Add(new Issue(id, "t1", IssueSeverity.High, Day(2)));
        }

        var engine = scene.Of(policy, Idle);
        await engine.RunAsync(Day(0.5));
        await engine.RunAsync(Day(8));
        return (scene, engine);
    }

    [Fact]
    [Requirement("INT-12")]
    [Requirement("INT-20")]
    public async Task Work_is_queued_by_what_it_is_worth_a_minute_each_with_its_brief()
    {
        var (_, engine) = await Three();
        var queue = await engine.QueueAsync("csm-1", Day(8));

        Assert.Equal(["b", "c", "a"], queue.Taken.Select(w => w.Item.CustomerId));
        var brief = queue.Taken[0].Item.Brief!;
        Assert.Equal(("i1", 1), (brief.LastAnswer!.Id, brief.OpenIssues.Value.Count));
        Assert.Contains("# ", brief.ToMarkdown(), StringComparison.Ordinal);
        Assert.Empty((await engine.QueueAsync("csm-2", Day(8))).Taken);
        Assert.Empty((await engine.QueueAsync("csm-1", Day(6))).Taken);
    }

    [Fact]
    [Requirement("INT-12")]
    public async Task What_does_not_fit_gives_its_units_back_and_is_proposed_again()
    {
        var (scene, engine) = await Three(new() { Budgets = [new() { Owner = BudgetOwnerKind.Csm, Touches = 3, Within = Days(7) }] });
        var queue = await engine.PlanWorkAsync("csm-1", Day(8), capacity: 60);

        Assert.Equal(["b", "c"], queue.Taken.Select(w => w.Item.CustomerId));
        Assert.Equal("a", Assert.Single(queue.Cut).Item.CustomerId);
        var held = Assert.Single((await engine.CasesAsync("a"))[0].Touches);
        Assert.Equal((TouchState.Suppressed, SuppressionReason.Capacity), (held.State, held.Reason));
        Assert.DoesNotContain(await scene.Store.ReadUsesAsync([new(BudgetOwnerKind.Csm, "csm-1")], Day(0), default), u => u.Touch == held.Key);

        foreach (var item in queue.Taken.Select(w => w.Item))
        {
            Assert.True((await engine.CompleteAsync(item.CustomerId, item.Touch.Key, Day(8.1))).IsAllowed);
        }

        await engine.RunAsync(Day(9), []);
        Assert.Equal("a", Assert.Single((await engine.QueueAsync("csm-1", Day(9))).Taken).Item.CustomerId);
    }

    [Fact]
    public async Task What_may_not_be_done_is_not_recorded_as_done()
    {
        var (scene, engine) = await Three();
        var touch = (await engine.QueueAsync("csm-1", Day(8))).Taken[0].Item.Touch;
        scene.Contacts.Add(new ContactConsent("b", "ann-b", ContactBasis.OptOut, Day(8.1)));

        var verdict = await engine.CompleteAsync("b", touch.Key, Day(8.2));
        Assert.Equal(SuppressionReason.OptOut, verdict.Reason);
        Assert.Equal(TouchState.Suppressed, Assert.Single((await engine.CasesAsync("b"))[0].Touches).State);
        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.CompleteAsync("b", touch.Key, Day(8.3)));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.MayAttemptAsync("nobody", touch.Key, Day(8.3)));
    }
}
