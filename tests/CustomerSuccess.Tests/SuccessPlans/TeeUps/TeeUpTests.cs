using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;
using Asks = CustomerSuccess.SuccessPlans.TeeUps;

namespace CustomerSuccess.Tests.SuccessPlans.TeeUps;

public sealed class TeeUpTests
{
    private static readonly SuccessPlan Announced = With(new TeeUp { Id = "reference", Kind = TeeUpKind.Reference, Milestone = "live" });

    [Fact]
    [Requirement("PLN-11")]
    [Requirement("EXP-1")]
    public void An_ask_becomes_due_by_its_milestone_and_not_by_the_calendar()
    {
        Assert.Equal((TeeUpStanding.Announced, "before 'live'"), Of(Announced.On(5)));
        Assert.Equal((TeeUpStanding.Announced, "before 'live'"), Of(Announced.On(400)));
        Assert.Equal((TeeUpStanding.Due, "'live' is reached"), Of(Announced.On(12, Done("live", 12))));
    }

    [Fact]
    [Requirement("PLN-11")]
    public void An_ask_before_its_milestone_is_refused_with_the_reason_and_no_event()
    {
        var refused = Asks.Ask(Announced.On(5), "reference", "ask", "ann");

        Assert.False(refused.IsAllowed);
        Assert.Null(refused.Ask);
        Assert.Equal("refused: 'reference' is not asked before 'live', expected on 2026-02-04", refused.ToString());
        Assert.False(Asks.MayAsk(Announced.On(5), "reference").IsAllowed);
    }

    [Fact]
    [Requirement("PLN-11")]
    [Requirement("EXP-1")]
    public void At_its_milestone_the_event_is_made_for_the_host_to_record()
    {
        var asked = Asks.Ask(Announced.On(12, Done("live", 12)), "reference", "ask", "ann", "bob");

        Assert.True(asked.IsAllowed);
        Assert.Equal(new TeeUpAsked("ask", "plan", "acme", Day(12), "reference", "ann") { ContactId = "bob" }, asked.Ask);
    }

    [Theory]
    [InlineData(TeeUpNeed.Reached, TeeUpStanding.Due, TeeUpStanding.Due)]
    [InlineData(TeeUpNeed.Evidenced, TeeUpStanding.Due, TeeUpStanding.Due)]
    [InlineData(TeeUpNeed.Acknowledged, TeeUpStanding.Announced, TeeUpStanding.Due)]
    public void It_waits_until_the_milestone_is_as_sure_as_it_needs(TeeUpNeed needs, TeeUpStanding reached, TeeUpStanding acknowledged)
    {
        var plan = With(new TeeUp { Id = "reference", Kind = TeeUpKind.Reference, Milestone = "live", Needs = needs });

        Assert.Equal(reached, Of(plan.On(12, Done("live", 12))).Standing);
        Assert.Equal(acknowledged, Of(plan.On(12, Done("live", 12), new OutcomeAcknowledged("ack", "plan", "acme", Day(12), "live", "bob"))).Standing);
        Assert.Equal(TeeUpStanding.Announced, Of(plan.On(12, new OutcomeAcknowledged("ack", "plan", "acme", Day(12), "live", "bob"))).Standing);
    }

    [Fact]
    public void A_stage_of_the_vendors_process_is_reached_and_never_evidence_of_value()
    {
        var content = new PlanContent
        {
            Milestones = [new Milestone { Id = "live", DueDay = 30, Kind = MilestoneKind.TrainingDelivered }],
            TeeUps = [new() { Id = "reference", Kind = TeeUpKind.Reference, Milestone = "live", Needs = TeeUpNeed.Evidenced }],
        };

        Assert.Equal((TeeUpStanding.Announced, "before 'live' is evidenced"), Of(Plan(content).On(12, Done("live", 12))));
    }

    [Theory]
    [InlineData(TeeUpOutcome.Accepted, TeeUpStanding.Accepted)]
    [InlineData(TeeUpOutcome.Declined, TeeUpStanding.Declined)]
    [InlineData(TeeUpOutcome.Done, TeeUpStanding.Done)]
    [InlineData(TeeUpOutcome.Later, TeeUpStanding.Later)]
    public void What_was_asked_is_not_asked_again_before_it_may_be(TeeUpOutcome outcome, TeeUpStanding standing)
    {
        PlanEvent[] events = [Done("live", 12), Asked("ask", 13)];
        var answered = Announced.On(20, [.. events, Answered("answer", 15, "ask", outcome)]);

        Assert.Equal((TeeUpStanding.Asked, "asked on 2026-01-18, not answered yet"), Of(Announced.On(20, events)));
        Assert.False(Asks.MayAsk(Announced.On(20, events), "reference").IsAllowed);
        Assert.Equal(standing, Of(answered).Standing);
        Assert.False(Asks.MayAsk(answered, "reference").IsAllowed);
    }

    [Fact]
    public void Later_is_due_again_on_the_ninetieth_day()
    {
        PlanEvent[] events = [Done("live", 12), Asked("ask", 13), Answered("answer", 15, "ask", TeeUpOutcome.Later)];

        Assert.Equal((TeeUpStanding.Later, "answered 'later' on 2026-01-20; due again on 2026-04-20"), Of(Announced.On(104, events)));
        Assert.Equal((TeeUpStanding.Due, "due again since 2026-04-20: answered 'later' on 2026-01-20"), Of(Announced.On(105, events)));
        Assert.Equal(TeeUpStanding.Due, Asks.Of(Announced.On(25, events), new() { AskAgainAfterDays = 10 })[0].Standing);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TeeUpOptions { AskAgainAfterDays = 0 });
    }

    [Fact]
    public void Of_several_answers_the_last_counts_and_one_that_was_taken_back_does_not()
    {
        PlanEvent[] events = [Done("live", 12), Asked("ask", 13), Answered("1", 15, "ask", TeeUpOutcome.Accepted), Answered("2", 16, "ask", TeeUpOutcome.Done)];

        Assert.Equal(TeeUpStanding.Done, Of(Announced.On(20, events)).Standing);
        Assert.Equal(TeeUpStanding.Accepted, Of(Announced.On(20, [.. events, new EventTakenBack("3", "plan", "acme", Day(17), "2", "ann", "a mistake")])).Standing);
        Assert.Equal(TeeUpStanding.Asked, Of(Announced.On(20, [.. events, Asked("again", 18)])).Standing);
        Assert.Equal(TeeUpStanding.Declined, Of(Announced.On(20, [.. events, Asked("again", 18), Answered("4", 19, "ask", TeeUpOutcome.Declined)])).Standing);
        Assert.Equal(TeeUpStanding.Asked, Of(Announced.On(20, [.. events[..2], Answered("5", 16, "another", TeeUpOutcome.Done)])).Standing);
    }

    [Fact]
    [Requirement("PLN-11")]
    public void An_ask_that_was_recorded_before_its_milestone_is_out_of_turn_also_once_it_is_reached()
    {
        PlanEvent[] events = [Asked("early", 5), Done("live", 12), Asked("ask", 13)];

        Assert.Equal(["early"], Assert.Single(Asks.Of(Announced.On(5, events))).OutOfTurn.Select(a => a.Id));
        Assert.Equal(["early"], Assert.Single(Asks.Of(Announced.On(20, events))).OutOfTurn.Select(a => a.Id));
    }

    [Fact]
    public void What_was_reached_before_the_ask_and_recorded_later_was_in_turn() =>
        Assert.Empty(Assert.Single(Asks.Of(Announced.On(20, Asked("ask", 5), Done("live", 4, recorded: 9)))).OutOfTurn);

    [Fact]
    [Requirement("PLN-11")]
    public void A_milestone_that_does_not_hold_any_more_brings_it_back_to_announced()
    {
        PlanEvent[] events = [Done("live", 12), new EventTakenBack("back", "plan", "acme", Day(14), "live on 12", "ann", "it was another customer's")];

        Assert.Equal(TeeUpStanding.Due, Of(Announced.On(13, events)).Standing);
        Assert.Equal(TeeUpStanding.Announced, Of(Announced.On(14, events)).Standing);
        Assert.Equal(TeeUpStanding.Asked, Of(Announced.On(14, [.. events, Asked("ask", 13)])).Standing);
    }

    [Fact]
    public void A_milestone_that_holds_only_for_a_time_is_announced_between()
    {
        var content = new PlanContent
        {
            Milestones = [new Milestone { Id = "live", DueDay = 30, Objective = "users", Mode = EvidenceMode.Held }],
            Objectives = [new() { Id = "users", Baseline = 0, Target = 10, DueDay = 30, Measure = ObjectiveMeasure.Of("users", f => Reading.Known(f.AsOf >= Day(10) && f.AsOf < Day(20) ? 10d : 2d), "1") }],
            TeeUps = [new() { Id = "reference", Kind = TeeUpKind.Reference, Milestone = "live" }],
        };

        Assert.Equal(TeeUpStanding.Announced, Of(Plan(content).On(9)).Standing);
        Assert.Equal(TeeUpStanding.Due, Of(Plan(content).On(19)).Standing);
        Assert.Equal(TeeUpStanding.Announced, Of(Plan(content).On(25)).Standing);
        Assert.Empty(Asks.Of(Plan(content).On(25, Asked("ask", 15)))[0].OutOfTurn);
        Assert.Single(Asks.Of(Plan(content).On(25, Asked("ask", 22)))[0].OutOfTurn);
    }

    [Fact]
    public void While_the_milestone_is_not_known_it_is_not_asked()
    {
        var content = new PlanContent
        {
            Milestones = [new Milestone { Id = "live", DueDay = 30, Evidence = Fact.IsTrue("live") }],
            TeeUps = [new() { Id = "reference", Kind = TeeUpKind.Reference, Milestone = "live" }],
        };
        var teeUp = Assert.Single(Asks.Of(Plan(content).On(12)));

        Assert.Equal((TeeUpStanding.Announced, "while it is not known whether 'live' is reached"), (teeUp.Standing, teeUp.Reason));
        Assert.NotEmpty(teeUp.Causes);
        Assert.False(Asks.MayAsk(Plan(content).On(12), "reference").IsAllowed);
    }

    [Fact]
    public void An_unknown_tee_up_or_an_id_that_is_taken_is_a_mistake_of_the_caller()
    {
        Assert.Contains("Did you mean 'reference'?", Assert.Throws<ArgumentException>(() => Asks.MayAsk(Announced.On(5), "referense")).Message, StringComparison.Ordinal);
        Assert.Contains("'live on 12' already", Assert.Throws<ArgumentException>(() => Asks.Ask(Announced.On(12, Done("live", 12)), "reference", "live on 12", "ann")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_of_what_the_plan_does_not_announce_are_listed() =>
        Assert.Equal(["x"], Asks.NotAnnounced(Announced.On(5, new TeeUpAsked("x", "plan", "acme", Day(3), "upsell", "ann"))).Select(a => a.Id));

    private static SuccessPlan With(TeeUp teeUp) => Plan(new PlanContent { Milestones = [Reach("live", 30)], TeeUps = [teeUp] });

    private static (TeeUpStanding Standing, string Reason) Of(PlanState state) => (Asks.Of(state)[0].Standing, Asks.Of(state)[0].Reason);

    private static TeeUpAsked Asked(string id, int day) => new(id, "plan", "acme", Day(day), "reference", "ann");

    private static TeeUpAnswered Answered(string id, int day, string ask, TeeUpOutcome outcome) => new(id, "plan", "acme", Day(day), ask, outcome);
}
