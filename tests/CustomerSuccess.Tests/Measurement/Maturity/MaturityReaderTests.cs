using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;
using CustomerSuccess.Measurement;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Measurement.Maturity;

/// <summary>How far the work of people has come from reacting to leading, and from how many sides it is asked for.</summary>
public sealed class MaturityReaderTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact, Requirement("MEA-7")]
    public void Of_80_cases_42_leading_and_18_reactive_are_leading_borderline()
    {
        var report = new MaturityReader().Read([.. Leading(42), .. Many(18, InteractionCause.Inbound), .. Many(20, InteractionCause.Adverse)], Day);

        Assert.Equal(
            """
            Leading, borderline: at least 50 % of 80 cases are leading and at most 25 % reactive
              leading       42 of 80, 52.5 % (42 to 63)
              proactive     20 of 80, 25 % (17 to 35)
              reactive      18 of 80, 22.5 % (15 to 33)
              unclassified  0 of 80, 0 % (0 to 5)
            """.ReplaceLineEndings("\n"),
            report.Overall.Explain());
        Assert.Equal(MaturityLevel.Leading, report.Overall.Level);
        Assert.True(report.Overall.IsBorderline);
    }

    [Theory, Requirement("MEA-7")]
    [InlineData(InteractionCause.Inbound, CaseKind.Reactive)]
    [InlineData(InteractionCause.Incident, CaseKind.Reactive)]
    [InlineData(InteractionCause.Notice, CaseKind.Reactive)]
    [InlineData(InteractionCause.Adverse, CaseKind.Proactive)]
    [InlineData(null, CaseKind.Unclassified)]
    public void The_cause_tells_the_kind(InteractionCause? cause, CaseKind expected) => Assert.Equal(expected, Classify(cause).Kind);

    [Theory, Requirement("MEA-7")]
    [InlineData(7.0, true, CaseKind.Leading, "planned 7 days ahead, with a result that can be checked")]
    [InlineData(6.5, true, CaseKind.Unclassified, "planned 6.5 days ahead, fewer than 7")]
    [InlineData(-1.0, true, CaseKind.Unclassified, "planned -1 days ahead, fewer than 7")]
    [InlineData(30.0, false, CaseKind.Unclassified, "planned 30 days ahead, without a result that can be checked")]
    [InlineData(null, true, CaseKind.Unclassified, "planned, and it is not known when that was")]
    public void What_is_planned_leads_where_it_was_planned_ahead_and_can_be_checked(double? ahead, bool checkable, CaseKind kind, string because)
    {
        var classified = Classify(InteractionCause.Planned, ahead, checkable);
        Assert.Equal((kind, because), (classified.Kind, classified.Because));
        Assert.Equal(CaseKind.Proactive, Classify(InteractionCause.Adverse, 30, true).Kind);
    }

    [Theory, Requirement("MEA-7")]
    [InlineData(30, 15, 7, "Leading")]
    [InlineData(40, 20, 10, "Leading")]
    [InlineData(40, 20, 11, "Proactive")]
    [InlineData(40, 19, 10, "Proactive")]
    [InlineData(40, 0, 19, "Proactive")]
    [InlineData(40, 0, 20, "Reactive")]
    [InlineData(29, 29, 0, "CannotTell")]
    [InlineData(0, 0, 0, "CannotTell")]
    public void The_cuts_belong_to_the_sides_that_they_name(int all, int leading, int reactive, string level) =>
        Assert.Equal(level, new MaturityReader().Read([.. Leading(leading), .. Many(reactive, InteractionCause.Notice), .. Many(all - leading - reactive, null)], Day).Overall.Level.ToString());

    [Fact, Requirement("MEA-7")]
    public void A_level_far_from_its_cuts_is_not_borderline_and_too_few_cases_never_are()
    {
        Assert.False(new MaturityReader().Read([.. Leading(95), .. Many(5, InteractionCause.Inbound)], Day).Overall.IsBorderline);
        Assert.False(new MaturityReader().Read([.. Many(95, InteractionCause.Inbound), .. Leading(5)], Day).Overall.IsBorderline);
        Assert.Equal("cannot tell: 12 cases in 90 days, fewer than 30", new MaturityReader().Read(Many(12, InteractionCause.Inbound), Day).Overall.ToString());
    }

    [Fact, Requirement("MEA-7")]
    public void Cases_of_human_work_count_that_fired_in_the_window()
    {
        InterventionCase[] cases =
        [
            Case("first", InteractionCause.Inbound, at: Day.AddDays(-90).AddTicks(1)), Case("before", InteractionCause.Inbound, at: Day.AddDays(-90)), Case("now", InteractionCause.Inbound, at: Day),
            Case("later", InteractionCause.Inbound, at: Day.AddTicks(1)), Case("automatic", InteractionCause.Inbound, byPeople: false), Case("cancelled", InteractionCause.Inbound, state: TouchState.Cancelled),
            Case("other work", InteractionCause.Inbound, byPeople: false, hash: null),
        ];
        Assert.Equal(["first", "other work", "now"], new MaturityReader().Read(cases, Day).Cases.Select(c => c.Case.CustomerId));
        Assert.Contains("is there 2 times", Assert.Throws<ArgumentException>(() => new MaturityReader().Read([cases[0], cases[0]], Day)).Message, StringComparison.Ordinal);
    }

    [Fact, Requirement("MEA-7")]
    public void Work_is_shown_by_team_owner_account_and_segment()
    {
        InterventionCase[] cases = [Case("acme", InteractionCause.Inbound, owner: "bob"), Case("beta", InteractionCause.Adverse, owner: "ada", segment: "gold"), Case("gamma", null, owner: null)];
        var report = new MaturityReader(new() { Teams = new Dictionary<string, string> { ["ada"] = "north", ["bob"] = "north" }, MinimumCases = 1 }).Read(cases, Day);

        Assert.Equal(["ada", "bob", null], report.ByOwner.Select(f => f.Name));
        Assert.Equal(["north", null], report.ByTeam.Select(f => f.Name));
        Assert.Equal([2, 1], report.ByTeam.Select(f => f.Cases));
        Assert.Equal(["acme", "beta", "gamma"], report.ByCustomer.Select(f => f.Name));
        Assert.Equal(["gold", null], report.BySegment.Select(f => f.Name));
        Assert.Equal([MaturityLevel.Proactive, MaturityLevel.Reactive, MaturityLevel.Proactive], report.ByOwner.Select(f => f.Level));
        Assert.Empty(new MaturityReader().Read(cases, Day).ByTeam);
    }

    [Theory, Requirement("MEA-8")]
    [InlineData(25, 25, 25, 25, "omnidirectionality 1 of 100 demands from 4 directions")]
    [InlineData(70, 10, 10, 10, "omnidirectionality 0.678 of 100 demands from 4 directions")]
    [InlineData(9, 0, 0, 0, "omnidirectionality 0 of 9 demands from 4 directions")]
    [InlineData(0, 0, 0, 0, "omnidirectionality not defined of 0 demands from 4 directions")]
    public void The_spread_of_demands_is_their_entropy(int customer, int sales, int product, int support, string expected) =>
        Assert.Equal(expected, new MaturityReader().Read([.. From(customer, "customer"), .. From(sales, "sales"), .. From(product, "product"), .. From(support, "support")], Day).Omnidirectionality.ToString());

    [Fact, Requirement("MEA-8")]
    public void Only_declared_directions_count_and_the_others_are_shown()
    {
        var report = new MaturityReader(new() { Directions = ["support", "board"] }).Read([.. From(3, "support"), .. From(1, "board"), .. From(2, "customer"), .. Many(4, InteractionCause.Inbound)], Day);

        Assert.Equal(
            """
            omnidirectionality 0.811 of 4 demands from 2 directions
              board 1
              support 3
              not known 4
              not declared: customer 2
            """.ReplaceLineEndings("\n"),
            report.Omnidirectionality.Explain());
        Assert.Throws<ArgumentException>(() => new MaturityOptions { Directions = ["one"] });
        Assert.Throws<ArgumentException>(() => new MaturityOptions { Directions = ["one", "one"] });
    }

    [Law(MaxTest = 300)]
    public void Neither_the_order_of_cases_nor_the_names_of_directions_change_a_figure(Seed seed)
    {
        var dice = seed.Dice();
        string[] names = ["a", "b", "c", "d", "e"];
        var renamed = dice.Shuffled(names).ToArray();
        var drawn = Enumerable.Range(0, dice.Below(60)).Select(i => (Cause: (InteractionCause?)dice.Below(5), Direction: dice.Below(5), Id: $"{i}")).ToArray();
        MaturityReport Read(string[] directions, IEnumerable<(InteractionCause? Cause, int Direction, string Id)> cases) =>
            new MaturityReader(new() { Directions = directions }).Read(cases.Select(c => Case(c.Id, c.Cause, direction: directions[c.Direction])), Day);

        var (one, other) = (Read(names, drawn), Read(renamed, dice.Shuffled(drawn)));

        Assert.Equal(one.Overall.Explain(), other.Overall.Explain());
        Assert.Equal(one.Omnidirectionality.Value is null, other.Omnidirectionality.Value is null);
        Assert.Equal(one.Omnidirectionality.Value ?? 0, other.Omnidirectionality.Value ?? 0, 9);
        Assert.InRange(one.Omnidirectionality.Value ?? 0, 0, 1);
        Assert.Equal(one.Overall.Cases, one.Overall.Leading.Count + one.Overall.Proactive.Count + one.Overall.Reactive.Count + one.Overall.Unclassified.Count);
    }

    private static ClassifiedCase Classify(InteractionCause? cause, double? ahead = null, bool checkable = false) => new MaturityReader().Classify(Case("acme", cause, ahead: ahead, checkable: checkable));

    private static IEnumerable<InterventionCase> Leading(int count) => Enumerable.Range(0, count).Select(i => Case($"leading {i}", InteractionCause.Planned, ahead: 10, checkable: true));

    private static IEnumerable<InterventionCase> Many(int count, InteractionCause? cause) => Enumerable.Range(0, count).Select(i => Case($"{cause} {i}", cause));

    private static IEnumerable<InterventionCase> From(int count, string direction) => Enumerable.Range(0, count).Select(i => Case($"{direction} {i}", InteractionCause.Inbound, direction: direction));

    private static InterventionCase Case(
        string customer, InteractionCause? cause, double? ahead = null, bool checkable = false, DateTimeOffset? at = null, string? owner = "ada", string? segment = null, string? direction = null, bool byPeople = true, TouchState state = TouchState.Sent, string? hash = "0")
    {
        var key = new CaseKey("rule", customer, "1");
        var fired = at ?? Day.AddDays(-1);
        return new()
        {
            Key = key,
            CustomerId = customer,
            Opened = new() { Case = key, At = fired, KnownAt = fired, RuleHash = hash, Severity = CaseSeverity.Info, Cause = cause, OwnerId = owner, Segment = segment, Direction = direction, PlannedAt = ahead is { } days ? fired.AddDays(-days) : null, IsCheckable = checkable },
            Touches = [new() { Key = new(key, 0, 0, null), State = state, IsByPeople = byPeople }],
        };
    }
}
