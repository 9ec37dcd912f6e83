using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Launch;

public sealed class LaunchReportTests
{
    private static readonly PlanContent Content = new()
    {
        Milestones =
        [
            new Milestone { Id = "value", DueDay = 60, IsFirstValue = true },
            new Milestone { Id = "adopted", DueDay = 90, EndsLaunch = true },
        ],
        Accountabilities = [OfVendor("import", 20), OfVendor("sso", 30)],
    };

    private static readonly SuccessPlan Plain = Plan(Content);

    [Fact]
    [Requirement("PLN-12")]
    public void Promises_sold_stand_against_what_was_delivered()
    {
        var plan = Plan(Content, new ItemRemoved("sso", "bought from another vendor"));
        PlanEvent[] events =
        [
            Promised("a", "imported by day 25", "import", 25),
            Promised("b", "imported by day 15", "import", 15),
            Promised("c", "value by its day", "value"),
            Promised("d", "all use it by day 10", "adopted", 10),
            Promised("e", "single sign-on", "sso"),
            Promised("f", "a bot that answers"),
            Done("import", 22),
        ];

        Assert.Equal(
            ["a Kept 25 22 0", "b KeptLate 15 22 7", "c Open 60  0", "d Overdue 10  20", "e Broken   0", "f Broken   0"],
            LaunchReport.Of(plan.On(30, events)).Promises.Select(p => $"{p.Made.Id} {p.Standing} {p.DueDay} {p.DeliveredDay} {p.DaysLate}"));
        Assert.Equal("'sso' was removed from the plan: bought from another vendor", LaunchReport.Of(plan.On(30, events)).Promises[4].Reason);
        Assert.Equal("no item of the plan delivers it", LaunchReport.Of(plan.On(30, events)).Promises[5].Reason);
        Assert.Equal("the plan has no 'x'", LaunchReport.Of(plan.On(30, Promised("g", "g", "x"))).Promises[0].Reason);
    }

    [Fact]
    [Requirement("PLN-12")]
    public void The_clock_runs_for_six_calendar_months_and_their_last_day_is_in_time()
    {
        var running = LaunchReport.Of(Plain.On(30)).EarlyValue;

        Assert.Equal((EarlyValueStanding.Running, new DateOnly(2026, 7, 5), 30, 151), (running.Standing, running.Deadline, running.DaysUsed, running.DaysLeft));
        Assert.Equal((EarlyValueStanding.Running, 0), (LaunchReport.Of(Plain.On(181)).EarlyValue.Standing, LaunchReport.Of(Plain.On(181)).EarlyValue.DaysLeft));
        Assert.Equal(EarlyValueStanding.Missed, LaunchReport.Of(Plain.On(182)).EarlyValue.Standing);
        Assert.Equal((EarlyValueStanding.Reached, 181), (LaunchReport.Of(Plain.On(200, Done("value", 181))).EarlyValue.Standing, LaunchReport.Of(Plain.On(200, Done("value", 181))).EarlyValue.DaysUsed));
        Assert.Equal(EarlyValueStanding.ReachedLate, LaunchReport.Of(Plain.On(200, Done("value", 182))).EarlyValue.Standing);
        Assert.Equal(EarlyValueStanding.NotBegun, LaunchReport.Of(Plain.On(-1)).EarlyValue.Standing);
        Assert.Equal(new DateOnly(2026, 2, 5), LaunchReport.Of(Plain.On(30), options: new() { EarlyValueMonths = 1 }).EarlyValue.Deadline);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LaunchOptions { EarlyValueMonths = 0 });
    }

    [Theory]
    [InlineData(2025, 8, 31, 2026, 2, 28)]
    [InlineData(2023, 8, 31, 2024, 2, 29)]
    [InlineData(9999, 8, 1, 9999, 12, 31)]
    public void Where_the_sixth_month_has_no_such_day_its_last_is_the_deadline(int year, int month, int day, int toYear, int toMonth, int toDay) =>
        Assert.Equal(new DateOnly(toYear, toMonth, toDay), PlanDates.AddMonths(new(year, month, day), 6));

    [Fact]
    public void The_clock_is_that_of_the_plans_zone()
    {
        var template = PlanTemplate.Of("onboarding", Content);
        var plan = template.For(template.Instantiate("plan", PlanHolder.Customer("acme"), new(2026, 1, 5), "Pacific/Auckland"));
        PlanState At(DateTimeOffset at) => plan.At(new CustomerFacts("acme", at), []);

        // Midnight after 5 July in Auckland is noon UTC of that day.
        Assert.Equal(EarlyValueStanding.Running, LaunchReport.Of(At(new(2026, 7, 5, 11, 59, 0, TimeSpan.Zero))).EarlyValue.Standing);
        Assert.Equal(EarlyValueStanding.Missed, LaunchReport.Of(At(new(2026, 7, 5, 12, 0, 0, TimeSpan.Zero))).EarlyValue.Standing);
    }

    [Fact]
    [Requirement("PLN-12")]
    public void The_three_risks_are_kept_apart()
    {
        var report = LaunchReport.Of(Plain.On(30, Risk("1", LaunchRiskKind.CannotPay, "funding fell through"), Risk("2", LaunchRiskKind.WillNotPay, "disputes the invoice")));

        Assert.Equal([LaunchRiskKind.CannotPay, LaunchRiskKind.WillNotPay, LaunchRiskKind.SeesNoValue], report.Risks.Select(r => r.Kind));
        Assert.Equal(["funding fell through (ann, 2026-01-25)"], report.Risk(LaunchRiskKind.CannotPay).Reasons);
        Assert.Equal(["disputes the invoice (ann, 2026-01-25)"], report.Risk(LaunchRiskKind.WillNotPay).Reasons);
        Assert.False(report.Risk(LaunchRiskKind.SeesNoValue).IsThere.Value);
        Assert.False(LaunchReport.Of(Plain.On(30, Risk("1", LaunchRiskKind.CannotPay, "x"), new EventTakenBack("back", "plan", "acme", Day(25), "1", "ann", "paid"))).Risk(LaunchRiskKind.CannotPay).IsThere.Value);
    }

    [Fact]
    [Requirement("PLN-12")]
    public void Sees_no_value_follows_from_the_clock_and_from_evidence_alone()
    {
        Assert.Equal(["no first value by 2026-07-05", "nothing is evidenced after 2026-07-05"], Sees(Plain.On(182)).Reasons);
        Assert.Equal(["no first value by 2026-07-05"], Sees(Plain.On(182, Done("adopted", 90))).Reasons);
        Assert.False(Sees(Plain.On(182, Done("value", 170))).IsThere.Value);
        Assert.False(Sees(Plain.On(190, Done("value", 185))).IsThere.Value);
        Assert.Equal(["nothing is evidenced after 2026-07-05"], Sees(Plan(Reach("live", 30)).On(182)).Reasons);
        Assert.False(LaunchReport.Of(Plain.On(182)).Risk(LaunchRiskKind.WillNotPay).IsThere.Value);
    }

    [Fact]
    public void A_claim_is_no_value()
    {
        PlanEvent[] claimed = [new OutcomeClaimed("c", "plan", "acme", Day(20), "value", "ann")];

        Assert.Equal(EarlyValueStanding.Running, LaunchReport.Of(Plain.On(30, claimed)).EarlyValue.Standing);
        Assert.True(Sees(Plain.On(182, claimed)).IsThere.Value);
    }

    [Fact]
    public void A_condition_of_the_host_counts_and_what_it_does_not_know_is_not_known()
    {
        LaunchOptions Told(Func<IFacts, Reading<bool>> holds) => new() { CannotPay = FactCondition.Of("in default", holds, "1") };
        LaunchRisk Cannot(LaunchOptions options, params PlanEvent[] events) => LaunchReport.Of(Plain.On(30, events), options: options).Risk(LaunchRiskKind.CannotPay);

        Assert.Single(Cannot(Told(_ => Reading.Known(true))).Reasons);
        Assert.False(Cannot(Told(_ => Reading.Known(false))).IsThere.Value);
        Assert.False(Cannot(Told(f => f.Flag("default"))).IsThere.IsKnown);
        Assert.True(Cannot(new() { CannotPay = Fact.IsTrue("default"), Vocabulary = Vocabulary.For<CustomerFacts>().Flag("default", f => f.CustomerId == "acme").Build() }).IsThere.Value);
        Assert.True(Cannot(Told(f => f.Flag("default")), Risk("1", LaunchRiskKind.CannotPay, "x")).IsThere.Value);
    }

    [Fact]
    public void Evidence_that_is_not_known_makes_clock_and_risk_unknown_and_not_missed()
    {
        var plan = Plan(new PlanContent { Milestones = [new Milestone { Id = "value", DueDay = 60, IsFirstValue = true, EndsLaunch = true, Evidence = Fact.IsTrue("value") }] });
        var report = LaunchReport.Of(plan.On(182));

        Assert.Equal(EarlyValueStanding.Unknown, report.EarlyValue.Standing);
        Assert.False(report.Risk(LaunchRiskKind.SeesNoValue).IsThere.IsKnown);
        Assert.NotEmpty(report.Risk(LaunchRiskKind.SeesNoValue).IsThere.Causes);
        Assert.Equal(LaunchSpanStanding.Unknown, report.Length.Standing);
        Assert.False(Sees(plan.On(181)).IsThere.Value);
        Assert.Equal(PromiseStanding.Unknown, LaunchReport.Of(plan.On(182, Promised("a", "a", "value"))).Promises[0].Standing);
    }

    [Fact]
    [Requirement("MEA-12")]
    public void The_length_of_launch_ends_with_its_milestone()
    {
        Assert.Equal("open after 30 days", LaunchReport.Of(Plain.On(30)).Length.ToString());
        Assert.Equal("88 days, by 'adopted'", LaunchReport.Of(Plain.On(100, Done("adopted", 88))).Length.ToString());
        Assert.Equal(LaunchSpanStanding.NotMarked, LaunchReport.Of(Plan(Reach("live", 30)).On(100)).Length.Standing);
    }

    [Fact]
    public void It_reads_as_a_text() => Assert.Equal(
        """
        launch of acme: 1 of 2 promises delivered, early value Running, length open after 30 days
          promise: imported: KeptLate, 7 days late
          promise: a bot: Broken, no item of the plan delivers it
          early value: Running, deadline 2026-07-05: open after 30 days, 151 left
          first renewal on 2027-01-05, in 335 days
          CannotPay: no
          WillNotPay: disputes the invoice (ann, 2026-01-25)
          SeesNoValue: no
        """.ReplaceLineEndings(),
        LaunchReport.Of(Plain.On(30, Promised("a", "imported", "import", 15), Promised("b", "a bot"), Done("import", 22), Risk("2", LaunchRiskKind.WillNotPay, "disputes the invoice")), new DateOnly(2027, 1, 5)).Explain());

    private static LaunchRisk Sees(PlanState state) => LaunchReport.Of(state).Risk(LaunchRiskKind.SeesNoValue);

    private static PromiseMade Promised(string id, string promise, string? item = null, int? day = null) => new(id, "plan", "acme", Day(-40), promise, "sales") { Item = item, Day = day };

    private static LaunchRiskRaised Risk(string id, LaunchRiskKind kind, string reason) => new(id, "plan", "acme", Day(20), kind, "ann", reason);
}
