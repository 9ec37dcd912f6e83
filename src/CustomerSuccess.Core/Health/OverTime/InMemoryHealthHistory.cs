using System.Runtime.CompilerServices;

namespace CustomerSuccess.Health;

/// <summary>
/// Scores in memory. Entries are only ever added, and kept as text, so that nothing that is done to a score before or after
/// changes them. Safe to use from several threads; what was read does not change. Memory is that of the texts: some kilobytes
/// each, for they carry their lines.
/// </summary>
public sealed class InMemoryHealthHistory : IHealthHistory
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SortedDictionary<HistoryKey, string>> _byCustomer = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public ValueTask AppendAsync(IReadOnlyList<HealthScoreSnapshot> scores, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scores);
        cancellationToken.ThrowIfCancellationRequested();
        (string Customer, HistoryKey Key, string Json)[] entries = [.. scores.Select(Entry)];
        lock (_lock)
        {
            var batch = new Dictionary<(string, HistoryKey), string>();
            foreach (var (customer, key, json) in entries)
            {
                var before = _byCustomer.TryGetValue(customer, out var own) && own.TryGetValue(key, out var known) ? known : json;
                if (before != json || (!batch.TryAdd((customer, key), json) && batch[(customer, key)] != json))
                {
                    throw Conflict(customer, key);
                }
            }

            foreach (var (customer, key, json) in entries)
            {
                if (!_byCustomer.TryGetValue(customer, out var own))
                {
                    _byCustomer[customer] = own = [];
                }

                own.TryAdd(key, json);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<HealthScoreSnapshot> ReadAsync(string customerId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        string[] scores;
        lock (_lock)
        {
            scores = _byCustomer.TryGetValue(customerId, out var own) ? [.. own.Values] : [];
        }

        foreach (var score in scores)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return HealthScoreSnapshot.FromJson(score);
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static (string, HistoryKey, string) Entry(HealthScoreSnapshot score)
    {
        ArgumentNullException.ThrowIfNull(score);
        if (string.IsNullOrWhiteSpace(score.CustomerId))
        {
            throw new ArgumentException($"A score of '{score.Strategy}' as of {NumberText.Instant(score.AsOf)} has no customer: history is kept by customer.", nameof(score));
        }

        return (score.CustomerId, new(score.AsOf, score.KnownAt, score.Strategy, score.ConfigurationHash, score.FrozenAt ?? DateTimeOffset.MinValue), score.ToJson());
    }

    private static InvalidOperationException Conflict(string customer, HistoryKey key) => new(
        $"The score of '{customer}' by '{key.Strategy}' as of {NumberText.Instant(key.AsOf)}, known at {NumberText.Instant(key.KnownAt)}, is recorded already and is another. History is immutable: record what you found later under the instant at which you knew it.");

    private readonly record struct HistoryKey(DateTimeOffset AsOf, DateTimeOffset KnownAt, string Strategy, string Hash, DateTimeOffset FrozenAt) : IComparable<HistoryKey>
    {
        public int CompareTo(HistoryKey other)
        {
            var order = AsOf.CompareTo(other.AsOf);
            order = order != 0 ? order : KnownAt.CompareTo(other.KnownAt);
            order = order != 0 ? order : string.CompareOrdinal(Strategy, other.Strategy);
            order = order != 0 ? order : string.CompareOrdinal(Hash, other.Hash);
            return order != 0 ? order : FrozenAt.CompareTo(other.FrozenAt);
        }
    }
}
