using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Plans;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Customers;

public sealed class AccountFactsProperties
{
    private static readonly DateTimeOffset Day = At("2026-03-02");

    [Law(MaxTest = 3000)]
    public void Neither_the_order_of_arrival_nor_what_is_not_visible_changes_anything(Seed seed)
    {
        var dice = seed.Dice();
        IDated[] all = [.. Enumerable.Range(0, dice.Below(20)).Select(_ => Any(dice))];
        var (asOf, knownAt) = (Day.AddDays(dice.Below(5)), Day.AddDays(dice.Below(5)));
        var expected = Said(all, asOf, knownAt);

        Assert.Equal(expected, Said([.. dice.Shuffled(all), .. dice.Shuffled(all)], asOf, knownAt));
        Assert.Equal(expected, Said([.. all.Where(f => f.EffectiveAt <= asOf && f.RecordedAt <= knownAt)], asOf, knownAt));
    }

    [Law]
    public void A_trait_is_what_sorting_the_visible_entries_gives(Seed seed)
    {
        var dice = seed.Dice();
        Trait[] traits = [.. Enumerable.Range(0, dice.Below(9)).Select(i => new Trait("acme", dice.Of("a", "b"), TraitValue.Of(i), Day.AddDays(dice.Below(4))) { RecordedAt = Day.AddDays(dice.Below(4)).AddTicks(i) })];
        var (asOf, knownAt) = (Day.AddDays(dice.Below(4)), Day.AddDays(dice.Below(5)));
        var account = new AccountRecords { CustomerId = "acme", Traits = traits }.At(asOf, knownAt);
        foreach (var name in (string[])["a", "b"])
        {
            var entry = traits.Where(t => t.Name == name && t.EffectiveAt <= asOf && t.RecordedAt <= knownAt).OrderBy(t => (t.EffectiveAt, t.RecordedAt)).LastOrDefault();
            var (number, age) = (account.Number(name), account.Age(name));

            Assert.Equal(entry?.Value.AsNumber(), number.IsKnown ? number.Value : null);
            Assert.Equal(asOf - entry?.EffectiveAt, age.IsKnown ? age.Value : null);
        }
    }

    private static string Said(IEnumerable<IDated> facts, DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        var log = new AccountLog();
        foreach (var fact in facts)
        {
            _ = fact switch
            {
                Customer c => log.Add(c),
                Trait t => log.Add(t),
                Subscription s => log.Add(s),
                Outcome o => log.Add(o),
                var other => log.Add((Ownership)other),
            };
        }

        var observer = new CustomerObserver(CustomerSources.InMemory(log), [], acrossTrees: true);
        var read = observer.ReadAsync(new FactQuery { CustomerIds = ["acme", "beta"], AsOf = asOf, KnownAt = knownAt }, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return string.Join('\n', read.Select(h => h.At(asOf, knownAt).Account).Select(a => string.Join('|',
            a.Version, a.Version?.ParentId, a.Version?.LifecycleStage, a.Version?.IsActive, a.Since, a.Text("t"), a.Number("t"), a.Owner(), a.AnnualRevenue(),
            string.Join(',', a.Below), string.Join(',', a.Subscriptions!.Select(s => $"{s} {s.Seats} {s.AnnualRevenue}")),
            string.Join(',', a.Outcomes.Select(o => $"{o} {o.SubscriptionId} {o.Amount}")), string.Join(',', a.Ownerships.Select(o => $"{o} {o.HandOver}")))));
    }

    private static IDated Any(Dice dice)
    {
        var (id, at, recorded) = (dice.Of("acme", "beta"), Day.AddDays(dice.Below(4)), Day.AddDays(dice.Below(4)));
        return dice.Below(5) switch
        {
            0 => new Customer(id, at) { ParentId = dice.Of(null, id == "acme" ? "beta" : "acme", "gone"), LifecycleStage = dice.Of(null, "a", "b"), IsActive = dice.OneIn(2), RecordedAt = recorded },
            1 => new Trait(id, "t", dice.Of(TraitValue.Of(1), TraitValue.Of("1"), TraitValue.Of(2), TraitValue.Null), at) { RecordedAt = recorded },
            2 => new Subscription(dice.Of("s1", "s2"), id, "crm", at) { Seats = dice.Below(3), AnnualRevenue = dice.Of<Money?>(null, new(1, "EUR"), new(2, "EUR"), new(2, "USD")), EffectiveAt = Day.AddDays(dice.Below(4)), RecordedAt = recorded },
            3 => new Outcome(id, dice.Of(OutcomeKind.Downgrade, OutcomeKind.NonRenewal), at) { SubscriptionId = dice.Of(null, "s1", "s2"), Amount = dice.Of<Money?>(null, new(1, "EUR")), RecordedAt = recorded },
            _ => new Ownership(id, dice.Of(null, "ann", "bob"), at) { HandOver = dice.Of(null, "x"), RecordedAt = recorded },
        };
    }
}
