using CustomerSuccess.Signals;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Signals;

public sealed class SignalLogConcurrencyTests
{
    private const int Writers = 4;
    private const int Each = 4_000;

    private static readonly DateTimeOffset Start = At("2026-01-01");
    private static readonly SignalMeasure[] Measures =
    [
        SignalMeasure.Count("login"), SignalMeasure.Sum("login"), SignalMeasure.DistinctActors("login"), SignalMeasure.Slope("login"),
        SignalMeasure.Count("login").By("writer 1"), SignalMeasure.ActiveDays("login", TimeZoneInfo.Utc),
    ];

    [Fact]
    public async Task Of_several_writers_nothing_is_lost_and_what_a_reader_holds_does_not_change_under_it()
    {
        var log = new SignalLog();
        var asOf = Start.AddDays(100_000);
        var writers = Enumerable.Range(0, Writers).Select(w => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                // Two of the writers go back in time: their signals are merged.
                log.Append(new("acme", "login", Start.AddHours(w % 2 == 0 ? i : -i)) { Value = 1, Actor = $"writer {w}", RecordedAt = Start.AddHours(i), Id = $"{w}/{i}" });
            }
        })).ToArray();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var most = 0d;
            while (!Task.WhenAll(writers).IsCompleted)
            {
                var facts = log.Facts("acme", asOf).Signals;
                var first = Array.ConvertAll(Measures, m => facts.Read(m));
                Assert.True(first[0].Value >= most, "A later reader sees no less.");
                most = first[0].Value;
                Assert.Equal(most, first[1].Value);
                for (var again = 0; again < 3; again++)
                {
                    Assert.All(Measures.Zip(first), p => Assert.Equal(p.Second.OrElse(-1), facts.Read(p.First).OrElse(-1)));
                }
            }
        })).ToArray();
        await Task.WhenAll([.. writers, .. readers]);

        var all = log.Facts("acme", asOf).Signals;
        Assert.Equal(Writers * Each, log.Count);
        Assert.Equal(Writers * Each, all.Read(Measures[1]).Value);
        Assert.Equal(Writers, all.Read(Measures[2]).Value);
        Assert.Equal(Each, all.Read(Measures[4]).Value);
    }

    [Fact]
    public async Task Of_several_threads_that_deliver_the_same_each_signal_is_accepted_once()
    {
        var log = new SignalLog();
        var accepted = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() =>
            log.AppendAll(Enumerable.Range(0, Each).Select(i => new Signal($"c{i % 7}", "login", Start.AddHours(i)) { Id = $"{i}" })))));

        Assert.Equal(Each, accepted.Sum());
        Assert.Equal(Each, log.Count);
        Assert.Empty(log.Conflicts);
    }

    [Fact]
    public async Task A_table_moves_on_while_the_log_is_written_to_and_ends_with_all_of_it()
    {
        var log = new SignalLog();
        log.Append(new("c0", "login", Start));
        var table = new SignalTable(log, ("logins", SignalMeasure.Count("login")));
        var writer = Task.Run(() => log.AppendAll(Enumerable.Range(1, Each).Select(i => new Signal($"c{i % 50}", "login", Start.AddMinutes(i)))));
        for (var day = 0; !writer.IsCompleted; day++)
        {
            table.MoveTo(Start.AddDays(1 + (day % 10)));
        }

        await writer;
        table.MoveTo(Start.AddDays(100));
        Assert.Equal(Each + 1, table["logins"].ToArray().Sum());
    }
}
