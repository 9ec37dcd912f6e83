using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.States;

public sealed class EvidenceTests
{
    private static readonly Language<CustomerFacts> Words = CustomerExpressions.Declare()
        .Signal("report").Signal("login")
        .Number("seats", f => f.Account.Number("seats") is { IsKnown: true, Value: var seats } ? seats : null, "1")
        .Build();

    [Fact]
    [Requirement("PLN-3")]
    public async Task A_latched_milestone_is_reached_at_the_first_instant_at_which_its_expression_held()
    {
        var facts = await Facts(Day(90), Reported(20, 3), Reported(21, 3));
        var state = PlanOf("signals.report.sum(days(7)) >= 5.0", EvidenceMode.Latched).At(facts, []);

        Assert.Equal(Day(21), state.Milestone("live").ReachedAt);
        Assert.Equal(21, state.Milestone("live").ReachedDay);
    }

    [Fact]
    [Requirement("PLN-3")]
    public async Task A_held_milestone_is_reached_since_the_start_of_the_present_run()
    {
        PlanState On(CustomerFacts facts) => PlanOf("signals.report.sum(days(7)) >= 5.0", EvidenceMode.Held).At(facts, []);
        Signal[] signals = [Reported(20, 5), Reported(40, 5), Reported(44, 5)];

        Assert.Equal(Day(20), On(await Facts(Day(26), signals)).Milestone("live").ReachedAt);
        Assert.Null(On(await Facts(Day(27), signals)).Milestone("live").ReachedAt);
        Assert.Equal(Day(40), On(await Facts(Day(50), signals)).Milestone("live").ReachedAt);
        Assert.Null(On(await Facts(Day(51), signals)).Milestone("live").ReachedAt);
    }

    [Fact]
    public async Task What_was_recorded_later_than_known_at_latches_nothing()
    {
        var late = Reported(20, 9) with { RecordedAt = Day(60) };
        var plan = PlanOf("signals.report.sum(days(7)) >= 5.0", EvidenceMode.Latched);

        Assert.Null(plan.At(await Facts(Day(50), late), []).Milestone("live").ReachedAt);
        Assert.Equal(Day(20), plan.At(await Facts(Day(60), late), []).Milestone("live").ReachedAt);
    }

    [Fact]
    public async Task Unknown_neither_latches_nor_breaks_a_run()
    {
        // The source is complete through day 30 only: beyond, sums are not known.
        var coverage = new SignalCoverage { Through = Day(30) };
        var held = PlanOf("signals.report.sum(days(7)) >= 5.0", EvidenceMode.Held);
        var latched = PlanOf("signals.report.sum(days(7)) >= 50.0", EvidenceMode.Latched);
        var facts = await Facts(Day(60), coverage, Reported(28, 6));

        Assert.Equal(Day(28), held.At(facts, []).Milestone("live").ReachedAt);
        var open = latched.At(facts, []).Milestone("live");
        Assert.False(open.Reached.IsKnown);
        Assert.Equal(Pace.Unknown, open.Pace);
        Assert.Equal((0, 1), (open.Progress.Lower, open.Progress.Upper));
        Assert.Contains(open.Causes, c => c.Kind == UnknownKind.Incomplete);
    }

    [Fact]
    public async Task What_cannot_be_foreseen_is_asked_at_midnights_of_the_plans_zone()
    {
        var accounts = Customers().Add(new Trait("acme", "seats", TraitValue.Of(5), Start.AddDays(-1))).Add(new Trait("acme", "seats", TraitValue.Of(12), Start.AddDays(10).AddHours(15)));
        var facts = await Facts(Day(30), accounts, new SignalLog());
        var template = PlanTemplate.Of("seats", new() { Milestones = [new() { Id = "live", DueDay = 20, Evidence = Words.Condition("seats >= 10.0") }] });
        var plan = template.For(template.Instantiate("plan", PlanHolder.Customer("acme"), new(2026, 1, 5), "America/New_York"));

        // 15:00 UTC on day 10 is seen at the next midnight in New York: 05:00 UTC on day 11.
        Assert.Equal(Start.AddDays(11).AddHours(5), plan.At(facts, []).Milestone("live").ReachedAt);
    }

    [Fact]
    [Requirement("PLN-2")]
    public async Task An_objective_has_its_measure_and_a_milestone_comes_as_far_as_it_does()
    {
        var plan = Measured(0, 100);
        var state = plan.At(await Facts(Day(30), Reported(10, 20), Reported(25, 20)), []);
        var milestone = state.Milestone("reports");

        Assert.Equal(40, milestone.Value!.Value.Value);
        Assert.Equal(.4, milestone.Progress.Lower, 12);
        Assert.Equal(30 / 60d, milestone.Expected, 12);
        Assert.Equal(Pace.OnTrack, milestone.Pace);
        Assert.Equal(.4, state.Value.Lower, 12);
    }

    [Fact]
    public async Task An_objective_that_falls_is_measured_the_other_way_and_reached_at_its_target()
    {
        var plan = Measured(50, 10);
        Signal[] signals = [Reported(-10, 50), Reported(19, 10)];

        Assert.Equal(.0, plan.At(await Facts(Day(5), signals), []).Milestone("reports").Progress.Upper, 12);
        var reached = plan.At(await Facts(Day(30), signals), []).Milestone("reports");
        Assert.Equal(Pace.Reached, reached.Pace);
        Assert.Equal(Start.AddDays(18).AddHours(12), reached.ReachedAt);
    }

    [Fact]
    public async Task Stuck_counts_from_the_last_day_on_which_an_objective_came_further()
    {
        var plan = Measured(0, 100);
        Signal[] signals = [Reported(10, 5)];

        Assert.Equal(Pace.Behind, plan.At(await Facts(Day(24), signals), []).Milestone("reports").Pace);
        Assert.Equal(Pace.Stuck, plan.At(await Facts(Day(25), signals), []).Milestone("reports").Pace);
    }

    [Fact]
    public async Task Recorded_evidence_completes_what_accepts_it_and_is_refused_elsewhere()
    {
        var plan = Plan(new PlanContent
        {
            Milestones = [new() { Id = "live", DueDay = 30, Accepts = [EvidenceKind.Attestation] }, new() { Id = "seen", DueDay = 30, Evidence = Words.Condition("signals.login.count(days(7)) > 0.0") }],
        });
        var facts = await Facts(Day(40));
        var happened = EvidenceGiven.Happened("1", "plan", "acme", Day(9), "live");
        var attested = EvidenceGiven.Attested("2", "plan", "acme", Day(10), "live", "ann");
        var state = plan.At(facts, [happened, attested, EvidenceGiven.Happened("3", "plan", "acme", Day(1), "seen"), EvidenceGiven.Happened("4", "plan", "acme", Day(1), "nowhere")]);

        Assert.Equal(Day(10), state.Milestone("live").ReachedAt);
        Assert.Null(state.Milestone("seen").ReachedAt);
        Assert.Equal(["3: 'seen' is not completed by an event", "4: the plan has no 'nowhere'", "1: 'live' is not completed by an event"], state.Refused.Select(r => r.ToString()));
    }

    [Fact]
    [Requirement("PLN-10")]
    public void An_outcome_is_claimed_then_evidenced_then_acknowledged_by_name()
    {
        var plan = Plan(Reach("live", 30));
        PlanEvent claimed = new OutcomeClaimed("c", "plan", "acme", Day(5), "live", "csm"), evidenced = Done("live", 10), agreed = new OutcomeAcknowledged("a", "plan", "acme", Day(15), "live", "ann");

        Assert.Equal(Verification.None, plan.On(4, claimed, evidenced, agreed).Milestone("live").Verification);
        Assert.Equal(Verification.Claimed, plan.On(5, claimed, evidenced, agreed).Milestone("live").Verification);
        Assert.Null(plan.On(5, claimed, evidenced, agreed).Milestone("live").ReachedAt);
        Assert.Equal(Verification.Evidenced, plan.On(10, claimed, evidenced, agreed).Milestone("live").Verification);
        Assert.Equal((Verification.Acknowledged, "ann"), (plan.On(15, claimed, evidenced, agreed).Milestone("live").Verification, plan.On(15, claimed, evidenced, agreed).Milestone("live").AcknowledgedBy));
    }

    [Fact]
    [Requirement("PLN-16")]
    public async Task Usage_by_someone_who_cannot_leave_is_no_evidence_of_value()
    {
        var plan = PlanOf("signals.login.count(days(7)) > 0.0", EvidenceMode.Latched);
        var facts = await Facts(Day(20), new Signal("acme", "login", Day(12)));
        PlanState With(AlternativeKind kind) => plan.Track("acme")
            .Add(new SuccessDefinition("acme", Start) { Stakeholders = [new() { Id = "cfo", Role = StakeholderRole.Executive, AlternativeForOutcome = new(kind) }] })
            .At(facts);

        Assert.Equal(Verification.Evidenced, With(AlternativeKind.Competitor).Milestone("live").Verification);
        Assert.Equal(Verification.Claimed, With(AlternativeKind.LockedIn).Milestone("live").Verification);
        Assert.Equal(Day(12), With(AlternativeKind.LockedIn).Milestone("live").ReachedAt);
    }

    [Fact]
    public void An_event_of_an_id_that_was_recorded_before_with_other_words_is_refused()
    {
        var plan = Plan(Reach("live", 30));
        PlanEvent first = EvidenceGiven.Happened("e", "plan", "acme", Day(9), "live") with { RecordedAt = Day(9) }, second = EvidenceGiven.Happened("e", "plan", "acme", Day(3), "live") with { RecordedAt = Day(12) };

        foreach (var state in (PlanState[])[plan.On(20, first, second), plan.On(20, second, first)])
        {
            Assert.Equal(9, state.Milestone("live").ReachedDay);
            Assert.Equal("e: another event of that id was recorded before it", Assert.Single(state.Refused).ToString());
        }
    }

    [Fact]
    public void Very_many_events_that_are_of_no_use_take_no_longer_than_others()
    {
        // Each once, and once more: with a walk through those before it for every one this would take hours.
        PlanEvent[] events = [.. Enumerable.Range(0, 200_000).Select(i => EvidenceGiven.Happened($"e{i}", "plan", "acme", Day(1), "nowhere"))];
        var state = Plan(Reach("live", 30)).On(40, [.. events, .. events]);

        Assert.Equal(200_000, state.Refused.Count);
        Assert.Null(state.Milestone("live").ReachedAt);
    }

    private static SuccessPlan PlanOf(string evidence, EvidenceMode mode) => Plan(new Milestone { Id = "live", DueDay = 30, Evidence = Words.Condition(evidence), Mode = mode });

    private static SuccessPlan Measured(double baseline, double target) => Plan(new PlanContent
    {
        Objectives = [new() { Id = "monthly reports", Baseline = baseline, Target = target, DueDay = 60, Measure = ObjectiveMeasure.Of(Words.Number("signals.report.sum(days(28))")) }],
        Milestones = [new() { Id = "reports", DueDay = 60, Objective = "monthly reports" }],
    });

    private static Signal Reported(int day, double value) => new("acme", "report", Day(day)) { Value = value };

    private static AccountLog Customers() => new AccountLog().Add(new Customer("acme", Start.AddDays(-100)));

    private static Task<CustomerFacts> Facts(DateTimeOffset asOf, params Signal[] signals) => Facts(asOf, SignalCoverage.Complete, signals);

    private static Task<CustomerFacts> Facts(DateTimeOffset asOf, SignalCoverage coverage, params Signal[] signals)
    {
        var log = new SignalLog().Covers("report", coverage).Covers("login", coverage);
        log.AppendAll(signals);
        return Facts(asOf, Customers(), log);
    }

    private static async Task<CustomerFacts> Facts(DateTimeOffset asOf, AccountLog accounts, SignalLog log)
    {
        var card = Scorecard.For<CustomerFacts>("any").Measure("any", _ => 1d, m => m.MoreIsBetter().Linear(0, 1)).Build();
        return (await CustomerHealth.Of(CustomerSources.InMemory(accounts, log), c => c.ScoredBy(card)).FactsAsync("acme", new(asOf)))!;
    }
}
