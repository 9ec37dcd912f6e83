using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Health.OverTime.Usage;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class PortfolioCancellationTests
{
    private const int Customers = 12;

    private static readonly DateTimeOffset AsOf = Start.AddDays(9);

    [Fact]
    public async Task Cancelled_at_whatever_point_it_flows_out_and_nothing_is_left_reading()
    {
        // Every id, every reading and every score is a moment; the token is cancelled at each of them once.
        var moments = await Moments(cancelAt: int.MaxValue);
        Assert.True(moments >= Customers + (Customers / 2) + Customers, $"{moments} moments");
        for (var moment = 0; moment < moments; moment++)
        {
            await Moments(moment);
        }
    }

    [Fact]
    public async Task Cancelled_before_it_begins_nothing_is_read()
    {
        var source = new WatchedCustomers("a", "b");
        var health = PortfolioReaderTests.Health(source);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => All(health.ScorePortfolioAsync(AsOf, cancellationToken: cancelled)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await health.ScoreAsync("a", AsOf, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await health.FactsAsync("a", new(AsOf), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await health.TrendAsync("a", new(AsOf), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await health.SegmentChangesAsync("a", AsOf, AsOf, cancelled));
        Assert.Equal((0, 0), (source.Named, source.Readings.Count));
    }

    [Fact]
    public async Task While_a_source_waits_cancellation_reaches_it()
    {
        var (entered, source) = (new TaskCompletionSource(), default(WatchedCustomers));
        source = new WatchedCustomers("a", "b")
        {
            Reading = (_, token) =>
            {
                entered.TrySetResult();
                return Task.Delay(Timeout.Infinite, token);
            },
        };
        using var cancel = new CancellationTokenSource();
        var scoring = All(PortfolioReaderTests.Health(source, 1, 2).ScorePortfolioAsync(AsOf, cancellationToken: cancel.Token));
        await entered.Task;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scoring);
        Assert.Equal(0, source.Inside);
    }

    [Fact]
    public async Task A_caller_that_stops_early_ends_what_is_under_way_and_waits_for_it()
    {
        // The second reading ends only when it is told to, and takes its time.
        var told = false;
        var source = new WatchedCustomers(Enumerable.Range(0, 1000).Select(i => $"{i}"))
        {
            Reading = async (ids, token) =>
            {
                if (ids[0] == "0")
                {
                    return;
                }

                var end = new TaskCompletionSource();
                await using var registration = token.Register(() => end.SetResult());
                await end.Task;
                for (var i = 0; i < 500; i++)
                {
                    await Task.Yield();
                }

                told = true;
                token.ThrowIfCancellationRequested();
            },
        };

        await foreach (var score in PortfolioReaderTests.Health(source, 1, 2).ScorePortfolioAsync(AsOf))
        {
            Assert.Equal("0", score.CustomerId);
            while (source.Inside == 0)
            {
                await Task.Yield();
            }

            break;
        }

        Assert.Equal((0, true), (source.Inside, told));
        Assert.InRange(source.Named, 1, 5);
    }

    // Runs with the token cancelled at one of the moments; how many moments there were.
    private static async Task<int> Moments(int cancelAt)
    {
        using var cancel = new CancellationTokenSource();
        var passed = 0;
        void Pass()
        {
            if (Interlocked.Increment(ref passed) - 1 == cancelAt)
            {
                cancel.Cancel();
            }
        }

        var source = new WatchedCustomers(Enumerable.Range(0, Customers).Select(i => $"{i}"))
        {
            Naming = (_, _) => Task.Run(Pass, CancellationToken.None),
            Reading = (_, _) => Task.Run(Pass, CancellationToken.None),
        };
        var seen = 0;
        var scoring = Record.ExceptionAsync(async () =>
        {
            await foreach (var _ in PortfolioReaderTests.Health(source, 2, 3).ScorePortfolioAsync(AsOf, cancellationToken: cancel.Token))
            {
                seen++;
                Pass();
            }
        });

        var exception = await scoring;
        Claim.Holds(cancelAt < passed ? exception is OperationCanceledException : exception is null && seen == Customers, $"at {cancelAt} of {passed}: {exception}");
        Assert.Equal(0, source.Inside);
        return passed;
    }
}
