using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Interventions.Running;

public class LateFactTests
{
    private static Rule Few(double days, ReEntry reEntry = ReEntry.AfterClear, double coolDown = 0) => CustomerSuccess.Interventions.Rule.Of("few", new()
    {
        Trigger = Trigger.When(Condition("customer.seats < 10.0"), Days(days)),
        Purpose = Purpose,
        SuccessWithin = Days(5),
        ReEntry = reEntry,
        CoolDown = Days(coolDown),
    });

    [Fact]
    [Requirement("INT-3")]
    public async Task That_it_began_even_earlier_than_was_known_withdraws_nothing()
    {
        var scene = new RuleScene().Customer("acme", seats: 20);
        var engine = scene.Of(null, Few(2));
        await engine.RunAsync(Day(0.5));
        Seats(scene, 5, 3);
        await engine.RunAsync(Day(5));
        Seats(scene, 5, 2, recorded: 5.2);
        await engine.RunAsync(Day(5.5));

        var found = Assert.Single(await engine.CasesAsync("acme"));
        Assert.True(found.IsOpen);
        Assert.Equal(Day(5), found.FiredAt);
    }

    [Fact]
    public async Task A_case_that_came_back_is_not_withdrawn_by_a_late_fact_about_something_else()
    {
        var scene = new RuleScene().Customer("acme", seats: 20);
        var engine = scene.Of(null, Few(1, ReEntry.AfterCoolDown, coolDown: 1.5));
        await engine.RunAsync(Day(0.5));
        Seats(scene, 5, 1);
        await engine.RunAsync(Day(9));
        scene.Login("acme", 3, recorded: 9.1);
        await engine.RunAsync(Day(9.5));

        Assert.Equal([CaseOutcome.Unsuccessful, null], (await engine.CasesAsync("acme")).Select(c => c.Closed?.Outcome));
    }

    [Fact]
    public async Task A_word_of_consent_that_is_dated_ahead_lets_a_touch_go_without_anything_new()
    {
        var scene = new RuleScene().Customer("acme");
        scene.Contacts.Add(new ContactConsent("acme", "ann-acme", ContactBasis.OptOut, Day(3)) { EndsAt = Day(9) });
        var engine = scene.Of(null, Rule("idle", Trigger.Absence("login", Days(7), Anchor.CustomerSince)));
        await engine.RunAsync(Day(0.5));
        Assert.Equal(SuppressionReason.OptOut, Assert.Single((await engine.RunAsync(Day(8))).Events.OfType<TouchSuppressed>()).Reason);
        Assert.Single((await engine.RunAsync(Day(9.5), [])).Events.OfType<TouchReserved>());
    }

    [Fact]
    public async Task Whether_a_fact_comes_late_is_told_by_the_cycle_before_and_not_by_who_was_looked_at()
    {
        var scene = new RuleScene().Customer("acme");
        var rule = Rule("seen", Trigger.Signal("login"), c => new() { Trigger = c.Trigger, Purpose = c.Purpose, Success = c.Success, Lateness = TimeSpan.FromHours(1) });
        var engine = scene.Of(null, rule);
        await engine.RunAsync(Day(0.5));
        await engine.RunAsync(Day(4), []);
        scene.Login("acme", 3, recorded: 4.5);
        Assert.Equal(SuppressionReason.KnownTooLate, Assert.Single((await engine.RunAsync(Day(5), ["acme"])).Events.OfType<OccurrenceSuppressed>()).Reason);
    }

    [Fact]
    [Requirement("INT-4")]
    public async Task Two_customers_with_one_occurrence_of_one_key_hold_it_one_after_the_other()
    {
        var store = new InMemoryInterventionStore();
        CaseKey key = new("weekly", "holding", "2026-03-09T00:00:00Z");
        Assert.Equal(AppendOutcome.Applied, await Append("b", 0, Opened()));
        Assert.Equal(AppendOutcome.KeyConflict, await Append("a", 0, Opened()));
        Assert.Equal(AppendOutcome.Applied, await Append("b", 1, new CaseClosed { Case = key, At = Day(8), KnownAt = Day(8), Outcome = CaseOutcome.Exited, Because = "done" }));
        Assert.Equal(AppendOutcome.Applied, await Append("a", 0, Opened()));
        Assert.Equal("a", Assert.Single(await store.FindOpenAsync("weekly", ["holding"], default)).CustomerId);

        CaseOpened Opened() => new() { Case = key, At = Day(7), KnownAt = Day(7), RuleHash = "hash", Severity = CaseSeverity.Info, Cause = null };
        ValueTask<AppendOutcome> Append(string customer, long version, CaseEvent given) => store.AppendAsync(new() { CustomerId = customer, ExpectedVersion = version, Events = [given] }, default);
    }

    private static void Seats(RuleScene scene, double seats, double day, double? recorded = null) =>
        scene.Accounts.Add(new Trait("acme", "seats", TraitValue.Of(seats), Day(day)) { RecordedAt = Day(recorded ?? day) });
}
