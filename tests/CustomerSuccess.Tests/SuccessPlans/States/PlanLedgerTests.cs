using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.States;

public sealed class PlanLedgerTests
{
    private static readonly SuccessPlan Example = Plan(
        Reach("live", 30, "A3", "A4"),
        OfVendor("A1", 5),
        OfCustomer("A2", 15, "A1"),
        OfVendor("A3", 20, "A2"),
        OfCustomer("A4", 18));

    private static readonly PlanEvent[] WhatCame = [Done("A1", 8), Done("A2", 25), Done("A3", 28), Done("A4", 27), Done("live", 40)];

    [Fact]
    [Requirement("PLN-5")]
    public void The_example_of_the_definition_charges_the_vendor_3_the_customer_5_and_the_plan_2()
    {
        var ledger = Example.On(40, WhatCame).Ledger("live");

        Assert.Equal(10, ledger.Delay);
        Assert.False(ledger.IsProjected);
        Assert.Equal(["A1 3 Vendor", "A2 5 Customer", "A3 0 Vendor", "live 2 PlanOrEvidence"], ledger.Lines.Select(l => $"{l.Item} {l.Charge} {l.ChargedTo}"));
        Assert.Equal("A1", ledger.FirstFailure!.Item);
        Assert.Equal((3, 5, 2, 0), (ledger.DaysOf(ChargedTo.Vendor), ledger.DaysOf(ChargedTo.Customer), ledger.DaysOf(ChargedTo.PlanOrEvidence), ledger.DaysOf(ChargedTo.Excused)));
    }

    [Fact]
    [Requirement("PLN-5")]
    public void What_is_late_off_the_path_explains_nothing()
    {
        var state = Example.On(40, WhatCame);

        Assert.Equal(9, state.Accountability("A4").DaysLate);
        Assert.Equal(AccountabilityStanding.KeptLate, state.Accountability("A4").Standing);
        Assert.DoesNotContain("A4", state.Ledger("live").Lines.Select(l => l.Item));
    }

    [Fact]
    [Requirement("PLN-5")]
    public void As_of_day_29_the_delay_is_projected()
    {
        var ledger = Example.On(29, WhatCame).Ledger("live");

        Assert.True(ledger.IsProjected);
        Assert.Equal(8, ledger.Delay);
        Assert.Equal(["A1 3", "A2 5", "A3 0", "live 0"], ledger.Lines.Select(l => $"{l.Item} {l.Charge}"));
    }

    [Fact]
    public void What_had_to_wait_for_something_late_is_kept_within_its_planned_duration()
    {
        var state = Example.On(40, WhatCame);

        // A3 was ready on day 25 and planned for 5 days: day 28 is in time though it was due on day 20.
        Assert.Equal(AccountabilityStanding.Kept, state.Accountability("A3").Standing);
        Assert.Equal(30, state.Accountability("A3").KeptUntilDay);
        Assert.Equal(AccountabilityStanding.KeptLate, state.Accountability("A1").Standing);
    }

    [Theory]
    [InlineData(4, AccountabilityStanding.NotYetDue)]
    [InlineData(5, AccountabilityStanding.Due)]
    [InlineData(6, AccountabilityStanding.Failed)]
    public void An_open_accountability_is_not_yet_due_then_due_then_failed(int day, AccountabilityStanding standing) =>
        Assert.Equal(standing, Example.On(day).Accountability("A1").Standing);

    [Fact]
    public void What_waits_for_something_open_is_due_and_has_not_failed()
    {
        var state = Example.On(18, Done("A1", 18));

        Assert.Equal(AccountabilityStanding.Due, state.Accountability("A2").Standing);
        Assert.Equal(28, state.Accountability("A2").KeptUntilDay);
    }

    [Fact]
    [Requirement("PLN-5")]
    public void Everything_kept_and_the_milestone_not_reached_is_the_plans_own_failure()
    {
        PlanEvent[] kept = [Done("A1", 5), Done("A2", 15), Done("A3", 20), Done("A4", 18)];

        Assert.False(Example.On(30, kept).Ledger("live").IsPlanInsufficient);
        Assert.True(Example.On(31, kept).Ledger("live").IsPlanInsufficient);
        Assert.True(Example.On(31, kept).Milestone("live").IsPlanInsufficient);
        Assert.False(Example.On(31, kept[..3]).Ledger("live").IsPlanInsufficient);
        Assert.False(Example.On(45, [.. kept, Done("live", 41)]).Ledger("live").IsPlanInsufficient);
    }

    [Fact]
    [Requirement("PLN-5")]
    public void An_excused_accountability_charges_nobody_and_the_first_failure_is_the_next()
    {
        var excused = new AccountabilityExcused("e", "plan", "acme", Day(12), "A1", "ann", "the customer's servers were down");
        var state = Example.On(40, [.. WhatCame, excused]);
        var ledger = state.Ledger("live");

        Assert.Equal(3, ledger.DaysOf(ChargedTo.Excused));
        Assert.Equal("A2", ledger.FirstFailure!.Item);
        Assert.Equal(AccountabilityStanding.Excused, state.Accountability("A1").Standing);
        Assert.Equal("the customer's servers were down", state.Accountability("A1").Excuse!.Reason);
        Assert.Equal(10, ledger.Lines.Sum(l => l.Charge));
    }

    [Fact]
    [Requirement("PLN-5")]
    public void A_dispute_shows_both_versions()
    {
        var disputed = new AccountabilityDisputed("d", "plan", "acme", Day(30), "A2", "bob", "it was delivered on day 18") { DoneOn = new(2026, 1, 5 + 18) };
        var ledger = Example.On(40, [.. WhatCame, disputed]).Ledger("live");

        Assert.Equal(5, ledger.DaysOf(ChargedTo.Customer));
        var other = ledger.AsDisputed!;
        Assert.Equal(0, other.DaysOf(ChargedTo.Customer));
        Assert.Equal(10, other.Lines.Sum(l => l.Charge));
        Assert.Null(Example.On(29, [.. WhatCame, disputed]).Ledger("live").AsDisputed);
    }

    [Fact]
    public void A_dispute_of_the_party_moves_the_charge()
    {
        var disputed = new AccountabilityDisputed("d", "plan", "acme", Day(30), "A2", "bob", "the vendor was to send the list") { Party = PlanParty.Vendor };

        Assert.Equal(8, Example.On(40, [.. WhatCame, disputed]).Ledger("live").AsDisputed!.DaysOf(ChargedTo.Vendor));
    }

    [Fact]
    public void What_is_saved_repays_the_latest_charge_first_and_then_is_slack()
    {
        var plan = Plan(Reach("live", 40, "C"), OfVendor("A", 10), OfCustomer("B", 20, "A"), OfVendor("C", 30, "B"));

        // A four late, B three late, C five faster: B's charge is repaid, then two of A's.
        var ledger = plan.On(40, Done("A", 14), Done("B", 27), Done("C", 32), Done("live", 42)).Ledger("live");

        Assert.Equal([2, 0, 0, 0], ledger.Lines.Select(l => l.Charge));
        Assert.Equal(2, ledger.Delay);
    }

    [Fact]
    public void Slack_of_the_path_is_consumed_before_anyone_is_charged()
    {
        // B is due on day 20, and A, which drives, already on day 5: fifteen days of slack.
        var plan = Plan(Reach("live", 30, "A", "B"), OfVendor("A", 5), OfCustomer("B", 20));
        var ledger = plan.On(33, Done("A", 22), Done("B", 1), Done("live", 33)).Ledger("live");

        Assert.Equal(["A 2", "live 1"], ledger.Lines.Select(l => $"{l.Item} {l.Charge}"));
        Assert.Equal(3, ledger.Delay);
    }

    [Fact]
    public void A_prerequisite_that_was_done_after_an_item_cannot_have_driven_it()
    {
        var plan = Plan(Reach("live", 30, "A"), OfVendor("A", 10));
        var ledger = plan.On(45, Done("live", 35), Done("A", 44)).Ledger("live");

        Assert.Equal(["live"], ledger.Lines.Select(l => l.Item));
        Assert.Equal(5, ledger.Delay);
        Assert.Equal(5, ledger.DaysOf(ChargedTo.PlanOrEvidence));
    }

    [Fact]
    public void Of_prerequisites_finished_on_one_day_the_one_due_earlier_drives_then_the_smaller_id()
    {
        var plan = Plan(Reach("live", 30, "A", "B", "C"), OfVendor("A", 12), OfVendor("B", 10), OfVendor("C", 10));

        Assert.Equal("B", plan.On(30, Done("A", 15), Done("B", 15), Done("C", 15)).Ledger("live").Lines[0].Item);
    }

    [Fact]
    public void The_ledger_reads_as_a_text()
    {
        Assert.Equal(
            """
            live: due day 30, reached on day 40, 10 days late; first failure: A1 (vendor)
              A1    ready   0  done   8  planned   5    +3  3 vendor
              A2    ready   8  done  25  planned  10    +7  5 customer
              A3    ready  25  done  28  planned   5    -2  0
              live  ready  28  done  40  planned  10    +2  2 plan or evidence
            """.ReplaceLineEndings(),
            Example.On(40, WhatCame).Ledger("live").Explain());
    }
}
