using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Interventions.Explaining;

[Requirement("INT-14")]
public class WhyTests
{
    private const string Quiet = "signals.login.count(days(7)) < 1.0";

    [Fact]
    public async Task A_condition_that_does_not_hold_says_what_is_and_what_would_have_to_be()
    {
        var engine = await Begun(new RuleScene().Customer("acme", -30).Login("acme", 1).Login("acme", 2), Rule("quiet", Trigger.When(Condition(Quiet))));

        var why = await engine.WhyAsync("acme", "quiet", Day(3));

        Assert.Equal(RuleStanding.NotMet, why.Standing);
        Assert.Equal("quiet at acme: not met: signals.login.count(days(7)) is 2, needs less than 1", why.ToString());
        Assert.Equal("less than 1", Assert.Single(why.Changes).Needed);
        Assert.Contains("    to hold: signals.login.count(days(7)) is 2, needs less than 1", why.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pending_says_since_when_and_how_long_still()
    {
        var engine = await Begun(new RuleScene().Customer("acme", -30).Login("acme", 1), Rule("quiet", Trigger.When(Condition(Quiet), Days(3))));

        var why = await engine.WhyAsync("acme", "quiet", Day(9.5));

        Assert.Equal((RuleStanding.Pending, Day(8), Day(11)), (why.Standing, why.Since, why.NextAt));
        Assert.Equal("quiet at acme: pending: it holds since 2026-03-10 and has to for 3 days: it fires 2026-03-13, in 36 hours, if it holds until then", why.ToString());
    }

    [Fact]
    public async Task Missing_facts_are_named()
    {
        var engine = await Begun(new RuleScene().Customer("acme", -30), Rule("grouped", Trigger.When(Condition("customer.group == 'gold'"))));

        var why = await engine.WhyAsync("acme", "grouped", Day(3));

        Assert.Equal(RuleStanding.Undetermined, why.Standing);
        Assert.Equal("group", Assert.Single(why.Missing).Subject);
        Assert.Equal("customer.group", Assert.Single(why.Changes).Subject);
    }

    [Fact]
    public async Task What_fired_says_when_what_was_done_and_what_comes_next()
    {
        var scene = new RuleScene().Customer("acme", -30).Login("acme", 1);
        var engine = await Begun(scene, Rule("quiet", Trigger.When(Condition(Quiet))));
        var ahead = await engine.WhyAsync("acme", "quiet", Day(8));
        await engine.RunAsync(Day(8));
        await engine.DeliverAsync(Day(8));

        var why = await engine.WhyAsync("acme", "quiet", Day(9));

        Assert.Equal((RuleStanding.Fired, false), (ahead.Standing, ahead.IsRecorded));
        Assert.EndsWith("(a cycle now would find so)", ahead.ToString(), StringComparison.Ordinal);
        Assert.Equal((RuleStanding.Fired, true, 0, Day(8), Day(11)), (why.Standing, why.IsRecorded, why.Rung, why.Since, why.NextAt));
        Assert.Equal("quiet at acme: fired: it fired 2026-03-10 and its case is open: rung 1, email to ann-acme, was sent 2026-03-10, waited for until 2026-03-13; it ends 2026-04-09 at the latest", why.ToString());
    }

    [Fact]
    public async Task The_past_is_what_the_log_had_then()
    {
        var scene = new RuleScene().Customer("acme", -30).Login("acme", 1).Login("acme", 9);
        var engine = await Begun(scene, Rule("quiet", Trigger.When(Condition(Quiet))));
        await engine.RunAsync(Day(8.5));
        await engine.DeliverAsync(Day(8.5));
        await engine.RunAsync(Day(12));

        Assert.Equal(RuleStanding.Fired, (await engine.WhyAsync("acme", "quiet", Day(8.6))).Standing);
        Assert.Equal(RuleStanding.NotMet, (await engine.WhyAsync("acme", "quiet", Day(7))).Standing);
        Assert.Equal(RuleStanding.NotMet, (await engine.WhyAsync("acme", "quiet", Day(12))).Standing);
    }

    [Fact]
    public async Task A_touch_that_is_held_back_says_by_what_and_until_when()
    {
        var scene = new RuleScene().Customer("acme");
        scene.Silences.Add(new Silence("freeze", Day(0), Day(20), "the migration"));
        var engine = await Begun(scene, Rule("welcome", Trigger.After(Anchor.CustomerSince, Days(2))));
        await engine.RunAsync(Day(3));

        var why = await engine.WhyAsync("acme", "welcome", Day(4));

        Assert.Equal((RuleStanding.Suppressed, SuppressionReason.Silenced, Day(20)), (why.Standing, why.Reason, why.Until));
        Assert.Equal("welcome at acme: held back: it fired 2026-03-04 and its case is open; rung 1 is held back: silence 'freeze': the migration, until 2026-03-22", why.ToString());
    }

    [Theory]
    [InlineData("cap", SuppressionReason.Cap, 31)]
    [InlineData("cooldown", SuppressionReason.CoolDown, 61)]
    [InlineData("never", SuppressionReason.ReEntry, null)]
    [InlineData("open", null, null)]
    public async Task An_occurrence_that_opened_no_case_says_why(string how, SuppressionReason? reason, int? until)
    {
        var scene = new RuleScene().Customer("acme");
        scene.Signals.AppendAll([new("acme", "review", Day(1)), new("acme", "review", Day(5))]);
        var engine = await Begun(scene, Rule("review", Trigger.Signal("review"), c => new()
        {
            Trigger = c.Trigger,
            Purpose = c.Purpose,
            Success = Condition("signals.login.count(days(30)) > 0.0"),
            Exit = how == "open" ? null : Condition("signals.review.count(days(30)) > 0.0"),
            CoolDown = Days(how == "cooldown" ? 60 : 0),
            ReEntry = how == "never" ? ReEntry.Never : ReEntry.AfterClear,
            Caps = how == "cap" ? [new(1, Days(30))] : [],
        }));
        await engine.RunAsync(Day(6));

        var why = await engine.WhyAsync("acme", "review", Day(7));

        Assert.Equal(reason, why.Reason);
        Assert.Equal(until is { } day ? Day(day) : null, why.Until);
        Assert.Equal(how == "open" ? RuleStanding.Fired : RuleStanding.Suppressed, why.Standing);
    }

    [Fact]
    public async Task A_guard_that_did_not_hold_is_explained_as_of_the_firing()
    {
        var engine = await Begun(new RuleScene().Customer("acme", seats: 5), Rule("big", Trigger.After(Anchor.CustomerSince, Days(2)), c => new() { Trigger = c.Trigger, Purpose = c.Purpose, Success = c.Success, Guard = Condition("customer.seats >= 10.0") }));
        await engine.RunAsync(Day(3));

        var why = await engine.WhyAsync("acme", "big", Day(4));

        Assert.Equal(RuleStanding.NotMet, why.Standing);
        Assert.Equal("big at acme: not met: it was triggered 2026-03-04, and the guard did not hold then: customer.seats is 5, needs at least 10", why.ToString());
        Assert.Equal(10.0, Assert.Single(why.Changes).Nearest);
    }

    [Fact]
    public async Task Times_that_have_not_come_events_that_were_not_seen_and_absences_that_were_none()
    {
        var engine = await Begun(
            new RuleScene().Customer("acme").Login("acme", 3),
            Rule("absent", Trigger.Absence("login", Days(7), Anchor.CustomerSince)),
            Rule("later", Trigger.After(Anchor.CustomerSince, Days(20))),
            Rule("monthly", Trigger.Every(CalendarPeriod.Month, TimeZoneInfo.Utc)),
            Rule("renewal", Trigger.Before(Anchor.Renewal, Days(20))),
            Rule("review", Trigger.Signal("review")));
        await engine.RunAsync(Day(8));

        var all = await engine.WhyAsync("acme", Day(9));

        Assert.Equal(
            [
                "absent at acme: not met: fewer than 1 'login' in the 7 days after CustomerSince: there were 1 up to 2026-03-09",
                "later at acme: nothing yet: 20 days after CustomerSince: its time comes 2026-03-22",
                "monthly at acme: nothing yet: every month (UTC): its time comes 2026-04-01",
                "renewal at acme: nothing yet: 20 days before Renewal: there is nothing to come from which to count",
                "review at acme: nothing yet: a signal 'review': none was seen since 2026-02-28, when the rule became active",
            ],
            all.Select(a => a.ToString()));
    }

    [Fact]
    public async Task What_held_already_when_the_rule_became_active_does_not_fire_and_says_so()
    {
        var engine = await Begun(new RuleScene().Customer("acme", -30), Rule("quiet", Trigger.When(Condition(Quiet))));
        await engine.RunAsync(Day(3));

        Assert.Equal("quiet at acme: nothing yet: it holds since before the rule is active, 2026-02-28: it fires when it holds again after not holding", (await engine.WhyAsync("acme", "quiet", Day(4))).ToString());
        Assert.Contains("was not active by then", (await engine.WhyAsync("acme", "quiet", Day(-3))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_over_says_how_and_what_comes_next()
    {
        var scene = new RuleScene().Customer("acme").Login("acme", 9);
        var engine = await Begun(scene, Rule("absent", Trigger.Absence("login", Days(7), Anchor.CustomerSince), c => new() { Trigger = c.Trigger, Purpose = c.Purpose, Success = Condition("signals.login.count(days(30)) > 0.0") }));
        await engine.RunAsync(Day(8));
        await engine.RunAsync(Day(10));

        var why = await engine.WhyAsync("acme", "absent", Day(11));

        Assert.Equal((RuleStanding.Ended, Day(9)), (why.Standing, why.Since));
        Assert.Contains("its case ended 2026-03-11: Succeeded", why.Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_the_facts_are_there_is_an_answer()
    {
        var engine = await Begun(
            new RuleScene().Customer("acme"),
            Rule("broken", Trigger.When(FactCondition.Of("broken", _ => throw new InvalidOperationException("no"), "1"))),
            Rule("end of time", Trigger.After(Anchor.CustomerSince, Days(36_525))));

        Assert.Equal([RuleStanding.Undetermined, RuleStanding.Waiting], (await engine.WhyAsync("acme", Day(1))).Select(a => a.Standing));
        Assert.All(await engine.WhyAsync("nobody", Day(1)), a => Assert.Equal(RuleStanding.CustomerUnknown, a.Standing));
        Assert.All(await engine.WhyAsync("acme", DateTimeOffset.MinValue), a => Assert.Equal(RuleStanding.CustomerUnknown, a.Standing));
        Assert.Equal(2, (await engine.WhyAsync("acme", Day(4000))).Count);
        Assert.Contains("Did you mean 'broken'?", (await Assert.ThrowsAsync<ArgumentException>(() => engine.WhyAsync("acme", "brokn", Day(1)))).Message, StringComparison.Ordinal);
    }

    private static async Task<CustomerInterventions> Begun(RuleScene scene, params Rule[] rules)
    {
        var engine = scene.Of(null, rules);
        await engine.RunAsync(Day(-2));
        return engine;
    }
}
