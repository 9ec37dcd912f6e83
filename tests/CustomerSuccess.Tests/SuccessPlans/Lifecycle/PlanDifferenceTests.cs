using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Lifecycle;

public sealed class PlanDifferenceTests
{
    private static readonly PlanContent Content = new()
    {
        Milestones = [new Milestone { Id = "live", DueDay = 30, After = ["import"] }, new Milestone { Id = "grown", DueDay = 90, Objective = "users" }],
        Accountabilities = [OfVendor("import", 20), OfCustomer("train", 25)],
        Objectives = [new() { Id = "users", Unit = "users", Baseline = 0, Target = 100, DueDay = 90, Measure = ObjectiveMeasure.Of("users", _ => Reading.Known(1d), "1") }],
        TeeUps = [new() { Id = "reference", Kind = TeeUpKind.Reference, Milestone = "live" }],
    };

    [Fact]
    [Requirement("PLN-9")]
    public void Versions_are_compared_line_by_line()
    {
        var changed = Plan(
            Content,
            new DueMoved("live", 37),
            new DueMoved("import", 19),
            new WeightChanged("grown", 2),
            new ObjectiveSet("users", 10, 150),
            new OwnerNamed("import", "bob"),
            new ItemRemoved("train", "they know it"),
            new ItemRemoved("reference", "never asks"),
            new AccountabilityAdded("sso", PlanParty.Customer, 15) { Title = "Set up sign-on", Before = ["live"] });

        Assert.Equal(
            """
            milestone 'grown' weight: 1 → 2
            milestone 'live' moved 7 days later: day 30 → day 37
            milestone 'live' comes after: import → import, sso
            accountability 'import' moved 1 day earlier: day 20 → day 19
            accountability 'import' owner: nothing → bob
            accountability 'sso' added: "Set up sign-on", Customer, due day 15
            accountability 'train' removed: "train", Customer, due day 25
            objective 'users' baseline: 0 → 10
            objective 'users' target: 100 → 150
            tee-up 'reference' removed: "reference", Reference at 'live' Reached
            """.ReplaceLineEndings(),
            PlanDifference.Between(Plan(Content), changed).Explain());
        Assert.Equal(7, PlanDifference.Between(Plan(Content), changed).Lines.Single(l => l is { Item: "live", Kind: PlanDifferenceKind.DueMoved }).Days);
    }

    [Fact]
    public void The_same_has_no_difference() => Assert.Equal("no difference", PlanDifference.Between(Plan(Content), Plan(Content)).Explain());

    [Fact]
    [Requirement("PLN-9")]
    public void Evidence_and_measures_that_differ_are_told()
    {
        var other = Content with
        {
            Milestones = [Content.Milestones[0] with { Evidence = FactCondition.Of("in use", _ => Reading.Known(true), "1"), Mode = EvidenceMode.Held }, Content.Milestones[1] with { Objective = null }],
            Objectives = [Content.Objectives[0] with { Measure = ObjectiveMeasure.Of("users", _ => Reading.Known(1d), "2") }],
            Accountabilities = [Content.Accountabilities[0] with { Party = PlanParty.Customer }, Content.Accountabilities[1] with { Title = "Teach" }],
        };

        Assert.Equal(
            [
                "milestone 'grown' evidence: nothing → Event/Attestation/Document",
                "milestone 'grown' evidence: objective 'users' → nothing",
                "milestone 'live' evidence: Event/Attestation/Document → \"in use\"@\"1\", while it holds",
                "accountability 'import' party: Vendor → Customer",
                "accountability 'train' otherwise: \"train\", from day 0 → \"Teach\", from day 0",
                "objective 'users' evidence: \"users\"@\"1\" → \"users\"@\"2\"",
            ],
            PlanDifference.Between(Plan(Content), Plan(other)).Lines.Select(l => l.ToString()));
    }

    [Fact]
    public void A_start_that_moved_is_one_line()
    {
        var template = PlanTemplate.Of("onboarding", Content);
        SuccessPlan Starts(DateOnly day, string zone) => template.For(template.Instantiate("plan", PlanHolder.Customer("acme"), day, zone));

        Assert.Equal(
            ["plan 'plan' starts 10 days later: 2026-01-05 → 2026-01-15", "plan 'plan' time zone: UTC → Europe/Berlin"],
            PlanDifference.Between(Starts(new(2026, 1, 5), "UTC"), Starts(new(2026, 1, 15), "Europe/Berlin")).Lines.Select(l => l.ToString()));
    }
}
