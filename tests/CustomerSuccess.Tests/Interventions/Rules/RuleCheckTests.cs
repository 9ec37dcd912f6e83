using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Interventions.Documents;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Interventions.Rules;

/// <summary>Every mistake of a rule is found, with its cure, and all of them at once.</summary>
public sealed class RuleCheckTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeZoneInfo Own = TimeZoneInfo.CreateCustomTimeZone("Europe/Berlin", TimeSpan.FromHours(3), "own", "own");

    private static FactCondition Holds => ThrownRule.Words.Condition("customer.active");

    private static RuleContent Content => new() { Trigger = Trigger.When(Holds), Purpose = new() { Reason = "a", Agenda = "b", ExpectedResult = "c" } };

    private static RuleContent FollowUp(int days) => Changed(Changed(Changed(Content, nameof(RuleContent.Trigger), Trigger.After(Anchor.Signal("workshop"), days * Day)), nameof(RuleContent.Success), Holds), nameof(RuleContent.Hypothesis), Holds);

    [Fact]
    public void A_rule_has_a_name() => Assert.All(new[] { "", "  ", "a\ud800" }, name => Assert.Equal(["IN001"], Codes(() => Rule.Of(name, Content))));

    [Theory]
    [Requirement("INT-8")]
    [InlineData("", "b", "c", "reason")]
    [InlineData("a", " ", "c", "agenda")]
    [InlineData("a", "b", "\t", "expectedResult")]
    public void A_touch_without_reason_agenda_or_expected_result_is_rejected(string reason, string agenda, string result, string part)
    {
        var mistake = Assert.Single(Mistakes(() => Rule.Of("checking in", Changed(Content, nameof(RuleContent.Purpose), new TouchPurpose { Reason = reason, Agenda = agenda, ExpectedResult = result }))));

        Assert.Equal(("IN002", $"rule/checking in/purpose/{part}"), (mistake.Code, mistake.Path));
        Assert.Contains("nobody is touched to check in", mistake.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [Requirement("INT-9")]
    [InlineData(13, false)]
    [InlineData(14, true)]
    [InlineData(21, true)]
    [InlineData(28, true)]
    [InlineData(29, false)]
    [InlineData(-21, false)]
    public void A_follow_up_with_a_hypothesis_comes_two_to_four_weeks_after_a_step(int days, bool isRight) =>
        Assert.Equal(isRight ? [] : ["IN014"], Codes(() => Rule.Of("follow-up", FollowUp(days))));

    [Fact]
    [Requirement("INT-9")]
    public void A_hypothesis_is_of_the_step_of_a_programme()
    {
        foreach (var trigger in new[] { Trigger.After(Anchor.Renewal, 21 * Day), Trigger.Signal("workshop"), Trigger.When(Holds) })
        {
            Assert.Equal(["IN014"], Codes(() => Rule.Of("follow-up", Changed(FollowUp(21), nameof(RuleContent.Trigger), trigger))));
        }
    }

    [Fact]
    [Requirement("INT-7")]
    public void What_is_no_condition_says_what_success_is()
    {
        foreach (var trigger in new[] { Trigger.Signal("login"), Trigger.Cron("0 9 * * *", TimeZoneInfo.Utc), Trigger.Every(CalendarPeriod.Quarter, TimeZoneInfo.Utc), Trigger.BandChanged("Red"), Trigger.ContactLeft(), Trigger.Milestone(MilestoneMoment.Stuck), Trigger.SegmentEntered("x"), Trigger.Absence("login", Day, Anchor.CustomerSince), Trigger.After(Anchor.Renewal, Day) })
        {
            var content = Changed(Content, nameof(RuleContent.Trigger), trigger);
            Assert.Equal(["IN012"], Codes(() => Rule.Of("rule", content)));
            Assert.Empty(Codes(() => Rule.Of("rule", Changed(content, nameof(RuleContent.Success), Holds))));
        }
    }

    [Fact]
    public void Of_every_property_what_is_out_of_its_range_is_found()
    {
        (string Code, string Property, object[] Wrong)[] mistakes =
        [
            ("IN003", nameof(RuleContent.Direction), ["\ud800"]), ("IN003", nameof(RuleContent.Description), ["\udc00 x"]), ("IN003", nameof(RuleContent.Tags), [(string[])["a\ud800"]]),
            ("IN003", nameof(RuleContent.Purpose), [new TouchPurpose { Reason = "\ud800", Agenda = "b", ExpectedResult = "c" }]),
            ("IN004", nameof(RuleContent.Tags), [(string[])[""], (string[])["a", "a"], new string[1]]), ("IN004", nameof(RuleContent.Audience), [Audience.Of(" "), Audience.Of("a", "b", "a")]), ("IN004", nameof(RuleContent.Direction), [""]),
            ("IN004", nameof(RuleContent.Ladder), [(Rung[])[new() { Channels = [""] }], (Rung[])[new(), new() { Channels = ["email", "email"] }], (Rung[])[new() { Audience = Audience.Of("") }]]),
            ("IN008", nameof(RuleContent.Wait), [TimeSpan.Zero, -Day, TimeSpan.MaxValue, TimeSpan.MinValue]), ("IN008", nameof(RuleContent.SuccessWithin), [TimeSpan.Zero, -Day, TimeSpan.MaxValue]),
            ("IN008", nameof(RuleContent.CoolDown), [-Day, TimeSpan.MaxValue]), ("IN008", nameof(RuleContent.Lateness), [-Day, TimeSpan.MaxValue]),
            ("IN008", nameof(RuleContent.Ladder), [(Rung[])[new() { Wait = TimeSpan.Zero }]]), ("IN008", nameof(RuleContent.Caps), [(RuleCap[])[new(1, TimeSpan.Zero)]]),
            ("IN009", nameof(RuleContent.Severity), [(CaseSeverity)9]), ("IN009", nameof(RuleContent.ReEntry), [(ReEntry)9]), ("IN009", nameof(RuleContent.Kind), [(RuleKind)9]), ("IN009", nameof(RuleContent.Cause), [(InteractionCause)9]),
            ("IN009", nameof(RuleContent.WhenUnknown), [(WhenUndetermined)9]), ("IN009", nameof(RuleContent.OnRemoved), [(WhenRemoved)9]), ("IN009", nameof(RuleContent.Ladder), [(Rung[])[new() { Execution = (TouchExecution)9 }]]),
            ("IN010", nameof(RuleContent.Minutes), [0d, -1d, double.NaN, double.PositiveInfinity, 1e9]),
            ("IN011", nameof(RuleContent.Caps), [(RuleCap[])[new(0, Day)], (RuleCap[])[new(-1, Day)], (RuleCap[])[new(1, Day), new(2, Day)]]),
            ("IN013", nameof(RuleContent.ReEntry), [ReEntry.AfterCoolDown]),
        ];

        Offenders.None("Each of these has that mistake, once, with a cure.", mistakes.SelectMany(m => m.Wrong, (m, wrong) => (m.Code, m.Property, Codes: string.Join(' ', Codes(() => Rule.Of("rule", Changed(Content, m.Property, wrong))))))
            .Where(m => m.Codes != m.Code).Select(m => $"{m.Property}: {m.Code} expected, {m.Codes} found"));
    }

    [Fact]
    public void Of_every_trigger_what_can_never_come_is_found()
    {
        (string Code, RuleTrigger Wrong)[] mistakes =
        [
            ("IN003", Trigger.Signal("a\ud800")), ("IN003", Trigger.After(Anchor.Trait("\ud800"), Day)), ("IN004", Trigger.BandChanged(" ")), ("IN004", Trigger.ContactLeft("")), ("IN004", Trigger.Milestone(MilestoneMoment.Stuck, "")), ("IN004", Trigger.SegmentEntered("s", "")),
            ("IN005", Trigger.Absence("login", Day, Anchor.CustomerSince, 0)), ("IN005", Trigger.AbsenceIn(CalendarPeriod.Day, "login", TimeZoneInfo.Utc, -1)), ("IN005", Trigger.BandChanged("Red", "Red")),
            ("IN006", Trigger.Cron("", TimeZoneInfo.Utc)), ("IN006", Trigger.Cron("9 * *", TimeZoneInfo.Utc)), ("IN006", Trigger.Cron("61 9 * * *", TimeZoneInfo.Utc)), ("IN006", Trigger.Cron("0 0 30 2 *", TimeZoneInfo.Utc)), ("IN006", Trigger.Cron("0 0 9 * * * *", TimeZoneInfo.Utc)),
            ("IN007", Trigger.Cron("0 9 * * *", Own)), ("IN007", Trigger.Every(CalendarPeriod.Day, Own)), ("IN007", Trigger.When(Holds, default, new EvaluationGrid(Own))),
            ("IN008", Trigger.When(Holds, -Day)), ("IN008", Trigger.After(Anchor.Renewal, TimeSpan.MaxValue)), ("IN008", Trigger.Before(Anchor.Renewal, TimeSpan.MaxValue)), ("IN008", Trigger.Absence("login", TimeSpan.Zero, Anchor.Renewal)), ("IN008", Trigger.Absence("login", -Day, Anchor.Renewal)),
            ("IN009", Trigger.Every((CalendarPeriod)9, TimeZoneInfo.Utc)), ("IN009", Trigger.Milestone((MilestoneMoment)9)),
        ];

        Offenders.None("Each of these has that mistake, once, with a cure.", mistakes.Select(m => (m.Code, m.Wrong, Codes: string.Join(' ', Codes(() => Rule.Of("rule", Changed(Changed(Content, nameof(RuleContent.Success), Holds), nameof(RuleContent.Trigger), m.Wrong))))))
            .Where(m => m.Codes != m.Code).Select(m => $"{m.Wrong.GetType().Name}: {m.Code} expected, {m.Codes} found"));
    }

    [Fact]
    public void A_rule_that_comes_back_after_a_cool_down_has_one_and_fires_on_a_condition()
    {
        var cooled = Changed(Changed(Content, nameof(RuleContent.ReEntry), ReEntry.AfterCoolDown), nameof(RuleContent.CoolDown), Day);

        Assert.Empty(Codes(() => Rule.Of("rule", cooled)));
        Assert.Equal(["IN013"], Codes(() => Rule.Of("rule", Changed(Changed(cooled, nameof(RuleContent.Trigger), Trigger.Signal("login")), nameof(RuleContent.Success), Holds))));
    }

    [Fact]
    public void All_mistakes_are_in_one_report() => Assert.Equal(
        ["IN001", "IN002", "IN002", "IN002", "IN008", "IN010", "IN012"],
        Codes(() => Rule.Of("", new() { Trigger = Trigger.Absence("login", TimeSpan.Zero, Anchor.CustomerSince), Purpose = new() { Reason = "", Agenda = "", ExpectedResult = "" }, Minutes = double.NaN })).Order(StringComparer.Ordinal));

    [Fact]
    public void The_mistakes_of_a_set_are_found()
    {
        var rule = Rule.Of("a", Changed(Content, nameof(RuleContent.Tags), (string[])["tag"]));
        (string Codes, InterventionPolicy Policy)[] mistakes =
        [
            ("IN016", new() { Budgets = [Budget(touches: -1)] }), ("IN016", new() { Budgets = [Budget(), Budget(touches: 2)] }), ("IN008", new() { Budgets = [Budget() with { Within = TimeSpan.Zero }] }), ("IN009", new() { Budgets = [Budget() with { Owner = (BudgetOwnerKind)9 }] }), ("IN004", new() { Budgets = [Budget() with { Channel = "" }] }),
            ("IN017", new() { Inhibitions = [new()] }), ("IN017", new() { Inhibitions = [new() { BelowSeverity = CaseSeverity.Info }] }), ("IN017", new() { Inhibitions = [new() { ByRule = "b" }] }), ("IN017 IN017", new() { Inhibitions = [new() { Rule = "b", ByTag = "tags" }] }), ("", new() { Inhibitions = [new() { Rule = "a", ByTag = "tag" }] }), ("IN009", new() { Inhibitions = [new() { BySeverity = (CaseSeverity)9 }] }), ("IN003 IN017", new() { Inhibitions = [new() { Tag = "\ud800" }] }),
            ("IN018", new() { Calendar = new() { Days = [] } }), ("IN018", new() { Calendar = new() { From = new(17, 0), To = new(17, 0) } }), ("IN009", new() { Calendar = new() { Days = [(DayOfWeek)9] } }),
            ("IN019", new() { Retry = new() { Attempts = 0 } }), ("IN019", new() { Retry = new() { Factor = 0.5 } }), ("IN019", new() { Retry = new() { Factor = double.NaN } }), ("IN008 IN008", new() { Retry = new() { Delay = TimeSpan.Zero, Timeout = -Day } }), ("IN009", new() { Retry = new() { WhenUncertain = (UncertainDelivery)9 } }),
            ("IN019", new() { Attempts = new() { SaturatedAfter = 0 } }), ("IN019", new() { Attempts = new() { ResponsiveTouches = -1 } }), ("IN019", new() { Attempts = new() { UnresponsiveTouches = 1 } }), ("IN008", new() { Attempts = new() { UnresponsiveOver = -Day } }), ("IN008", new() { UndeterminedFor = TimeSpan.Zero }),
        ];

        Offenders.None("A policy has these mistakes.", mistakes.Select((m, i) => (i, m.Codes, Found: string.Join(' ', Codes(() => RuleSet.Of([rule], m.Policy))))).Where(m => m.Codes != m.Found).Select(m => $"policy {m.i}: {m.Codes} expected, {m.Found} found"));
        Assert.Equal(["IN015"], Codes(() => RuleSet.Of([rule, rule])));
        Assert.Contains("Did you mean 'a'?", Assert.Single(Mistakes(() => RuleSet.Of([rule], new() { Inhibitions = [new() { ByRule = "A" }] }))).Cure, StringComparison.Ordinal);
    }

    private static Budget Budget(int touches = 1) => new() { Owner = BudgetOwnerKind.Contact, Touches = touches, Within = Day };

    private static RuleContent Changed(RuleContent content, string property, object to) => With.Changed(content, property, to);

    private static string[] Codes(Action make) => [.. Mistakes(make).Select(m => m.Code)];

    private static IReadOnlyList<Diagnostic> Mistakes(Action make)
    {
        var mistakes = Record.Exception(make) switch { null => [], ConfigurationException e => e.Diagnostics, var e => throw new InvalidOperationException(e.Message, e) };
        Assert.All(mistakes, m => Assert.False(string.IsNullOrWhiteSpace(m.Cure)));
        return mistakes;
    }
}
