using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Interventions.Running;

public class SuppressionTests
{
    private static readonly Rule Idle = Rule("idle", Trigger.Absence("login", Days(7), Anchor.CustomerSince));

    [Fact]
    [Requirement("COM-7")]
    public async Task A_contact_who_opted_out_is_not_touched_and_the_reason_is_kept()
    {
        var scene = new RuleScene().Customer("acme");
        scene.Contacts.Add(new ContactConsent("acme", "ann-acme", ContactBasis.OptOut, Day(3)));
        var engine = scene.Of(null, Idle);
        await engine.RunAsync(Day(0.5));
        var report = await engine.RunAsync(Day(8));

        var held = Assert.Single(report.Events.OfType<TouchSuppressed>());
        Assert.Equal(SuppressionReason.OptOut, held.Reason);
        Assert.Contains("opted out", held.Because, StringComparison.Ordinal);
        await engine.DeliverAsync(Day(9));
        Assert.Empty(scene.Email.Messages);
    }

    [Fact]
    [Requirement("COM-7")]
    public async Task An_opt_out_between_planning_and_attempt_stops_the_attempt()
    {
        var scene = new RuleScene().Customer("acme");
        var engine = scene.Of(null, Idle);
        await engine.RunAsync(Day(0.5));
        await engine.RunAsync(Day(8));
        scene.Contacts.Add(new ContactConsent("acme", "ann-acme", ContactBasis.OptOut, Day(8.2)) { Channel = "email" });
        var report = await engine.DeliverAsync(Day(9));

        Assert.Empty(scene.Email.Messages);
        Assert.Equal(SuppressionReason.OptOut, Assert.Single(report.Events.OfType<TouchSuppressed>()).Reason);

        // Another channel is left.
        await engine.RunAsync(Day(9.1), []);
        await engine.DeliverAsync(Day(9.2));
        Assert.Single(scene.InApp.Messages);
    }

    [Fact]
    public async Task A_touch_waits_for_the_working_hours_of_the_contact()
    {
        var scene = new RuleScene().Customer("berlin").Customer("tokyo", zone: "Asia/Tokyo").Customer("nowhere", zone: null);
        var engine = scene.Of(new() { Calendar = new() }, Idle);
        await engine.RunAsync(Day(0.5));

        // Day 7 is a Monday, midnight UTC: one in Berlin, nine in Tokyo.
        var report = await engine.RunAsync(Day(7).AddMinutes(1));

        var held = report.Events.OfType<TouchSuppressed>().ToDictionary(e => e.Case.Correlation);
        Assert.Equal((SuppressionReason.QuietHours, Day(7).AddHours(8)), (held["berlin"].Reason, held["berlin"].Until));
        Assert.Equal((SuppressionReason.QuietHours, (DateTimeOffset?)null), (held["nowhere"].Reason, held["nowhere"].Until));
        Assert.Equal("tokyo", Assert.Single(report.Events.OfType<TouchReserved>()).Case.Correlation);

        var morning = await engine.RunAsync(Day(7).AddHours(8), []);
        Assert.Equal(("berlin", Day(7).AddHours(8)), (Assert.Single(morning.Events.OfType<TouchReserved>()).Case.Correlation, Assert.Single(morning.Events.OfType<TouchReserved>()).DueAt));
    }

    [Fact]
    [Requirement("INT-18")]
    public async Task A_silence_holds_back_and_lets_go_when_it_ends()
    {
        var scene = new RuleScene().Customer("acme").Customer("other");
        scene.Silences.Add(new Silence("s1", Day(6), Day(10), "migration") { CustomerId = "acme" });
        var engine = scene.Of(null, Idle);
        await engine.RunAsync(Day(0.5));
        var report = await engine.RunAsync(Day(8));

        Assert.Equal((SuppressionReason.Silenced, Day(10)), (Assert.Single(report.Events.OfType<TouchSuppressed>()).Reason, Assert.Single(report.Events.OfType<TouchSuppressed>()).Until));
        Assert.Equal("other", Assert.Single(report.Events.OfType<TouchReserved>()).Case.Correlation);
        Assert.Equal(Day(10), Assert.Single((await engine.RunAsync(Day(10), [])).Events.OfType<TouchReserved>()).DueAt);
    }

    [Fact]
    [Requirement("INT-18")]
    public async Task A_graver_case_goes_first_and_when_it_ends_the_other_follows()
    {
        var scene = new RuleScene().Customer("acme", seats: 20);
        var grave = Rule("few seats", Trigger.When(Condition("customer.seats < 10.0")), c => new() { Trigger = c.Trigger, Purpose = c.Purpose, Severity = CaseSeverity.Critical });
        var engine = scene.Of(new() { Inhibitions = [new() { BySeverity = CaseSeverity.Severe, BelowSeverity = CaseSeverity.Severe }] }, Idle, grave);
        await engine.RunAsync(Day(0.5));
        scene.Accounts.Add(new Trait("acme", "seats", TraitValue.Of(5), Day(7)));
        var report = await engine.RunAsync(Day(8));

        Assert.Equal("few seats", Assert.Single(report.Events.OfType<TouchReserved>()).Case.Rule);
        Assert.Equal(SuppressionReason.Inhibited, Assert.Single(report.Events.OfType<TouchSuppressed>()).Reason);

        scene.Accounts.Add(new Trait("acme", "seats", TraitValue.Of(50), Day(9)));
        Assert.Equal("idle", Assert.Single((await engine.RunAsync(Day(9.5))).Events.OfType<TouchReserved>()).Case.Rule);
    }

    [Fact]
    [Requirement("INT-4")]
    public async Task A_budget_of_an_owner_gives_to_the_first_in_order_and_names_whose_is_used_up()
    {
        var scene = new RuleScene().Customer("a").Customer("b").Customer("c");
        var engine = scene.Of(new() { Budgets = [new() { Owner = BudgetOwnerKind.Csm, Touches = 2, Within = Days(7) }, new() { Owner = BudgetOwnerKind.Customer, Touches = 1, Within = Days(7) }] }, Idle);
        await engine.RunAsync(Day(0.5));
        var report = await engine.RunAsync(Day(8));

        Assert.Equal(["a", "b"], report.Events.OfType<TouchReserved>().Select(e => e.Case.Correlation));
        var held = Assert.Single(report.Events.OfType<TouchSuppressed>());
        Assert.Equal(("c", SuppressionReason.Budget, Day(14)), (held.Case.Correlation, held.Reason, held.Until));
        Assert.Equal("CSM 'csm-1' has no more than 2 touches in 7 days", held.Because);
        Assert.Equal("c", Assert.Single((await engine.RunAsync(Day(14), [])).Events.OfType<TouchReserved>()).Case.Correlation);
    }
}
