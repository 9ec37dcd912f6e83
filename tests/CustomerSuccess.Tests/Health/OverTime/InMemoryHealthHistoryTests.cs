using CustomerSuccess.Health;
using static CustomerSuccess.Tests.Health.OverTime.Usage;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class InMemoryHealthHistoryTests
{
    private readonly InMemoryHealthHistory _history = new();

    [Fact]
    public async Task Scores_of_one_customer_come_by_as_of_then_known_at_then_strategy()
    {
        await Append(Score(3), Score(1), Score(2, known: 9), Score(2), Score(2, strategy: "b"), Score(2, strategy: "a"), Score(2, customer: "globex"));

        Assert.Equal(["1 1 usage", "2 2 a", "2 2 b", "2 2 usage", "2 9 usage", "3 3 usage"], (await Read("acme")).Select(Words));
        Assert.Single(await Read("globex"));
        Assert.Empty(await Read("nobody"));
    }

    [Fact]
    public async Task The_same_score_twice_is_one_in_one_batch_or_in_two()
    {
        await Append(Score(1), Score(1));
        await Append(Score(1), Score(2));

        Assert.Equal(2, (await Read("acme")).Count);
    }

    [Fact]
    public async Task Another_content_under_the_same_instants_is_refused_and_nothing_of_its_batch_is_added()
    {
        await Append(Score(1));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Append(Score(5), Score(1) with { Value = 7 }, Score(6)));

        Assert.StartsWith("The score of 'acme' by 'usage' as of 2025-01-02, known at 2025-01-02, is recorded already and is another.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["1 1 usage"], (await Read("acme")).Select(Words));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Append(Score(2), Score(2) with { Band = "Red" }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Append(Score(3), Score(1) with { Coverage = 0.5 }));
        Assert.Equal([50], (await Read("acme")).Select(s => s.Value));
    }

    [Fact]
    public async Task What_was_found_later_another_configuration_and_a_frozen_score_stand_beside_it()
    {
        await Append(Score(1), Score(1, known: 2) with { Value = 7 }, Score(1) with { ConfigurationHash = "other", Value = 8 }, Score(1) with { FrozenAt = Start.AddDays(1) });

        Assert.Equal(4, (await Read("acme")).Count);
    }

    [Fact]
    public async Task Nothing_that_is_done_to_a_score_before_or_after_changes_what_was_recorded()
    {
        var lines = new List<ScoreLine> { new() { Name = "usage", Group = "", Kind = ScoreLineKind.Measure, Points = 50 } };
        await Append(Score(1) with { Lines = lines });
        lines.Clear();
        var read = Assert.Single(await Read("acme"));
        Assert.Equal("usage", Assert.Single(read.Lines).Name);
        (read.Lines as IList<ScoreLine>)![0] = new() { Name = "forged", Group = "", Kind = ScoreLineKind.Measure, Points = 99 };

        Assert.Equal("usage", Assert.Single(Assert.Single(await Read("acme")).Lines).Name);
    }

    [Fact]
    public async Task What_is_being_read_does_not_change_under_the_reader()
    {
        await Append(Score(1), Score(2));
        await using var reading = _history.ReadAsync("acme", default).GetAsyncEnumerator();
        Assert.True(await reading.MoveNextAsync());
        await Append(Score(3));

        Assert.True(await reading.MoveNextAsync());
        Assert.False(await reading.MoveNextAsync());
    }

    [Fact]
    public async Task Many_threads_may_record_and_read_at_once_and_of_two_that_contradict_each_other_one_wins()
    {
        var refused = 0;
        await Parallel.ForAsync(0, 400, async (i, cancellationToken) =>
        {
            try
            {
                // Each instant is recorded by four, two of which say something else.
                await _history.AppendAsync([Score(i / 4) with { Value = i % 2 }, Score((i / 4) + 1000) with { Value = i % 2 }], cancellationToken);
            }
            catch (InvalidOperationException)
            {
                Interlocked.Increment(ref refused);
            }

            await All(_history.ReadAsync("acme", cancellationToken));
        });

        var kept = await Read("acme");
        Assert.Equal(200, refused);
        Assert.Equal(200, kept.Count);
        Assert.All(kept.Take(100).Zip(kept.Skip(100)), p => Assert.Equal(p.First.Value, p.Second.Value));
    }

    [Fact]
    public async Task A_score_of_nobody_is_refused_and_a_cancelled_call_records_nothing()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Append(Score(1), Score(2) with { CustomerId = null }));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Append(Score(1), null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await _history.AppendAsync(null!, default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _history.AppendAsync([Score(1)], new(canceled: true)));
        Assert.Empty(await Read("acme"));

        await Append(Score(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => All(_history.ReadAsync("acme", new(canceled: true))));
        await Assert.ThrowsAsync<ArgumentException>(() => All(_history.ReadAsync(" ", default)));
    }

    private static HealthScoreSnapshot Score(double day, double? known = null, string strategy = "usage", string customer = "acme") => new()
    {
        CustomerId = customer,
        Strategy = strategy,
        State = HealthScoreState.Scored,
        Value = 50,
        Coverage = 1,
        AsOf = Start.AddDays(day),
        KnownAt = Start.AddDays(known ?? day),
        ConfigurationHash = "hash",
        Reproducible = true,
        EngineSemantics = 1,
        Lines = [],
        Exceptions = [],
    };

    private static string Words(HealthScoreSnapshot s) => FormattableString.Invariant($"{(s.AsOf - Start).TotalDays} {(s.KnownAt - Start).TotalDays} {s.Strategy}");

    private Task Append(params HealthScoreSnapshot[] scores) => _history.AppendAsync(scores, default).AsTask();

    private Task<List<HealthScoreSnapshot>> Read(string customer) => All(_history.ReadAsync(customer, default));
}
