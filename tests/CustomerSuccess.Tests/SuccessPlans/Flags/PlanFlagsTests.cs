using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Flags;

public sealed class PlanFlagsTests
{
    private static readonly SuccessDefinition LockedIn = new("acme", Start)
    {
        Stakeholders = [new() { Id = "ceo", Role = StakeholderRole.Executive, DesiredOutcome = "save time", AlternativeForOutcome = new(AlternativeKind.LockedIn) }],
    };

    [Fact]
    [Requirement("PLN-15")]
    public void Outcomes_that_are_reached_with_none_following_are_flagged()
    {
        var plan = Plan(new PlanContent { Milestones = [Reach("live", 365)], Outcomes = [new() { Id = "first", Milestones = ["live"] }] });
        var more = Plan(new PlanContent { Milestones = [Reach("live", 365)], Outcomes = [new() { Id = "first", Milestones = ["live"] }, new() { Id = "second", Follows = "first" }] });

        Assert.Equal(["every desired outcome is reached, and none follows: ask what the customer wants next"], Said(plan.On(10, Done("live", 9))));
        Assert.Empty(Said(plan.On(10)));
        Assert.Empty(Said(more.On(10, Done("live", 9))));
    }

    [Fact]
    [Requirement("PLN-9")]
    public void A_stale_plan_is_flagged_and_one_that_ends_soon() => Assert.Equal(
        [
            "the update of 2026-02-05 is 9 days overdue",
            "nothing is planned after 2026-02-04",
            "the plan reaches to 2026-02-04, and would reach to 2027-02-14 if it were refreshed",
        ],
        Said(Plan(Reach("live", 30, "a"), OfVendor("a", 20)).On(40)));

    [Fact]
    [Requirement("PLN-16")]
    public void Usage_by_who_cannot_leave_is_flagged_as_no_evidence_of_value()
    {
        var plan = Plan(new PlanContent
        {
            Milestones = [new Milestone { Id = "used", DueDay = 365, Objective = "users" }],
            Objectives = [new() { Id = "users", Baseline = 0, Target = 10, DueDay = 300, Stakeholder = "ceo", Measure = ObjectiveMeasure.Of("users", _ => Reading.Known(20d), "1") }],
            Outcomes = [new() { Id = "time", Stakeholder = "ceo", Milestones = ["used"] }, new() { Id = "more", Follows = "time" }],
        });
        var facts = new CustomerFacts("acme", Day(10));

        Assert.Empty(PlanFlags.Of(plan.Track("acme").At(facts)));
        Assert.Equal(
            [
                "LockedIn users: the objective 'users' is of ceo, who cannot leave: usage is not evidence of value",
                "LockedIn time: the outcome 'time' is of ceo, who cannot leave: usage is not evidence of value",
                "UsageIsNoEvidence used: 'used' is reached by usage of a customer that cannot leave, which is not evidence of value",
            ],
            PlanFlags.Of(plan.Track("acme").Add(LockedIn).At(facts)).Select(f => $"{f.Kind} {f.Item}: {f.Text}"));
        Assert.DoesNotContain(PlanFlags.Of(plan.Track("acme").Add(LockedIn).Add(new OutcomeAcknowledged("a", "plan", "acme", Day(9), "used", "bob")).At(facts)), f => f.Kind == PlanFlagKind.UsageIsNoEvidence);
    }

    [Fact]
    public void Divergence_is_flagged_with_its_words()
    {
        var definition = new SuccessDefinition("acme", Start) { Stakeholders = [new() { Id = "ceo", Role = StakeholderRole.Executive, Goals = [new("hours", 10)] }, new() { Id = "champion", Role = StakeholderRole.Champion, Goals = [new("hours", 20)] }] };

        Assert.Equal(["hours: ceo wants 10, champion 20, 50 % apart"], PlanFlags.Of(Plan(Reach("live", 365)).Track("acme").Add(definition).At(Day(10))).Select(f => f.Text));
    }

    [Fact]
    public void What_the_vendor_alone_has_caused_is_flagged_until_the_customer_agrees()
    {
        PlanEvent[] events = [EvidenceGiven.Happened("e", "plan", "acme", Day(5), "live") with { CausedBy = CustomerSuccess.Signals.Provenance.Vendor }];
        var plan = Plan(Reach("live", 365));

        Assert.Equal(["'live' is reached by what the vendor itself has caused: let the customer say so"], Said(plan.On(10, events)));
        Assert.Empty(Said(plan.On(10, [.. events, new OutcomeAcknowledged("a", "plan", "acme", Day(6), "live", "bob")])));
    }

    [Fact]
    public void What_was_recorded_out_of_turn_promised_in_vain_or_refused_is_flagged()
    {
        var plan = Plan(new PlanContent { Milestones = [Reach("live", 365)], TeeUps = [new() { Id = "reference", Kind = TeeUpKind.Reference, Milestone = "live" }] });
        PlanEvent[] events =
        [
            new TeeUpAsked("1", "plan", "acme", Day(3), "reference", "ann"),
            new TeeUpAsked("2", "plan", "acme", Day(3), "upsell", "ann"),
            new PromiseMade("3", "plan", "acme", Day(-9), "a bot", "sales"),
            Done("nothing", 4),
        ];

        Assert.Equal(
            [
                "'reference' was asked on 2026-01-08, out of turn: before 'live'",
                "'upsell' was asked on 2026-01-08, and the plan announces no such ask",
                "promised and not in the plan: a bot (no item of the plan delivers it)",
                "the event 'nothing on 4' is of no use: the plan has no 'nothing'",
            ],
            Said(plan.On(10, events)));
    }

    [Fact]
    public void A_plan_that_is_not_enough_is_flagged() =>
        Assert.Contains("everything owed for 'live' was kept, and it has not come: the plan is not enough", Said(Plan(Reach("live", 20, "a"), OfVendor("a", 10)).On(21, Done("a", 9))));

    private static IEnumerable<string> Said(PlanState state) => PlanFlags.Of(state).Select(f => f.Text);
}
