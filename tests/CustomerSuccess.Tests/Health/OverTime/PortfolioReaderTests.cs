using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using static CustomerSuccess.Tests.Health.OverTime.Usage;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class PortfolioReaderTests
{
    private static readonly DateTimeOffset AsOf = Start.AddDays(9);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(3, 2)]
    [InlineData(7, 3)]
    [InlineData(100, 4)]
    public async Task Scores_come_in_the_order_of_the_source_whichever_batch_is_done_first(int customers, int atOnce)
    {
        // Later batches overtake earlier ones.
        var source = new WatchedCustomers(Ids(40))
        {
            Reading = async (ids, _) =>
            {
                for (var i = int.Parse(ids[0], System.Globalization.CultureInfo.InvariantCulture); i < 60; i++)
                {
                    await Task.Yield();
                }
            },
        };

        Assert.Equal(Ids(40), (await Scores(source, customers, atOnce)).Select(s => s.CustomerId));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task As_many_batches_are_read_at_once_as_stated_and_never_more(int atOnce)
    {
        WatchedCustomers? source = null;
        source = new WatchedCustomers(Ids(60))
        {
            Reading = async (_, _) =>
            {
                // Waits until as many as may are here, and then gives others the time to be one too many.
                while (source!.AtOnce < atOnce)
                {
                    await Task.Yield();
                }

                for (var i = 0; i < 300; i++)
                {
                    await Task.Yield();
                }
            },
        };

        Assert.Equal(60, (await Scores(source, 2, atOnce)).Count);
        Assert.Equal(atOnce, source.AtOnce);
        Assert.Equal(30, source.Readings.Count);
        Assert.All(source.Readings, r => Assert.Equal(2, r.Count));
    }

    [Fact]
    public async Task Memory_holds_the_batches_under_way_and_not_the_portfolio()
    {
        var source = new WatchedCustomers(Ids(int.MaxValue));
        await using var scores = Health(source, 10, 3).ScorePortfolioAsync(AsOf).GetAsyncEnumerator();
        for (var i = 0; i < 50; i++)
        {
            Assert.True(await scores.MoveNextAsync());
        }

        // Five batches were handed out, three may be under way, one is being put together.
        Assert.InRange(source.Named, 50, 10 * (5 + 3 + 1));
    }

    [Fact]
    public async Task A_customer_whose_facts_cannot_be_read_is_a_failed_score_and_the_rest_goes_on()
    {
        var source = new WatchedCustomers(Ids(30)) { Reading = (ids, _) => ids.Contains("17") ? throw new InvalidDataException("row 17 is broken") : Task.CompletedTask };
        var scores = await Scores(source, 10, 2);

        Assert.Equal(Ids(30), scores.Select(s => s.CustomerId));
        Assert.Equal(["17"], scores.Where(s => s.State == HealthScoreState.Failed).Select(s => s.CustomerId));
        Assert.Equal("the customer's facts could not be read: InvalidDataException: row 17 is broken", scores[17].Reason);
        Assert.Equal((AsOf, AsOf, "flat"), (scores[17].AsOf, scores[17].KnownAt, scores[17].Definition.Strategy));
        Assert.Equal(2 + 1 + 10, source.Readings.Count);
    }

    [Fact]
    public async Task A_source_that_is_down_is_not_asked_for_each_customer()
    {
        var source = new WatchedCustomers(Ids(100)) { Reading = (_, _) => throw new IOException("no connection") };
        var told = new List<ScoringProgress>();
        var scores = await All(Health(source, 50, 1).ScorePortfolioAsync(AsOf, new Told(told)));

        Assert.Equal(Ids(100), scores.Select(s => s.CustomerId));
        Assert.All(scores, s => Assert.Equal("the customer's facts could not be read: IOException: no connection", s.Reason));
        Assert.Equal(2 * (1 + 3), source.Readings.Count);
        Assert.Equal((100, 100, true), (told[^1].Customers, told[^1].Failed, told[^1].Finished));
    }

    [Fact]
    public async Task Two_bad_customers_at_the_head_of_a_batch_are_no_source_that_is_down()
    {
        var source = new WatchedCustomers(Ids(20)) { Reading = (ids, _) => ids.Any(i => i is "0" or "1" or "5" or "6" or "7") ? throw new IOException("bad") : Task.CompletedTask };

        Assert.Equal(["0", "1", "5", "6", "7"], (await Scores(source, 20, 1)).Where(s => s.State == HealthScoreState.Failed).Select(s => s.CustomerId));
    }

    [Fact]
    public async Task One_customer_whose_source_throws_is_a_failed_score_too()
    {
        var health = Health(new WatchedCustomers("acme") { Reading = (_, _) => throw new IOException("no connection") });
        var score = (await health.ScoreAsync("acme", AsOf))!;

        Assert.Equal((HealthScoreState.Failed, "acme", "the customer's facts could not be read: IOException: no connection"), (score.State, score.CustomerId, score.Reason));
        await Assert.ThrowsAsync<IOException>(async () => await health.FactsAsync("acme", new(AsOf)));
        await Assert.ThrowsAsync<IOException>(async () => await health.TrendAsync("acme", new(AsOf)));
    }

    [Fact]
    public async Task A_source_that_gives_up_by_itself_has_failed_and_was_not_cancelled()
    {
        var source = new WatchedCustomers("a", "b") { Reading = (ids, _) => ids.Contains("b") ? throw new TaskCanceledException("timed out") : Task.CompletedTask };

        Assert.Equal([50, null], (await Scores(source, 2, 2)).Select(s => s.Value));
        Assert.Contains("timed out", (await Health(source).ScoreAsync("b", AsOf))!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_portfolio_is_no_score_and_one_report()
    {
        var told = new List<ScoringProgress>();

        Assert.Empty(await All(Health(new WatchedCustomers()).ScorePortfolioAsync(AsOf, new Told(told))));
        Assert.Equal((0, true), (Assert.Single(told).Customers, told[0].Finished));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task A_customer_that_is_named_twice_is_scored_twice_whatever_the_batches_and_asked_for_once_in_each(int customers)
    {
        var source = new WatchedCustomers("a", "b", "a", "a", "c", "b");

        Assert.Equal(["a", "b", "a", "a", "c", "b"], (await Scores(source, customers, 2)).Select(s => s.CustomerId));
        Assert.All(source.Readings, r => Assert.Equal(r.Distinct(), r));
        var broken = new WatchedCustomers("a", "b", "a", "a", "c", "b") { Reading = (ids, _) => ids.Contains("a") ? throw new IOException() : Task.CompletedTask };
        Assert.Equal([null, 50, null, null, 50, 50], (await Scores(broken, customers == 10 ? 2 : customers, 2)).Select(s => s.Value));
    }

    [Fact]
    public async Task Two_may_score_the_portfolio_at_once()
    {
        var health = Health(new WatchedCustomers(Ids(300)), 7, 3);
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => All(health.ScorePortfolioAsync(AsOf)))));

        Assert.All(all, scores => Assert.Equal(Ids(300), scores.Select(s => s.CustomerId)));
    }

    [Fact]
    public async Task Ids_that_cannot_be_read_or_are_none_are_not_data()
    {
        var seen = new List<string?>();
        var failing = Health(new WatchedCustomers(Ids(25)) { Naming = (id, _) => id == "23" ? throw new IOException("no more") : Task.CompletedTask }, 10, 2);
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var score in failing.ScorePortfolioAsync(AsOf))
            {
                seen.Add(score.CustomerId);
            }
        });

        Assert.Equal(Ids(20), seen);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Scores(new WatchedCustomers("a", " "), 1, 1));
    }

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(0, count).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture));

    internal static CustomerHealth Health(ICustomerSource source, int customers = 256, int atOnce = 4) => CustomerHealth.Of(
        new CustomerSources { Customers = source },
        c => c.ScoredBy("flat", HealthStrategies.From("flat", _ => HealthResult.Of(50))).InBatches(customers, atOnce));

    private static Task<List<HealthScore>> Scores(ICustomerSource source, int customers, int atOnce) => All(Health(source, customers, atOnce).ScorePortfolioAsync(AsOf));

    private sealed class Told(List<ScoringProgress> told) : IProgress<ScoringProgress>
    {
        public void Report(ScoringProgress value) => told.Add(value);
    }
}
