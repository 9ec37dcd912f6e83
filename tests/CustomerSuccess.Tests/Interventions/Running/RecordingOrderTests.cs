using CustomerSuccess.Interventions;

namespace CustomerSuccess.Tests.Interventions.Running;

public class RecordingOrderTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_nobody_elses_is_recorded_as_a_whole()
    {
        var parts = RecordingOrder.Of([Of("a", Opened("a", 1), Closed("a", 1, 2), Opened("a", 3)), Of("b", Opened("b", 1)), Of("c")]).ToArray();

        Assert.Equal(["a: 3 last", "b: 1 last", "c: 0 last"], parts.Select(Text));
    }

    [Fact]
    public void A_key_that_one_customer_leaves_to_another_is_free_before_it_is_taken()
    {
        var parts = RecordingOrder.Of([Of("a", Opened("k", 5)), Of("b", Closed("k", 1, 4))]).ToArray();

        Assert.Equal(["b: 1 last", "a: 1 last"], parts.Select(Text));
    }

    [Fact]
    public void Two_keys_that_change_hands_crosswise_are_recorded_case_by_case()
    {
        var parts = RecordingOrder.Of(
        [
            Of("a", Opened("k", 2), Closed("k", 2, 3), Opened("l", 6)),
            Of("b", Opened("l", 4), Closed("l", 4, 5), Opened("k", 8)),
        ]).ToArray();

        Assert.Equal(["a: 2", "b: 2", "a: 1 last", "b: 1 last"], parts.Select(Text));
    }

    private static string Text(RecordedPart part) => $"{part.Proposal.CustomerId}: {part.Events.Count}{(part.IsLast ? " last" : "")}";

    private static CustomerProposal Of(string customer, params CaseEvent[] events)
    {
        var proposal = new CustomerProposal { CustomerId = customer, Log = new() { CustomerId = customer, Version = 0, EvaluatedAt = null, Events = [] } };
        proposal.Events.AddRange(events);
        return proposal;
    }

    private static CaseOpened Opened(string key, int day) =>
        new() { Case = Key(key, day), At = Day.AddDays(day), KnownAt = Day.AddDays(9), RuleHash = "hash", Severity = CaseSeverity.Info, Cause = null };

    private static CaseClosed Closed(string key, int opened, int day) =>
        new() { Case = Key(key, opened), At = Day.AddDays(day), KnownAt = Day.AddDays(9), Outcome = CaseOutcome.Succeeded, Because = "met" };

    private static CaseKey Key(string key, int day) => new("rule", key, $"day {day}");
}
