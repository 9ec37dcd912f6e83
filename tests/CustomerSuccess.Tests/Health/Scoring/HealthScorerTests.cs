using System.Diagnostics;
using System.Runtime.CompilerServices;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Composition;
using CustomerSuccess.Tests.Health.Strategies;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerSuccess.Tests.Health.Scoring;

public sealed class HealthScorerTests
{
    [Fact]
    public async Task All_customers_are_scored_in_the_order_of_the_source()
    {
        var scores = await TenantHost.All(TenantHost.Scorer(new TenantSource(TenantHost.Tenants), cs => cs.AddHealthStrategy("default", Tenant.Card())));

        Assert.Equal(["acme", "globex", "initech"], scores.Select(s => s.CustomerId));
        Assert.Equal(["pro", "trial", "trial"], scores.Select(s => s.Segment));
        Assert.Equal([HealthScoreState.Scored, HealthScoreState.Scored, HealthScoreState.Unknown], scores.Select(s => s.State));
        Assert.All(scores, s => Assert.Equal((Tenant.AsOf, Tenant.AsOf), (s.AsOf, s.KnownAt)));
    }

    [Fact]
    public async Task A_customer_that_the_source_does_not_know_has_no_score() =>
        Assert.Null(await Flat(new TenantSource()).ScoreAsync("nobody", Tenant.AsOf));

    [Fact]
    public async Task An_empty_id_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Flat(new TenantSource()).ScoreAsync(" ", Tenant.AsOf));

    [Fact]
    public async Task Previous_band_and_override_are_read_from_the_row()
    {
        var (kept, set) = (new Tenant("kept", Logins: 37) { Band = "Green" }, new Tenant("set") { Override = new(90, "kim", "signed", Tenant.AsOf, Tenant.AsOf.AddDays(1)) });
        var scorer = TenantHost.Scorer(new TenantSource(kept, set), cs => cs.AddHealthStrategy("default", c => HealthResult.Of(2 * c.Facts.Number("logins").Value)));

        var score = await scorer.ScoreAsync("kept", Tenant.AsOf);
        Assert.Equal(("Yellow", "Green"), (score!.Level!.Name, score.Band!.Name));
        Assert.Equal((90, HealthScoreState.Failed), ((await scorer.ScoreAsync("set", Tenant.AsOf))!.Value, (await scorer.ScoreAsync("set", Tenant.AsOf))!.State));
    }

    [Fact]
    public async Task Of_a_log_of_overrides_the_one_in_force_counts()
    {
        var log = OverrideLog.Empty.Set(new(90, "kim", "signed", Tenant.AsOf.AddDays(-9), Tenant.AsOf.AddDays(9)));
        foreach (var (each, expected) in ((OverrideLog, double)[])[(log, 90), (log.Withdraw("kim", "a slip", Tenant.AsOf.AddDays(-1)), 50), (null!, 50)])
        {
            var services = new ServiceCollection().AddCustomerSuccess(cs => cs
                .Rows<Tenant>(new TenantSource(TenantHost.Tenants), rows => rows.IdentifiedBy(t => t.Id).OverriddenBy(_ => each))
                .AddHealthStrategy("default", _ => HealthResult.Of(50)));
            Assert.Equal(expected, (await services.BuildServiceProvider().GetRequiredService<IHealthScorer>().ScoreAsync("acme", Tenant.AsOf))!.Value);
        }
    }

    [Fact]
    public async Task A_strategy_that_throws_is_data_and_the_rest_goes_on()
    {
        var scores = await TenantHost.All(TenantHost.Scorer(
            new TenantSource(TenantHost.Tenants), cs => cs.AddHealthStrategy("default", c => c.CustomerId == "globex" ? throw new DivideByZeroException() : HealthResult.Of(50))));

        Assert.Equal([50, null, 50], scores.Select(s => s.Value));
        Assert.StartsWith("strategy 'default' threw DivideByZeroException", scores[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_an_id_is_a_failed_score_and_an_id_that_comes_twice_is_scored_twice()
    {
        var scores = await TenantHost.All(Flat(new TenantSource(new Tenant(null), new Tenant(" "), null!, new Tenant("a"), new Tenant("a"))));

        Assert.Equal(["the row has no customer id", "the row has no customer id", "the source gave a row that is null", null, null], scores.Select(s => s.Reason));
        Assert.Equal([null, null, null, 50, 50], scores.Select(s => s.Value));
    }

    [Fact]
    public async Task A_lambda_of_the_registration_that_throws_is_a_failed_score()
    {
        var services = new ServiceCollection().AddCustomerSuccess(cs => cs
            .Rows<Tenant>(new TenantSource(TenantHost.Tenants), rows => rows.IdentifiedBy(t => t.Id).SegmentedBy(t => t.Id == "acme" ? throw new FormatException("no segment") : "x"))
            .AddHealthStrategy("default", _ => HealthResult.Of(50)));
        var scores = await TenantHost.All(services.BuildServiceProvider().GetRequiredService<IHealthScorer>());

        Assert.Equal(("acme", "the segment could not be read from the row: FormatException: no segment"), (scores[0].CustomerId, scores[0].Reason));
        Assert.Equal(50, scores[1].Value);
        Assert.Equal(scores[1].Definition.ConfigurationHash, scores[0].Definition.ConfigurationHash);
    }

    [Fact]
    public async Task A_source_that_fails_is_not_data()
    {
        var scorer = Flat(new Slow(rows: 3, failAt: 2));
        var seen = 0;

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var _ in scorer.ScorePortfolioAsync(Tenant.AsOf))
            {
                seen++;
            }
        });
        Assert.Equal(2, seen);
        await Assert.ThrowsAsync<IOException>(async () => await scorer.ScoreAsync("x", Tenant.AsOf));
    }

    [Fact]
    public async Task Progress_is_told_every_thousand_and_at_the_end()
    {
        var told = new List<ScoringProgress>();
        var scorer = TenantHost.Scorer(
            new Slow(rows: 2500), cs => cs.AddHealthStrategy("default", c => c.CustomerId!.EndsWith('7') ? HealthResult.Unknown() : c.CustomerId.EndsWith('8') ? null! : HealthResult.Of(1)));

        await foreach (var _ in scorer.ScorePortfolioAsync(Tenant.AsOf, new Told(told)))
        {
        }

        Assert.Equal([(1000, 100, 100, false), (2000, 200, 200, false), (2500, 250, 250, true)], told.Select(p => (p.Customers, p.Unknown, p.Failed, p.Finished)));
    }

    [Fact]
    public async Task Rows_are_scored_as_they_arrive()
    {
        var source = new Slow(rows: 1_000_000);
        await foreach (var _ in Flat(source).ScorePortfolioAsync(Tenant.AsOf))
        {
            break;
        }

        Assert.InRange(source.Given, 1, 2);
    }

    [Fact]
    public async Task Cancellation_flows_within_50_ms_also_while_the_source_waits()
    {
        // The machine may be busy with something else for longer than that: the best of a few counts.
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 10 && best > TimeSpan.FromMilliseconds(50); attempt++)
        {
            using var cancel = new CancellationTokenSource();
            await using var scores = Flat(new Slow(rows: 2, blockAt: 1)).ScorePortfolioAsync(Tenant.AsOf, cancellationToken: cancel.Token).GetAsyncEnumerator();
            Assert.True(await scores.MoveNextAsync());
            var next = scores.MoveNextAsync().AsTask();
            var clock = Stopwatch.StartNew();
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
            best = clock.Elapsed < best ? clock.Elapsed : best;
        }

        Assert.InRange(best.TotalMilliseconds, 0, 50);
    }

    [Fact]
    public async Task Cancellation_flows_between_rows_also_where_the_source_does_not_look()
    {
        using var cancel = new CancellationTokenSource();
        var seen = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Flat(new Slow(rows: 1_000_000)).ScorePortfolioAsync(Tenant.AsOf).WithCancellation(cancel.Token))
            {
                if (++seen == 5)
                {
                    await cancel.CancelAsync();
                }
            }
        });
        Assert.Equal(5, seen);
    }

    [Fact]
    public async Task Cancelled_before_it_begins_nothing_is_read()
    {
        var source = new Slow(rows: 3);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Flat(source).ScoreAsync("0", Tenant.AsOf, new(canceled: true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Flat(source).ScorePortfolioAsync(Tenant.AsOf, cancellationToken: new(canceled: true)).GetAsyncEnumerator().MoveNextAsync());
        Assert.Equal(0, source.Given);
    }

    private static IHealthScorer Flat(IRowSource<Tenant> source) => TenantHost.Scorer(source, cs => cs.AddHealthStrategy("default", _ => HealthResult.Of(50)));

    private sealed class Told(List<ScoringProgress> told) : IProgress<ScoringProgress>
    {
        public void Report(ScoringProgress value) => told.Add(value);
    }

    private sealed class Slow(int rows, int failAt = -1, int blockAt = -1) : IRowSource<Tenant>
    {
        public int Given { get; private set; }

        public async IAsyncEnumerable<Tenant> ReadAsync(DateTimeOffset asOf, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var i = 0; i < rows; i++)
            {
                if (i == failAt)
                {
                    throw new IOException("the database is away");
                }

                if (i == blockAt)
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }

                Given++;
                yield return new Tenant(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        public ValueTask<Tenant?> FindAsync(string customerId, DateTimeOffset asOf, CancellationToken cancellationToken) => throw new IOException("the database is away");
    }
}
