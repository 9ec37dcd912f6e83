using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Signals.Plans;

namespace CustomerSuccess.Tests.Health.Observing;

public sealed class CustomerObserverProperties
{
    [Law(MaxTest = 2000)]
    public void A_tree_is_what_walking_up_from_every_account_gives_and_any_source_gives_what_a_log_gives(Seed seed)
    {
        var plan = new LogPlan(seed).WithGaps();
        Customer[] versions = [.. Versions(plan)];
        var accounts = new AccountLog();
        Array.ForEach(versions, v => accounts.Add(v));
        var log = plan.Log();
        log.Covers("none", plan.Coverage);
        var host = new HostSource(plan.Dice.Shuffled(plan.Signals), plan.Dice.Shuffled(versions), plan.Coverage);
        var reader = new NaiveReader(plan.Signals, plan.Coverage);
        for (var i = 0; i < 3; i++)
        {
            var (measure, (asOf, knownAt), root) = (plan.Measure(trees: true), plan.When(), plan.Dice.Of(LogPlan.Customers));
            var below = LogPlan.Customers.Where(c => c != root && IsBelow(versions, c, root, asOf, knownAt)).ToArray();
            var expected = reader.Read(measure, measure.Tree ? [root, .. below] : [root], asOf, knownAt, Since(versions, root, asOf, knownAt));

            foreach (var sources in (CustomerSources[])[CustomerSources.InMemory(accounts, log), new() { Customers = host, Signals = host }])
            {
                var facts = Read(sources, measure, root, asOf, knownAt);

                Agreement.That(facts.Account.Below.SequenceEqual(below.Order(StringComparer.Ordinal)), () => $"below {root} are {string.Join(", ", below)}, found {string.Join(", ", facts.Account.Below)}. {plan}");
                Agreement.Same(plan, measure, $"of {root} with {string.Join(", ", below)} as of {asOf:O}, known at {knownAt:O}", expected, facts.Signals.Read(measure.Build()));
            }
        }
    }

    // Read for a later instant than the facts are formed of, with others in the batch: neither matters.
    private static CustomerFacts Read(CustomerSources sources, NaiveMeasure measure, string root, DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        var observer = new CustomerObserver(sources, [measure.Signal], acrossTrees: true);
        var read = observer.ReadAsync(new FactQuery { CustomerIds = [.. LogPlan.Customers], AsOf = asOf.AddDays(3), KnownAt = knownAt.AddDays(3) }, CancellationToken.None);
        return read.AsTask().GetAwaiter().GetResult().Single(h => h.CustomerId == root).At(asOf, knownAt);
    }

    private static IEnumerable<Customer> Versions(LogPlan plan)
    {
        // Each recorded at an instant of its own: ties are another matter.
        for (var i = 0; i < plan.Dice.Below(12); i++)
        {
            var id = plan.Dice.Of(LogPlan.Customers);
            var parent = plan.Dice.Of(LogPlan.Customers);
            yield return new(id, plan.Instant()) { ParentId = parent == id || plan.Dice.OneIn(4) ? null : parent, RecordedAt = plan.Instant().AddTicks(10 + i) };
        }
    }

    private static bool IsBelow(Customer[] versions, string id, string root, DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        var parent = (string?)id;
        for (var steps = 0; steps < LogPlan.Customers.Length && parent is not null; steps++)
        {
            parent = versions.Where(v => v.Id == parent && v.EffectiveAt <= asOf && v.RecordedAt <= knownAt).OrderBy(v => v.EffectiveAt).ThenBy(v => v.RecordedAt).LastOrDefault()?.ParentId;
            if (parent == root)
            {
                return true;
            }
        }

        return false;
    }

    private static DateTimeOffset? Since(Customer[] versions, string id, DateTimeOffset asOf, DateTimeOffset knownAt) =>
        versions.Where(v => v.Id == id && v.EffectiveAt <= asOf && v.RecordedAt <= knownAt).Min(v => (DateTimeOffset?)v.EffectiveAt);
}
