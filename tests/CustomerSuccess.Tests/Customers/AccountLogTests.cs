using CustomerSuccess.Customers;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Customers;

public sealed class AccountLogTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");

    [Fact]
    public async Task The_same_record_twice_is_one_of_every_kind()
    {
        var log = new AccountLog();
        for (var i = 0; i < 3; i++)
        {
            log.Add(new Customer("acme", Day) { ParentId = "hq" })
                .Add(new Trait("acme", "budget", TraitValue.Of(new Money(1.0m, "EUR")), Day))
                .Add(new Subscription("s", "acme", "crm", Day) { Entitlements = new Dictionary<string, double> { ["a"] = 1 }, AnnualRevenue = new Money(1, "EUR") })
                .Add(new Outcome("acme", OutcomeKind.Return, Day) { TakesEffectAt = Day })
                .Add(new Ownership("acme", "ann", Day) { RecordedAt = Day })
                .Add(new Owner("ann", Day) { Skills = ["a"] });
        }

        int[] counts =
        [
            (await log.FindAsync("acme", default)).Count, await CountAsync(((ITraitSource)log).ReadAsync(Query("acme"), default)), await CountAsync(((ISubscriptionSource)log).ReadAsync(Query("acme"), default)),
            await CountAsync(((IOutcomeSource)log).ReadAsync(Query("acme"), default)), await CountAsync(((IOwnershipSource)log).ReadAsync(Query("acme"), default)),
            (await log.FindOwnerAsync("ann", default)).Count, await CountAsync(log.ReadChildrenAsync(Query("hq"), default)),
        ];
        Assert.Equal([1, 1, 1, 1, 1, 1, 1], counts);
    }

    [Fact]
    public async Task Another_record_is_another_however_little_differs()
    {
        var log = new AccountLog();
        for (var i = 0; i < 40; i++)
        {
            log.Add(new Trait("acme", "t", TraitValue.Of(i / 2), Day)).Add(new Trait("acme", "t", TraitValue.Of(i / 2), Day) { RecordedAt = Day.AddTicks(i) });
        }

        Assert.Equal(20 + 39, await CountAsync(((ITraitSource)log).ReadAsync(Query("acme"), default)));
    }

    [Fact]
    public async Task What_was_read_does_not_change_and_cannot_be_changed()
    {
        var log = new AccountLog().Add(new Customer("acme", Day));
        var (before, owners) = (await log.FindAsync("acme", default), await log.FindOwnerAsync("ann", default));
        log.Add(new Customer("acme", Day.AddDays(1))).Add(new Owner("ann", Day));

        Assert.Single(before);
        Assert.Empty(owners);
        Assert.Equal(2, (await log.FindAsync("acme", default)).Count);
        Assert.Throws<NotSupportedException>(() => ((IList<Customer>)before)[0] = new Customer("other", Day));
    }

    [Fact]
    public async Task Customers_are_those_that_have_a_version_in_ordinal_order()
    {
        var log = new AccountLog().Add(new Customer("b", Day)).Add(new Customer("A", Day)).Add(new Customer("a", Day) { IsActive = false }).Add(new Trait("ghost", "t", TraitValue.Null, Day));

        Assert.Equal(["A", "a", "b"], log.CustomerIds);
        Assert.Equal(3, await CountAsync(log.IdsAsync(default)));
        Assert.Empty(await log.FindAsync("ghost", default));
        Assert.Empty(await log.FindAsync("nobody", default));
    }

    [Fact]
    public async Task A_query_gives_the_records_of_its_customers_only()
    {
        var log = new AccountLog().Add(new Trait("acme", "t", TraitValue.Null, Day)).Add(new Trait("beta", "t", TraitValue.Null, Day)).Add(new Customer("c1", Day) { ParentId = "acme" }).Add(new Customer("c2", Day) { ParentId = "beta" });

        Assert.Equal(1, await CountAsync(((ITraitSource)log).ReadAsync(Query("beta", "nobody"), default)));
        Assert.Equal(2, await CountAsync(log.ReadChildrenAsync(Query("acme", "beta"), default)));
        await Assert.ThrowsAsync<OperationCanceledException>(() => CountAsync(((ITraitSource)log).ReadAsync(Query("acme"), new CancellationToken(canceled: true))));
    }

    [Fact]
    public async Task Of_several_threads_nothing_is_lost_nothing_is_there_twice_and_readers_see_no_less_later()
    {
        const int Each = 2_000;
        var log = new AccountLog();
        var writers = Enumerable.Range(0, 4).Select(w => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                // Two write the same, two their own.
                log.Add(new Customer($"c{i % 40}", Day.AddMinutes(i)) { ParentId = "hq", LifecycleStage = w < 2 ? "same" : $"{w}" });
            }
        })).ToArray();
        var reader = Task.Run(async () =>
        {
            var last = 0;
            while (!Task.WhenAll(writers).IsCompleted)
            {
                var read = await log.FindAsync("c7", default);
                var (count, copy) = (read.Count, read.ToArray());
                Assert.True(count >= last);
                Assert.Equal(copy, read);
                last = count;
            }
        });
        await Task.WhenAll([.. writers, reader]);

        Assert.Equal(40, log.CustomerIds.Count);
        Assert.Equal(3 * Each / 40, (await log.FindAsync("c7", default)).Count);
        Assert.Equal(3 * Each, await CountAsync(log.ReadChildrenAsync(Query("hq"), default)));
    }

    [Fact]
    public void Adding_many_to_one_customer_takes_room_in_proportion()
    {
        static double Bytes(int count)
        {
            Customer[] versions = [.. Enumerable.Range(0, count).Select(i => new Customer($"c{i}", Day) { ParentId = "reseller" })];
            Trait[] traits = [.. Enumerable.Range(0, count).Select(i => new Trait("reseller", $"t{i}", TraitValue.Null, Day))];
            var log = new AccountLog();
            var before = GC.GetAllocatedBytesForCurrentThread();
            Array.ForEach(versions, v => log.Add(v));
            Array.ForEach(traits, t => log.Add(t));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.InRange(Bytes(20_000) / Bytes(5_000), 2, 6);
    }

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> records)
    {
        var count = 0;
        await foreach (var _ in records)
        {
            count++;
        }

        return count;
    }

    private static FactQuery Query(params string[] ids) => new() { CustomerIds = ids, AsOf = Day.AddYears(1) };
}
