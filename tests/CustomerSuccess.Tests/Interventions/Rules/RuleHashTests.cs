using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Interventions.Documents;
using CustomerSuccess.Tests.Support;
using FsCheck.Xunit;

namespace CustomerSuccess.Tests.Interventions.Rules;

/// <summary>The hash of a rule tells apart what decides, and nothing else.</summary>
[Requirement("OPS-2")]
public sealed class RuleHashTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    // For each property values that differ from each other and from what is usual.
    private static readonly Dictionary<string, object[]> Others = new(StringComparer.Ordinal)
    {
        [nameof(RuleContent.Trigger)] = Triggers(),
        [nameof(RuleContent.Purpose)] = [Purpose with { Reason = "x" }, Purpose with { Agenda = "x" }, Purpose with { ExpectedResult = "x" }, Purpose with { Communication = CommunicationPurpose.Status }],
        [nameof(RuleContent.Guard)] = [Condition("customer.seats > 1.0"), Condition("customer.seats > 2.0")],
        [nameof(RuleContent.Correlation)] = [ThrownRule.Words.Text("customer.id"), ThrownRule.Words.Text("customer.plan")],
        [nameof(RuleContent.Severity)] = [CaseSeverity.Info, CaseSeverity.Severe, CaseSeverity.Critical],
        [nameof(RuleContent.Audience)] = [Audience.Of("a"), Audience.Of("a", "b"), Audience.Of("b", "a")],
        [nameof(RuleContent.Wait)] = [Hour, Hour * 2],
        [nameof(RuleContent.Ladder)] = Ladders(),
        [nameof(RuleContent.Success)] = [Condition("customer.seats > 1.0"), Condition("customer.seats > 2.0")],
        [nameof(RuleContent.SuccessWithin)] = [Hour, Hour * 2],
        [nameof(RuleContent.Exit)] = [Condition("customer.seats > 1.0"), Condition("customer.seats > 2.0")],
        [nameof(RuleContent.CoolDown)] = [Hour, Hour * 2],
        [nameof(RuleContent.ReEntry)] = [ReEntry.Never],
        [nameof(RuleContent.Caps)] = [(RuleCap[])[new(1, Hour)], (RuleCap[])[new(2, Hour)], (RuleCap[])[new(1, Hour * 2)], (RuleCap[])[new(1, Hour), new(2, Hour * 2)]],
        [nameof(RuleContent.Priority)] = [1, -1],
        [nameof(RuleContent.Minutes)] = [1d, 30.5],
        [nameof(RuleContent.Kind)] = [.. Enum.GetValues<RuleKind>().Skip(1).Cast<object>()],
        [nameof(RuleContent.Cause)] = [.. Enum.GetValues<InteractionCause>().Cast<object>()],
        [nameof(RuleContent.Direction)] = ["customer", "sales"],
        [nameof(RuleContent.Tags)] = [(string[])["a"], (string[])["a", "b"], (string[])["a,b"]],
        [nameof(RuleContent.Lateness)] = [TimeSpan.Zero, Hour],
        [nameof(RuleContent.WhenUnknown)] = [WhenUndetermined.Continue],
        [nameof(RuleContent.OnRemoved)] = [WhenRemoved.Cancel],
    };

    private static TouchPurpose Purpose => new() { Reason = "nobody has logged in", Agenda = "what keeps them", ExpectedResult = "a login" };

    private static RuleContent Content => new() { Trigger = Trigger.When(Condition("customer.seats > 0.0")), Purpose = Purpose };

    [Fact]
    public void Whatever_decides_changes_the_hash_and_no_two_rules_have_the_same()
    {
        var contents = Others.SelectMany(o => o.Value.Select(v => (What: $"{o.Key} {v}", Content: With.Changed(Content, o.Key, v)))).Append((What: "nothing", Content)).ToArray();

        Offenders.None("Rules that differ have different hashes.", contents.GroupBy(c => RuleOf(c.Content).ConfigurationHash).Where(g => g.Count() > 1).Select(g => string.Join(" and ", g.Select(c => c.What))));
        Assert.NotEqual(Rule.Of("other", Content).ConfigurationHash, RuleOf(Content).ConfigurationHash);
    }

    [Fact]
    public void Every_property_is_tried_but_for_those_that_decide_nothing_alone() => Assert.Equal(
        [nameof(RuleContent.Description), nameof(RuleContent.Hypothesis)],
        typeof(RuleContent).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).Except(Others.Keys).Order(StringComparer.Ordinal));

    [Fact]
    public void A_hypothesis_and_a_return_after_a_cool_down_change_the_hash()
    {
        var followUp = With.Changed(With.Changed(Content, nameof(RuleContent.Trigger), Trigger.After(Anchor.Signal("workshop"), TimeSpan.FromDays(21))), nameof(RuleContent.Success), Condition("true"));
        var cooled = With.Changed(Content, nameof(RuleContent.CoolDown), Hour);

        Assert.NotEqual(RuleOf(followUp).ConfigurationHash, RuleOf(With.Changed(followUp, nameof(RuleContent.Hypothesis), Condition("true"))).ConfigurationHash);
        Assert.NotEqual(RuleOf(cooled).ConfigurationHash, RuleOf(With.Changed(cooled, nameof(RuleContent.ReEntry), ReEntry.AfterCoolDown)).ConfigurationHash);
    }

    [Property(MaxTest = 100)]
    public void A_description_changes_nothing(int seed)
    {
        var rule = new ThrownRule(seed).Rule;

        Assert.Equal(rule.ConfigurationHash, Rule.Of(rule.Name, With.Changed(rule.Content, nameof(RuleContent.Description), $"{rule.Content.Description} more")).ConfigurationHash);
        Assert.Matches("^[0-9a-f]{64}$", rule.ConfigurationHash);
    }

    [Fact]
    public void Whatever_the_policy_says_changes_the_hash_of_the_set()
    {
        object[] Changes<T>(T value, params (string Property, object To)[] changes)
            where T : class => [.. changes.Select(c => With.Changed(value, c.Property, c.To))];
        var budget = new Budget { Owner = BudgetOwnerKind.Contact, Touches = 1, Within = Hour };
        Dictionary<string, object[]> others = new(StringComparer.Ordinal)
        {
            [nameof(InterventionPolicy.Budgets)] = [.. new[] { budget, budget with { Owner = BudgetOwnerKind.Csm }, budget with { Touches = 2 }, budget with { Within = Hour * 2 }, budget with { Channel = "email" } }.Select(b => (Budget[])[b])],
            [nameof(InterventionPolicy.Inhibitions)] = [.. new Inhibition[] { new() { BySeverity = CaseSeverity.Severe }, new() { BelowSeverity = CaseSeverity.Severe }, new() { ByRule = "a" }, new() { ByTag = "a" }, new() { Rule = "a" }, new() { Tag = "a" } }.Select(i => (Inhibition[])[i])],
            [nameof(InterventionPolicy.Calendar)] = [new WorkingCalendar(), .. Changes(new WorkingCalendar(), ("Days", (DayOfWeek[])[DayOfWeek.Monday]), ("From", new TimeOnly(8, 0)), ("To", new TimeOnly(18, 0)), ("Holidays", (DateOnly[])[new(2026, 12, 25)]), ("ForPeopleToo", true))],
            [nameof(InterventionPolicy.Retry)] = Changes(new RetryPolicy(), ("Attempts", 4), ("Delay", Hour), ("Factor", 3d), ("Timeout", Hour), ("WhenUncertain", UncertainDelivery.AtLeastOnce)),
            [nameof(InterventionPolicy.Attempts)] = Changes(new AttemptOptions(), ("SaturatedAfter", 9), ("SaturationWindow", Hour), ("RateWindow", Hour), ("ResponsiveTouches", 9), ("UnresponsiveTouches", 9), ("UnresponsiveOver", Hour), ("UnresponsiveChannels", 3)),
            [nameof(InterventionPolicy.UndeterminedFor)] = [Hour],
        };
        var rules = new[] { RuleOf(With.Changed(Content, nameof(RuleContent.Tags), (string[])["a"])), Rule.Of("a", Content) };
        var hashes = others.SelectMany(o => o.Value.Select(v => With.Changed(new InterventionPolicy(), o.Key, v))).Append(new()).Select(p => RuleSet.Of(rules, p).ConfigurationHash).ToArray();

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.Equal(others.Keys.Order(StringComparer.Ordinal), typeof(InterventionPolicy).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(RuleSet.Of(rules).ConfigurationHash, RuleSet.Of(rules.Reverse(), new(), [RuleOf(Content)]).ConfigurationHash);
        Assert.NotEqual(RuleSet.Of(rules).ConfigurationHash, RuleSet.Of(rules[..1]).ConfigurationHash);
    }

    private static Rule RuleOf(RuleContent content) => Rule.Of("rule", content.Trigger is ConditionTrigger || content.Success is not null ? content : With.Changed(content, nameof(RuleContent.Success), Condition("customer.active")));

    private static ConditionExpression<CustomerFacts> Condition(string text) => ThrownRule.Words.Condition(text);

    private static object[] Triggers() =>
    [
        Trigger.When(Condition("customer.seats > 1.0")), Trigger.When(Condition("customer.seats > 0.0"), Hour), Trigger.When(Condition("customer.seats > 0.0"), Hour * 2),
        Trigger.When(Condition("customer.seats > 0.0"), default, EvaluationGrid.Daily), Trigger.When(Condition("customer.seats > 0.0"), default, new EvaluationGrid(TimeZoneInfo.Utc, 7)),
        .. new[] { Anchor.CustomerSince, Anchor.Renewal, Anchor.SubscriptionStart, Anchor.SubscriptionEnd, Anchor.PlanStart, Anchor.MilestoneDue(), Anchor.MilestoneDue("a"), Anchor.Trait("a"), Anchor.Signal("a"), Anchor.Signal("b") }
            .SelectMany(a => new[] { Trigger.After(a, Hour), Trigger.Before(a, Hour), Trigger.Absence("login", Hour, a) }),
        Trigger.After(Anchor.Renewal, default), Trigger.Absence("login", Hour * 2, Anchor.Renewal), Trigger.Absence("other", Hour, Anchor.Renewal), Trigger.Absence("login", Hour, Anchor.Renewal, 2),
        .. Enum.GetValues<CalendarPeriod>().SelectMany(p => new[] { Trigger.Every(p, TimeZoneInfo.Utc), Trigger.AbsenceIn(p, "review", TimeZoneInfo.Utc), Trigger.AbsenceIn(p, "review", TimeZoneInfo.Utc, 2) }),
        Trigger.Every(CalendarPeriod.Day, Berlin), Trigger.Cron("0 9 * * MON", Berlin), Trigger.Cron("0 9 * * MON", TimeZoneInfo.Utc), Trigger.Cron("0 9 * * TUE", Berlin),
        Trigger.Signal("login"), Trigger.Signal("other"), Trigger.Signal("login", SignalExpressions.Language.Condition("signal.value > 1.0")), Trigger.Signal("login", SignalExpressions.Language.Condition("signal.value > 2.0")),
        Trigger.SegmentEntered("s"), Trigger.SegmentEntered("t"), Trigger.SegmentEntered("s", "a"), Trigger.SegmentLeft("s", "a"),
        Trigger.BandChanged(), Trigger.BandChanged("Red"), Trigger.BandChanged(null, "Red"), Trigger.BandChanged("Red", "Green"),
        .. Enum.GetValues<MilestoneMoment>().SelectMany(m => new[] { Trigger.Milestone(m), Trigger.Milestone(m, "live") }),
        Trigger.ContactLeft(), Trigger.ContactLeft("champion"),
    ];

    private static object[] Ladders()
    {
        var rung = new Rung();
        Rung[] rungs = [rung, With.Changed(rung, "Channels", (string[])["email"]), With.Changed(rung, "Channels", (string[])["email", "call"]), With.Changed(rung, "Audience", new Audience()), With.Changed(rung, "Audience", Audience.Of("a")), With.Changed(rung, "Wait", TimeSpan.FromDays(3)), With.Changed(rung, "Execution", TouchExecution.People), With.Changed(rung, "Execution", TouchExecution.Automatic)];
        return [.. rungs.Select(r => (object)(Rung[])[r]), (Rung[])[rung, rung]];
    }
}
