using CustomerSuccess.Interventions;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Interventions.Queue;

/// <summary>In which order people work, and what there is no time for.</summary>
[Requirement("INT-12")]
public sealed class WorkQueueTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Revenue_times_rate_times_urgency_by_minutes_decides()
    {
        // 12,000 × 0.1 × 1/(1 + 30/30) ÷ 30 = 20; 12,000 × 0.1 × 1/(1 + 90/30) ÷ 30 = 10; 60,000 × 0.1 × 1/4 ÷ 60 = 25.
        var queue = WorkQueue.Of([Item("a", 12_000, deadline: 30), Item("b", 12_000), Item("c", 60_000, minutes: 60)], Day);

        Assert.Equal(["c", "a", "b"], queue.Taken.Select(w => w.Item.CustomerId));
        Assert.Equal([25, 20, 10], queue.Taken.Select(w => w.Worth.Value), (x, y) => Math.Abs(x - y) < 1e-9);
        Assert.Equal([1, 2, 3], queue.Taken.Select(w => w.Place));
        Assert.Equal(
            "2. rule/a/1/0/0/: 12000 EUR a year × 0.1 (assumed: of 0 closed cases 0 succeeded, too few to tell) × urgency 0.5 (30 days left) ÷ 30 minutes = 20 EUR a minute",
            queue.Taken[1].ToString());
    }

    [Theory]
    [InlineData(-5, 1)]
    [InlineData(0, 1)]
    [InlineData(15, 2.0 / 3)]
    [InlineData(90, 0.25)]
    [InlineData(null, 0.25)]
    public void Urgency_falls_with_the_days_to_the_deadline(int? deadline, double expected) =>
        Assert.Equal(expected, WorkQueue.Of([Item("a", 1, deadline: deadline)], Day).Taken[0].Urgency, 12);

    [Fact]
    public void Unknown_revenue_comes_last_and_so_does_that_of_another_currency()
    {
        var queue = WorkQueue.Of([Item("a", null, deadline: 0), Item("b", null), Item("c", 1), Item("d", 9_000_000, currency: "USD"), Item("e", 0)], Day);

        Assert.Equal("EUR", queue.Currency);
        Assert.Equal(["c", "e", "a", "b", "d"], queue.Taken.Select(w => w.Item.CustomerId));
        Assert.Equal("annual revenue: it is in USD, and this queue counts EUR", Assert.Single(queue.Taken[4].Worth.Causes).ToString());
        Assert.Equal("d", WorkQueue.Of([Item("c", 1), Item("d", 1, currency: "USD")], Day, options: new() { Currency = "USD" }).Taken[0].Item.CustomerId);
        Assert.Equal("EUR", WorkQueue.Of([Item("d", 1, currency: "USD"), Item("c", 1)], Day).Currency);
        Assert.Null(WorkQueue.Of([Item("a", null)], Day).Currency);
        Assert.Empty(WorkQueue.Of([], Day, 60).Taken);
    }

    [Fact]
    public void Ties_go_by_the_key_of_the_case() =>
        Assert.Equal(["a", "b", "c"], WorkQueue.Of([Item("c", 5), Item("a", 5), Item("b", 5)], Day).Taken.Select(w => w.Item.CustomerId));

    [Fact]
    public void Under_capacity_what_still_fits_is_taken_in_order_and_the_rest_is_cut_with_the_reason()
    {
        var queue = WorkQueue.Of([Item("a", 90_000, minutes: 40), Item("b", 90_000, minutes: 50), Item("c", 1_000, minutes: 20), Item("d", 1_000, minutes: 20)], Day, capacity: 60);

        Assert.Equal(["a", "c"], queue.Taken.Select(w => w.Item.CustomerId));
        Assert.Equal(["b", "d"], queue.Cut.Select(w => w.Item.CustomerId));
        Assert.Equal("it takes 50 minutes, and 20 of 60 are left", queue.Cut[0].CutBecause);
        Assert.Equal("it takes 20 minutes, and 0 of 60 are left", queue.Cut[1].CutBecause);
        Assert.Equal(60, queue.Minutes);
        Assert.StartsWith("2 of 4 items, 60 of 60 minutes\n  1. rule/a/1/0/0/: ", queue.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_takes_no_time_and_what_is_there_twice_is_an_error()
    {
        Assert.Contains("'rule/a/1/0/0/' takes 0 minutes", Assert.Throws<ArgumentException>(() => WorkQueue.Of([Item("a", 1, minutes: 0)], Day)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => WorkQueue.Of([Item("a", 1, minutes: double.NaN)], Day));
        Assert.Contains("'rule/a/1/0/0/' is there 2 times", Assert.Throws<ArgumentException>(() => WorkQueue.Of([Item("a", 1), Item("a", 1)], Day)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkQueue.Of([], Day, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkQueue.Of([], Day, double.NaN));
    }

    [Fact]
    public void The_rate_is_the_lower_bound_of_known_successes_among_closed_cases_and_a_prior_below_20()
    {
        InterventionCase[] cases =
        [
            .. Cases("gold", CaseOutcome.Succeeded, 12), .. Cases("gold", CaseOutcome.Unsuccessful, 4), .. Cases("gold", CaseOutcome.Undetermined, 3), .. Cases("gold", CaseOutcome.CustomerGone, 1),
            .. Cases("gold", CaseOutcome.Withdrawn, 50), .. Cases("gold", null, 50), .. Cases("silver", CaseOutcome.Succeeded, 19), .. Cases(null, CaseOutcome.Cleared, 20),
        ];
        var rates = SuccessRates.Of(cases, Day);

        Assert.Equal((12, 20, false), (rates.Find("rule", "gold").Succeeded, rates.Find("rule", "gold").Closed, rates.Find("rule", "gold").IsPrior));
        Assert.Equal(ProportionInterval.Wilson(12, 20).Lower, rates.Find("rule", "gold").Value, 12);
        Assert.Equal((0.1, true), (rates.Find("rule", "silver").Value, rates.Find("rule", "silver").IsPrior));
        Assert.Equal((0.0, false), (rates.Find("rule", null).Value, rates.Find("rule", null).IsPrior));
        Assert.Equal(0, rates.Find("other", "gold").Closed);
        Assert.Equal(0, SuccessRates.Of(cases, Day.AddDays(-3)).Find("rule", "gold").Closed);
        Assert.Equal("0.387 (at least: of 20 closed cases 12 succeeded)", rates.Find("rule", "gold").ToString());
    }

    [Law(MaxTest = 300)]
    public void A_queue_does_not_depend_on_the_order_of_its_items_and_never_exceeds_its_capacity(Seed seed)
    {
        var dice = seed.Dice();
        WorkItem[] items = [.. Enumerable.Range(0, dice.Below(12)).Select(i => Item($"c{i}", dice.Below(4) == 0 ? null : dice.Below(5) * 1000, dice.Below(3) == 0 ? null : dice.Below(60), dice.Between(1, 60), dice.Below(3) == 0 ? "USD" : "EUR"))];
        double? capacity = dice.Below(3) == 0 ? null : dice.Below(200);

        var (one, other) = (WorkQueue.Of(items, Day, capacity), WorkQueue.Of(dice.Shuffled(items), Day, capacity));

        Assert.Equal(one.Explain(), other.Explain());
        Assert.Equal(items.Length, one.Taken.Count + one.Cut.Count);
        Assert.True(capacity is null ? one.Cut.Count == 0 : one.Minutes <= capacity + 1e-9);
        Assert.All(one.Cut, c => Assert.True(c.Item.Minutes > capacity - one.Taken.Where(t => t.Place < c.Place).Sum(t => t.Item.Minutes) - 1e-9));
    }

    private static WorkItem Item(string customer, double? revenue, int? deadline = null, double minutes = 30, string currency = "EUR") => new()
    {
        Case = Case(customer, "gold", null),
        Touch = new() { Key = new(new("rule", customer, "1"), 0, 0, null), State = TouchState.Reserved, Minutes = minutes, IsByPeople = true },
        AnnualRevenue = revenue is { } amount ? Reading.Known(new Money((decimal)amount, currency)) : Reading.Unknown<Money>(new UnknownCause("annual revenue", UnknownKind.NotGiven)),
        Rate = SuccessRate.Of(0, 0),
        Deadline = deadline is { } days ? Day.AddDays(days) : null,
    };

    private static IEnumerable<InterventionCase> Cases(string? segment, CaseOutcome? outcome, int count) => Enumerable.Range(0, count).Select(i => Case($"{segment} {outcome} {i}", segment, outcome));

    private static InterventionCase Case(string customer, string? segment, CaseOutcome? outcome)
    {
        var key = new CaseKey("rule", customer, "1");
        return new()
        {
            Key = key,
            CustomerId = customer,
            Opened = new() { Case = key, At = Day.AddDays(-9), KnownAt = Day.AddDays(-9), RuleHash = "0", Severity = CaseSeverity.Warning, Cause = null, Segment = segment },
            Closed = outcome is { } how ? new() { Case = key, At = Day.AddDays(-2), KnownAt = Day.AddDays(-2), Outcome = how, Because = "stated" } : null,
        };
    }
}
