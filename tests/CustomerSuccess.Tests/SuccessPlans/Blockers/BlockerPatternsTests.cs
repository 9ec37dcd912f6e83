using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Blockers;

public sealed class BlockerPatternsTests
{
    private static readonly SuccessPlan Example = Plan(new PlanContent
    {
        Milestones = [new Milestone { Id = "live", DueDay = 30, After = ["import"], Dimension = "People" }],
        Accountabilities = [new() { Id = "import", Party = PlanParty.Vendor, DueDay = 10, Dimension = "Product" }, OfCustomer("train", 20)],
        Blockers = [new() { Pattern = "old data is not clean", Dimension = "Quality", Item = "import" }],
    });

    [Fact]
    [Requirement("PLN-7")]
    public void Steps_and_blockers_share_dimensions() => Assert.Equal(
        [
            "Network: 0 of 0 items open, 0 late; blockers: 1 open, 0 cleared",
            "People: 1 of 1 items open, 0 late; blockers: 0 open, 0 cleared",
            "Product: 0 of 1 items open, 1 late; blockers: 1 open, 1 cleared",
            "no dimension: 1 of 1 items open, 1 late; blockers: 0 open, 0 cleared",
        ],
        PlanBlockers.ByDimension(Example.On(25, Done("import", 12), Raised("acme", "1", "Product", "no single sign-on"), Raised("acme", "2", "Product", "slow"), Raised("acme", "3", "Network", "firewall"), Cleared("acme", "2", false))).Select(d => d.ToString()));

    [Fact]
    public void A_dimension_has_shares_and_one_without_items_has_none()
    {
        var dimensions = PlanBlockers.ByDimension(Example.On(25, Done("import", 12), Raised("acme", "3", "Network", "firewall")), Example.On(5));

        Assert.Equal((null, .5, .5), (dimensions[0].OpenShare, dimensions[2].OpenShare, dimensions[2].LateShare));
    }

    [Fact]
    [Requirement("PLN-7")]
    public void Patterns_are_ranked_by_affected_revenue_now_and_for_ever()
    {
        var patterns = BlockerPatterns.Of(
        [
            Of("a", 100, Raised("a", "1", "Product", "no single sign-on"), Done("a", "import")),
            Of("b", 40, Raised("b", "1", "People", "champion left"), Raised("b", "2", "Product", "no single sign-on"), Cleared("b", "2", false)),
            Of("c", 300, Raised("c", "1", "People", "champion left"), Cleared("c", "1", true)),
            Of("d", 7),
        ]);

        Assert.Equal(["no single sign-on 100 EUR (1 customer)", "champion left 40 EUR (1 customer)"], patterns.FixNow.Select(p => $"{p.Pattern} {p.Now}"));

        // b's sign-on was only cleared for now; c's champion is gone for ever; all but a may still find their data not clean.
        Assert.Equal(["old data is not clean 347 EUR (3 customers)", "no single sign-on 140 EUR (2 customers)", "champion left 40 EUR (1 customer)"], patterns.FixForEver.Select(p => $"{p.Pattern} {p.ForEver}"));
        Assert.Null(patterns.NotByRevenue);
    }

    [Fact]
    [Requirement("PLN-7")]
    public void Revenue_that_is_not_known_is_listed_and_never_0()
    {
        var patterns = BlockerPatterns.Of([Of("a", null, Raised("a", "1", "P", "x")), Of("b", null, Raised("b", "1", "P", "x")), Of("c", 1, Raised("c", "1", "P", "y")), Of("d", null, Raised("d", "1", "P", "y"))]);

        Assert.Equal(["y 1 EUR, and of 1 not known (2 customers)", "x revenue not known (2 customers)"], patterns.FixNow.Select(p => $"{p.Pattern} {p.Now}"));
        Assert.Equal(["a", "b"], patterns.FixNow[1].Now.UnknownOf);
        Assert.Null(patterns.FixNow[1].Now.In("EUR"));
        Assert.Equal("no revenue is known", BlockerPatterns.Of([Of("a", null)]).NotByRevenue);
    }

    [Fact]
    public void Currencies_are_not_mixed_and_each_ranks_by_itself()
    {
        BlockedPlan In(string customer, string currency, decimal amount, string pattern) => new(State(customer, Raised(customer, "1", "P", pattern)), new(amount, currency));
        var patterns = BlockerPatterns.Of([In("a", "EUR", 10, "x"), In("b", "USD", 500, "y"), In("c", "EUR", 1, "y"), In("d", "USD", 1, "z")]);

        Assert.Contains("EUR, USD", patterns.NotByRevenue, StringComparison.Ordinal);
        Assert.Equal(["y", "x", "z"], patterns.FixNow.Select(p => p.Pattern));
        Assert.Equal("1 EUR and 500 USD (2 customers)", patterns.FixNow[0].Now.ToString());
        Assert.Equal(["x", "y", "z"], patterns.FixNowIn("EUR").Select(p => p.Pattern));
        Assert.Equal(["y", "z", "x"], patterns.FixNowIn("USD").Select(p => p.Pattern));
        Assert.Contains("Known: 'EUR', 'USD'", Assert.Throws<ArgumentException>(() => patterns.FixForEverIn("GBP")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_customer_with_several_plans_or_several_blockers_counts_once()
    {
        var other = PlanTemplate.Of("growth", new() { Milestones = [Reach("more", 30)] });
        var second = other.For(other.Instantiate("second", PlanHolder.Customer("a"), new(2026, 1, 5), "UTC")).At(new CustomerFacts("a", Day(25)), [new BlockerRaised("9", "second", "a", Day(3), "P", "x", "ann")]);
        var patterns = BlockerPatterns.Of([Of("a", 10, Raised("a", "1", "P", "x"), Raised("a", "2", "P", "x")), new(second, new Money(10, "EUR"))]);

        Assert.Equal("10 EUR (1 customer)", patterns.FixNow[0].Now.ToString());
        Assert.Contains("'a' is 10 EUR with one plan and not known with another", Assert.Throws<ArgumentException>(() => BlockerPatterns.Of([Of("a", 10), new(second, null)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_again_after_it_was_gone_for_ever_stands_open()
    {
        PlanEvent[] events = [Raised("a", "1", "P", "x"), Cleared("a", "1", true), Raised("a", "2", "P", "x", day: 8)];

        Assert.Equal(["gone for ever", "open"], PlanBlockers.Of(State("a", events)).Select(b => b.ToString().Split(": ")[1]));
        Assert.Single(BlockerPatterns.Of([Of("a", 10, events)]).FixNow);
        Assert.DoesNotContain(BlockerPatterns.Of([Of("a", 10, [.. events, Cleared("a", "2", true, day: 9)])]).FixForEver, p => p.Pattern == "x");
    }

    [Fact]
    public void The_last_time_it_was_cleared_decides_and_what_was_taken_back_does_not()
    {
        PlanEvent[] events = [Raised("a", "1", "P", "x"), Raised("a", "2", "P", "x"), Cleared("a", "1", true, day: 6), Cleared("a", "2", false, day: 7)];

        Assert.Single(BlockerPatterns.Of([Of("a", 10, events)]).FixForEver, p => p.Pattern == "x");
        Assert.Single(BlockerPatterns.Of([Of("a", 10, [.. events, new EventTakenBack("b", "plan", "a", Day(8), "clears 2", "ann", "it is back")])]).FixNow);
    }

    [Fact]
    public void Nothing_gives_nothing()
    {
        Assert.Empty(BlockerPatterns.Of([]).FixNow);
        Assert.Empty(PlanBlockers.ByDimension([]));
    }

    private static PlanState State(string customer, params PlanEvent[] events) => Example.At(new CustomerFacts(customer, Day(25)), events);

    private static BlockedPlan Of(string customer, int? revenue, params PlanEvent[] events) => new(State(customer, events), revenue is { } amount ? new Money(amount, "EUR") : null);

    private static EvidenceGiven Done(string customer, string item) => EvidenceGiven.Happened($"{item} done", "plan", customer, Day(12), item);

    private static EvidenceGiven Done(string item, int day) => Planned.Done(item, day);

    private static BlockerRaised Raised(string customer, string id, string dimension, string pattern, int day = 3) => new(id, "plan", customer, Day(day), dimension, pattern, "ann");

    private static BlockerCleared Cleared(string customer, string id, bool forEver, int day = 5) => new($"clears {id}", "plan", customer, Day(day), id, "ann", forEver);
}
