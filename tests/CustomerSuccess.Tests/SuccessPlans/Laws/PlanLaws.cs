using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Laws;

public sealed class PlanLaws
{
    private const int Graphs = 100_000;

    [Fact]
    [Requirement("PLN-5")]
    public void Charges_are_those_of_the_definition_and_sum_to_the_delay_over_a_hundred_thousand_random_graphs()
    {
        var (late, projected, insufficient, repaid) = (0, 0, 0, 0);
        for (var seed = 0; seed < Graphs; seed++)
        {
            var random = new RandomPlan(seed);
            var state = Plan(random.Content).On(random.Today, random.Events);
            var expected = new ByTheDefinition(random);
            Same(seed, state.Accountabilities.Select(a => expected.Standing(a.Id)), state.Accountabilities.Select(a => a.Standing));
            foreach (var ledger in state.Ledgers)
            {
                Same(seed, expected.Charges(ledger.Milestone), ledger.Lines.Select(l => (l.Item, l.Charge)));
                Same(seed, [Math.Max(0, ledger.ReachedDay - ledger.DueDay)], [ledger.Lines.Sum(l => l.Charge)]);
                Same(seed, [expected.IsInsufficient(ledger.Milestone)], [ledger.IsPlanInsufficient]);
                late += ledger.Delay > 0 ? 1 : 0;
                projected += ledger.IsProjected ? 1 : 0;
                insufficient += ledger.IsPlanInsufficient ? 1 : 0;
                repaid += ledger.Lines.Any(l => l.Deviation > 0 && l.Charge < l.Deviation) && ledger.Delay > 0 ? 1 : 0;
            }
        }

        // The graphs are worth something: every part of the walk was taken often.
        Assert.All([late, projected, repaid], count => Assert.InRange(count, 5_000, int.MaxValue));
        Assert.InRange(insufficient, 500, int.MaxValue);
    }

    [Fact]
    public void The_same_events_in_any_order_and_any_number_of_times_give_the_same_state()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new RandomPlan(seed, most: 14);
            var plan = Plan(random.Content);
            var other = random.Shuffled();

            Assert.Equal(Told(plan.On(random.Today, random.Events)), Told(plan.On(random.Today, [.. other, .. other])));
        }
    }

    [Fact]
    public void A_state_ignores_what_happens_and_what_is_recorded_after_it()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new RandomPlan(seed, most: 14);
            var plan = Plan(random.Content);
            PlanEvent[] later = [.. random.Items.SelectMany(i => (PlanEvent[])[
                EvidenceGiven.Happened($"told late {i.Id}", "plan", "acme", Day(-2), i.Id) with { RecordedAt = Day(random.Today + 1) },
                EvidenceGiven.Happened($"later {i.Id}", "plan", "acme", Day(random.Today + 1), i.Id),
                new EventTakenBack($"back {i.Id}", "plan", "acme", Day(-2), random.Events.Select(e => e.Id).FirstOrDefault("none"), "ann", "a law") { RecordedAt = Day(random.Today + 1) }])];

            Assert.Equal(Told(plan.On(random.Today, random.Events)), Told(plan.On(random.Today, [.. later, .. random.Events])));
        }
    }

    [Fact]
    public void One_new_event_gives_the_state_that_everything_from_the_start_gives()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new RandomPlan(seed, most: 20);
            var plan = Plan(random.Content);
            var facts = new CustomerFacts("acme", Day(random.Today));
            var (tracker, soFar) = (plan.Track("acme"), new List<PlanEvent>());
            foreach (var given in random.Shuffled())
            {
                soFar.Add(given);
                PlanEvent back = new EventTakenBack($"back {given.Id}", "plan", "acme", given.OccurredAt, given.Id, "ann", "a law");
                Assert.Equal(Told(plan.At(facts, soFar)), Told(tracker.Add(given).At(facts)));
                if (soFar.Count % 3 == 0)
                {
                    soFar.Add(back);
                    Assert.Equal(Told(plan.At(facts, soFar)), Told(tracker.Add(back).At(facts)));
                }
            }
        }
    }

    [Fact]
    public void Later_evidence_never_moves_what_is_latched_and_taking_it_back_does()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new RandomPlan(seed, most: 14);
            var plan = Plan(random.Content);
            var before = plan.On(random.Today, random.Events);
            var more = plan.On(random.Today, [.. random.Events, .. random.Items.Select(i => EvidenceGiven.Happened($"again {i.Id}", "plan", "acme", Day(random.Today), i.Id))]);
            foreach (var reached in before.Milestones.Where(m => m.ReachedAt is not null))
            {
                Assert.Equal(reached.ReachedAt, more.Milestone(reached.Id).ReachedAt);
                var back = new EventTakenBack("back", "plan", "acme", Day(random.Today), $"{reached.Id} on {random.Done[reached.Id]}", "ann", "it was another customer");
                Assert.Null(plan.On(random.Today, [back, .. random.Events]).Milestone(reached.Id).ReachedAt);
            }
        }
    }

    [Fact]
    public void Two_plans_of_one_hash_and_the_same_events_have_equal_states()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var (one, other) = (new RandomPlan(seed, most: 14), new RandomPlan(seed, most: 14));
            var (first, second) = (Plan(one.Content), Plan(other.Content));

            Assert.Equal(first.ContentHash, second.ContentHash);
            Assert.Equal(Told(first.On(one.Today, one.Events)), Told(second.On(one.Today, one.Events)));
            Assert.NotEqual(first.ContentHash, Plan(one.Content, new DueMoved(one.Items[^1].Id, one.Items[^1].DueDay + 1)).ContentHash);
        }
    }

    // A comparison by the assertion library costs as much as the state itself.
    private static void Same<T>(int seed, IEnumerable<T> expected, IEnumerable<T> actual) =>
        Claim.Holds(expected.SequenceEqual(actual), $"seed {seed}: {string.Join(", ", expected)} were expected and not {string.Join(", ", actual)}");

    /// <summary>Everything that a state says.</summary>
    internal static string Told(PlanState state) => string.Join('\n', [
        $"{state.Value.Lower:R} {state.Value.Upper:R} {state.Pace} {state.Kept(PlanParty.Customer)} {state.Kept(PlanParty.Vendor)}",
        .. state.Milestones.Select(m => FormattableString.Invariant($"{m.Id} {m.Reached} {m.ReachedAt:O} {m.ReachedDay} {m.Progress} {m.Actual} {m.Expected:R} {m.Pace} {m.Verification} {m.AcknowledgedBy} {m.IsVendorsWordOnly} {m.IsPlanInsufficient} {string.Join(';', m.Causes)}")),
        .. state.Accountabilities.Select(a => FormattableString.Invariant($"{a.Id} {a.Standing} {a.ReadyDay} {a.KeptUntilDay} {a.DoneAt:O} {a.DaysLate} {a.Excuse?.Id} {string.Join(';', a.Disputes.Select(d => d.Id))} {string.Join(';', a.Causes)}")),
        .. state.Ledgers.Select(l => l.Explain()),
        .. state.Events.Select(e => e.Id),
        .. state.Refused.Select(r => r.ToString())]);
}
