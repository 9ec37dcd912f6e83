using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Interventions.Documents;

[Requirement("OPS-2")]
public sealed class RuleDocumentTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static ConditionExpression<CustomerFacts> Red => ThrownRule.Words.Condition("health.band == 'Red'");

    public static TheoryData<string, Func<RuleTrigger>> Triggers => new()
    {
        { """{ "when": "health.band == 'Red'" }""", () => Trigger.When(Red) },
        { """{ "when": "health.band == 'Red'", "for": "14 days", "grid": { "zone": "Europe/Berlin", "everyDays": 7, "origin": "2026-01-05" } }""", () => Trigger.When(Red, 14 * Day, new EvaluationGrid(Berlin, 7, new(2026, 1, 5))) },
        { """{ "when": { "any": ["health.band == 'Red'", { "reader": "is strategic@3" }] } }""", () => Trigger.When(Red | ThrownRule.Condition) },
        { """{ "absence": "login", "within": "7 days", "after": "customerSince" }""", () => Trigger.Absence("login", 7 * Day, Anchor.CustomerSince) },
        { """{ "absence": "login", "within": "7 days", "after": { "anchor": "customerSince" }, "fewerThan": 3 }""", () => Trigger.Absence("login", 7 * Day, Anchor.CustomerSince, 3) },
        { """{ "absence": "review", "every": "quarter", "zone": "Europe/Berlin" }""", () => Trigger.AbsenceIn(CalendarPeriod.Quarter, "review", Berlin) },
        { """{ "every": "month", "zone": "UTC" }""", () => Trigger.Every(CalendarPeriod.Month, TimeZoneInfo.Utc) },
        { """{ "cron": "0 9 * * MON", "zone": "Europe/Berlin" }""", () => Trigger.Cron("0 9 * * MON", Berlin) },
        { """{ "after": "21 days", "of": { "signal": "workshop" } }""", () => Trigger.After(Anchor.Signal("workshop"), 21 * Day) },
        { """{ "before": "90 days", "of": "renewal" }""", () => Trigger.Before(Anchor.Renewal, 90 * Day) },
        { """{ "after": "0 days", "of": { "trait": "onboarded" } }""", () => Trigger.After(Anchor.Trait("onboarded"), TimeSpan.Zero) },
        { """{ "before": "2 days", "of": { "milestoneDue": "go-live" } }""", () => Trigger.Before(Anchor.MilestoneDue("go-live"), 2 * Day) },
        { """{ "before": "2 days", "of": "milestoneDue" }""", () => Trigger.Before(Anchor.MilestoneDue(), 2 * Day) },
        { """{ "after": "2 days", "of": "planStart" }""", () => Trigger.After(Anchor.PlanStart, 2 * Day) },
        { """{ "after": "2 days", "of": "subscriptionStart" }""", () => Trigger.After(Anchor.SubscriptionStart, 2 * Day) },
        { """{ "before": "2 days", "of": "subscriptionEnd" }""", () => Trigger.Before(Anchor.SubscriptionEnd, 2 * Day) },
        { """{ "signal": "survey", "where": "signal.value <= 6.0" }""", () => Trigger.Signal("survey", SignalExpressions.Language.Condition("signal.value <= 6.0")) },
        { """{ "signal": "survey" }""", () => Trigger.Signal("survey") },
        { """{ "segment": "experience", "entered": "enterprise" }""", () => Trigger.SegmentEntered("experience", "enterprise") },
        { """{ "segment": "experience" }""", () => Trigger.SegmentEntered("experience") },
        { """{ "segment": "experience", "left": "enterprise" }""", () => Trigger.SegmentLeft("experience", "enterprise") },
        { """{ "band": { "to": "Red", "from": "Green" } }""", () => Trigger.BandChanged("Red", "Green") },
        { """{ "band": {} }""", () => Trigger.BandChanged() },
        { """{ "milestone": "stuck", "id": "go-live" }""", () => Trigger.Milestone(MilestoneMoment.Stuck, "go-live") },
        { """{ "milestone": "reached" }""", () => Trigger.Milestone(MilestoneMoment.Reached) },
        { """{ "contactLeft": "champion" }""", () => Trigger.ContactLeft("champion") },
        { """{ "contactLeft": true }""", () => Trigger.ContactLeft() },
    };

    [Theory]
    [MemberData(nameof(Triggers))]
    [Requirement("INT-1")]
    [Requirement("INT-2")]
    public void A_trigger_is_the_same_as_a_document_and_in_words(string document, Func<RuleTrigger> trigger)
    {
        var read = ThrownRule.Read($$"""
            { "kind": "rule", "name": "r", "trigger": {{document}}, "purpose": { "reason": "a", "agenda": "b", "expectedResult": "c" }, "success": { "when": "customer.active" } }
            """);
        var written = Rule.Named("r").When(trigger()).Because("a").Agenda("b").Expecting("c").SucceedsWhen(ThrownRule.Words.Condition("customer.active")).Build();

        Assert.Equal(written.ConfigurationHash, read.ConfigurationHash);
        Assert.Equal(written.ConfigurationHash, ThrownRule.Read(RuleDocument.Write(written)).ConfigurationHash);
    }

    [Fact]
    [Requirement("INT-8")]
    public void A_whole_rule_is_the_same_as_a_document_and_in_words()
    {
        var read = ThrownRule.Read("""
            {
              "kind": "rule", "name": "no login in 7 days", "type": "play", "description": "The first days decide.",
              "trigger": { "when": "signals.login.count(days(7)) == 0.0", "for": "2 days" },
              "guard": "customer.active",
              "correlation": "customer.id + '/' + customer.plan",
              "purpose": { "reason": "nobody has logged in", "agenda": "what keeps them", "expectedResult": "a first login", "communication": "nextStep" },
              "severity": "severe", "priority": 3, "audience": ["champion", "admin"], "wait": "4 days",
              "ladder": [ { "channels": ["in-app"], "wait": "2 days" }, { "channels": ["email"], "audience": ["sponsor"] }, { "execution": "people" } ],
              "success": { "when": "signals.login.count(days(7)) > 2.0", "within": "21 days" },
              "exit": "!customer.active", "coolDown": "30 days", "reEntry": "afterCoolDown", "caps": [ { "cases": 2, "within": "365 days" } ],
              "minutes": 15, "cause": "planned", "direction": "product", "tags": ["onboarding"], "lateness": "12 hours", "whenUnknown": "continue", "onRemoved": "cancel"
            }
            """);
        var language = ThrownRule.Words;
        var written = Rule.Named("no login in 7 days").When(language.Condition("signals.login.count(days(7)) == 0.0"), 2 * Day)
            .Because("nobody has logged in").Agenda("what keeps them").Expecting("a first login", CommunicationPurpose.NextStep)
            .Describe("Another description").Guard(language.Condition("customer.active")).OneCaseFor(language.Text("customer.id + '/' + customer.plan"))
            .Severity(CaseSeverity.Severe).Priority(3).Audience("champion", "admin").Wait(4 * Day)
            .Rung("in-app", 2 * Day).Rung(new() { Channels = ["email"], Audience = Audience.Of("sponsor") }).Rung(new Rung { Execution = TouchExecution.People })
            .SucceedsWhen(language.Condition("signals.login.count(days(7)) > 2.0"), 21 * Day).ExitWhen(language.Condition("!customer.active"))
            .CoolDown(30 * Day).ComesBack(ReEntry.AfterCoolDown).Cap(2, 365 * Day).Minutes(15).Cause(InteractionCause.Planned).AskedBy("product").Tagged("onboarding")
            .Lateness(TimeSpan.FromHours(12)).WhenUnknown(WhenUndetermined.Continue).OnRemoved(WhenRemoved.Cancel).Kind(RuleKind.Play).Build();

        Assert.Equal(written.ConfigurationHash, read.ConfigurationHash);
        Assert.Equal("a first login", read.Content.Purpose.ExpectedResult);
        Assert.Equal(["customer.active", "customer.id", "customer.plan", "signals.login"], read.Reads);
        Assert.True(read.Reproducible);
    }

    [Fact]
    [Requirement("INT-9")]
    public void A_follow_up_carries_its_hypothesis()
    {
        var read = ThrownRule.Read("""
            { "kind": "rule", "name": "after the workshop", "trigger": { "after": "21 days", "of": { "signal": "workshop" } },
              "hypothesis": "signals.login.count(days(14)) >= 5.0",
              "purpose": { "reason": "the workshop was three weeks ago", "agenda": "what came of it", "expectedResult": "five logins in two weeks", "communication": "review" },
              "success": { "when": "signals.login.count(days(14)) >= 5.0" } }
            """);

        Assert.Equal("signals.login.count(days(14)) >= 5.0", $"{read.Content.Hypothesis}");
        Assert.Equal(21 * Day, Assert.IsType<AnchorTrigger>(read.Content.Trigger).Offset);
    }

    [Fact]
    public void Every_mistake_is_told_at_its_place_and_what_follows_of_it_is_not()
    {
        var report = Assert.Throws<ConfigurationException>(() => ThrownRule.Read("""
            {
              "kind": "rule", "name": "",
              "trigger": { "absence": "login", "within": "0 days", "after": "custmerSince" },
              "purpose": { "reason": "", "agenda": "what keeps them" },
              "guard": "customer.sets > 1.0",
              "ladder": [ { "channels": ["email", "email"] }, { "wait": "-1 days" } ],
              "success": { "when": "customer.active", "within": "soon" },
              "minutes": 0, "caps": [ { "cases": 0, "within": "7 days" } ], "reEntry": "afterCoolDown", "sverity": "info"
            }
            """));

        Assert.Equal(
            [
                "IN001 2 $.name", "IN008 3 $.trigger.within", "DO004 3 $.trigger.after", "DO003 4 $.purpose", "IN002 4 $.purpose.reason", "EX007 5 $.guard", "IN004 6 $.ladder[0].channels[1]", "IN008 6 $.ladder[1].wait",
                "DO004 7 $.success.within", "IN010 8 $.minutes", "IN011 8 $.caps[0].cases", "IN013 8 $.reEntry", "DO002 8 $.sverity",
            ],
            report.Diagnostics.Select(d => $"{d.Code} {d.Line} {d.Path}"));
    }

    [Theory]
    [InlineData("""{ }""", "DO003 $.trigger")]
    [InlineData("""{ "wen": "customer.active" }""", "DO003 $.trigger,DO002 $.trigger.wen")]
    [InlineData("""{ "every": "quartr", "zone": "Europe/Berlin" }""", "DO004 $.trigger.every")]
    [InlineData("""{ "every": "quarter" }""", "DO003 $.trigger")]
    [InlineData("""{ "cron": "0 9 * * MON", "zone": "Local" }""", "DO004 $.trigger.zone")]
    [InlineData("""{ "cron": "0 9 * *", "zone": "UTC" }""", "IN006 $.trigger.cron")]
    [InlineData("""{ "after": "-3 days", "of": "renewal" }""", "DO004 $.trigger.after")]
    [InlineData("""{ "before": "-10675199.02:48:05.4775808", "of": "renewal" }""", "DO004 $.trigger.before")]
    [InlineData("""{ "after": "3 days" }""", "DO003 $.trigger")]
    [InlineData("""{ "after": "3 days", "of": { "signal": "" } }""", "DO004 $.trigger.of.signal")]
    [InlineData("""{ "after": "3 days", "of": { } }""", "DO003 $.trigger.of")]
    [InlineData("""{ "signal": "", "where": "signal.vale > 1.0" }""", "IN004 $.trigger.signal,EX004 $.trigger.where")]
    [InlineData("""{ "segment": "experience", "entered": "a", "left": "b" }""", "DO004 $.trigger.left")]
    [InlineData("""{ "contactLeft": false }""", "DO004 $.trigger.contactLeft")]
    [InlineData("""{ "when": "customer.active", "cron": "0 9 * * *" }""", "DO002 $.trigger.cron")]
    [InlineData("""{ "band": { "to": "Red", "from": "Red" } }""", "IN005 $.trigger.band.from")]
    [InlineData("""5""", "DO004 $.trigger")]
    public void A_trigger_that_is_none_is_told_where_it_stands(string trigger, string expected)
    {
        var report = Assert.Throws<ConfigurationException>(() => ThrownRule.Read($$"""
            { "kind": "rule", "name": "r", "trigger": {{trigger}}, "purpose": { "reason": "a", "agenda": "b", "expectedResult": "c" }, "success": { "when": "customer.active" } }
            """));

        Assert.Equal(expected, string.Join(',', report.Diagnostics.Select(d => $"{d.Code} {d.Path}")));
        Assert.All(report.Diagnostics, d => Assert.False(string.IsNullOrWhiteSpace(d.Cure)));
    }

    [Fact]
    public void Mistakes_of_a_policy_are_told_at_their_places()
    {
        var report = Assert.Throws<ConfigurationException>(() => InterventionPolicyDocument.Read(new("interventions.json", """
            {
              "kind": "interventions",
              "budgets": [ { "owner": "contact", "touches": -1, "within": "7 days" }, { "owner": "contct", "touches": 1, "within": "7 days" }, { "owner": "csm", "touches": 5 } ],
              "inhibitions": [ { }, { "by": { "severity": "grave" } } ],
              "calendar": { "days": [], "from": "18:00", "holidays": ["2026-02-30"] },
              "retry": { "attempts": 0, "factor": 0.5 },
              "attempts": { "unresponsiveChannels": 9 },
              "undeterminedFor": "0 days"
            }
            """)));

        Assert.Equal(
            [
                "IN016 3 $.budgets[0].touches", "DO004 3 $.budgets[1].owner", "DO003 3 $.budgets[2]", "IN017 4 $.inhibitions[0]", "DO004 4 $.inhibitions[1].by.severity",
                "IN018 5 $.calendar", "IN018 5 $.calendar.days", "DO004 5 $.calendar.holidays[0]", "IN019 6 $.retry.attempts", "IN019 6 $.retry.factor", "IN019 7 $.attempts.unresponsiveChannels", "IN008 8 $.undeterminedFor",
            ],
            report.Diagnostics.Select(d => $"{d.Code} {d.Line} {d.Path}"));
    }
}
