using System.Runtime.CompilerServices;

namespace CustomerSuccess.Health;

/// <summary>
/// Scores in memory. Entries are only ever added. Safe to use from several threads; what was read does not change. Memory is
/// that of the snapshots: some kilobytes each, for they carry their lines.
/// </summary>
public sealed class InMemoryHealthHistory : IHealthHistory
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SortedDictionary<HistoryKey, (HealthScoreSnapshot Score, string Json)>> _byCustomer = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public ValueTask AppendAsync(IReadOnlyList<HealthScoreSnapshot> scores, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scores);
        cancellationToken.ThrowIfCancellationRequested();
        (string Customer, HistoryKey Key, HealthScoreSnapshot Score, string Json)[] entries = [.. scores.Select(Entry)];
        lock (_lock)
        {
            var batch = new Dictionary<(string, HistoryKey), string>();
            foreach (var (customer, key, _, json) in entries)
            {
                if (!batch.TryAdd((customer, key), json) && batch[(customer, key)] != json)
                {
                    throw Conflict(customer, key);
                }

                if (_byCustomer.TryGetValue(customer, out var own) && own.TryGetValue(key, out var before) && before.Json != json)
                {
                    throw Conflict(customer, key);
                }
            }

            foreach (var (customer, key, score, json) in entries)
            {
                if (!_byCustomer.TryGetValue(customer, out var own))
                {
                    _byCustomer[customer] = own = [];
                }

                own.TryAdd(key, (score, json));
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<HealthScoreSnapshot> ReadAsync(string customerId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        HealthScoreSnapshot[] scores;
        lock (_lock)
        {
            scores = _byCustomer.TryGetValue(customerId, out var own) ? [.. own.Values.Select(v => v.Score)] : [];
        }

        foreach (var score in scores)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return score;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static (string, HistoryKey, HealthScoreSnapshot, string) Entry(HealthScoreSnapshot score)
    {
        ArgumentNullException.ThrowIfNull(score);
        if (string.IsNullOrWhiteSpace(score.CustomerId))
        {
            throw new ArgumentException($"A score of '{score.Strategy}' as of {NumberText.Instant(score.AsOf)} has no customer: history is kept by customer.", nameof(score));
        }

        return (score.CustomerId, new(score.AsOf, score.KnownAt, score.Strategy, score.ConfigurationHash), score, score.ToJson());
    }

    private static InvalidOperationException Conflict(string customer, HistoryKey key) => new(
        $"The score of '{customer}' by '{key.Strategy}' as of {NumberText.Instant(key.AsOf)}, known at {NumberText.Instant(key.KnownAt)}, is recorded already and is another. History is immutable: record what you found later under the instant at which you knew it.");

    private readonly record struct HistoryKey(DateTimeOffset AsOf, DateTimeOffset KnownAt, string Strategy, string Hash) : IComparable<HistoryKey>
    {
        public int CompareTo(HistoryKey other)
        {
            var order = AsOf.CompareTo(other.AsOf);
            order = order != 0 ? order : KnownAt.CompareTo(other.KnownAt);
            order = order != 0 ? order : string.CompareOrdinal(Strategy, other.Strategy);
            return order != 0 ? order : string.CompareOrdinal(Hash, other.Hash);
        }
    }
}
