using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CustomerSuccess.Signals;

/// <summary>
/// Signals in memory, in sorted columns per customer and name: a source good enough for a small host in production. Appending
/// in the order of happening is amortised constant time, late arrival included. Safe to use from several threads; what was
/// read once does not change under the reader. Memory: 8 bytes a signal, 8 more where values are given, 8 where some were
/// recorded late, 4 where actors or products are given, and 21 where ids are; an eighth is kept for what is to come. Beside
/// that some 300 bytes a customer and name, and some 150 for each combination of actor, product and cause a customer has:
/// with few signals a customer that is the larger part. Ids are kept as fingerprints, so that signals read back carry none.
/// </summary>
public sealed class SignalLog : ISignalSource
{
    private readonly ConcurrentDictionary<string, CustomerSignals> _customers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConflictLog> _conflicts = new(StringComparer.Ordinal);
    private readonly SharedTexts _names = new();
    private readonly SharedTexts _products = new();
    private readonly KnownIds? _ids;
    private readonly Lock _covering = new();
    private MeasureCache _measures = new(CoverageMap.Complete);
    private CustomerSignals[] _inOrder = [];
    private long _version;

    /// <summary>A log without signals.</summary>
    /// <param name="keepIds">Whether a signal with a known id is left out. Without it ids mean nothing and the same signal twice counts twice.</param>
    public SignalLog(bool keepIds = true) => _ids = keepIds ? new() : null;

    /// <summary>The customers that have signals, in ordinal order.</summary>
    public IReadOnlyList<string> CustomerIds => Array.AsReadOnly(Array.ConvertAll(Customers, c => c.CustomerId));

    /// <summary>How many signals there are.</summary>
    public long Count => _customers.Values.Sum(c => c.Count());

    /// <summary>The signals that were left out because their id was known with another content, by customer and name. The same one again counts once.</summary>
    public IReadOnlyList<SignalDefect> Conflicts =>
        [.. _conflicts.OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => SignalConflict.Counted(c.Key, c.Value.All, long.MaxValue, long.MaxValue))];

    internal int CustomerCount => _customers.Count;

    /// <summary>The customers in ordinal order of their ids. The array does not change.</summary>
    internal CustomerSignals[] Customers
    {
        get
        {
            var known = Volatile.Read(ref _inOrder);
            if (known.Length != _customers.Count)
            {
                // Customers are never removed: as many are the same.
                known = [.. _customers.Values.OrderBy(c => c.CustomerId, StringComparer.Ordinal)];
                Volatile.Write(ref _inOrder, known);
            }

            return known;
        }
    }

    internal MeasureCache Measures => Volatile.Read(ref _measures);

    /// <summary>Rises with every signal that is accepted.</summary>
    internal long Version => Interlocked.Read(ref _version);

    /// <summary>Appends a signal. A known id leaves the log as it is.</summary>
    public SignalReceipt Append(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var (receipt, isNew) = signal.Id is { } id && _ids is not null ? _ids.Note(id, signal) : (SignalReceipt.Accepted, true);
        if (receipt == SignalReceipt.Accepted)
        {
            _customers.GetOrAdd(signal.CustomerId, static (c, log) => new(c, log._names, log._products), this).Add(signal);
            Interlocked.Increment(ref _version);
        }
        else if (receipt == SignalReceipt.Conflict && isNew)
        {
            _conflicts.GetOrAdd(signal.CustomerId, static _ => new()).Add(signal);
        }

        return receipt;
    }

    /// <summary>Appends signals one after another and tells how many were accepted. An exception of the sequence leaves those before it in the log.</summary>
    public long AppendAll(IEnumerable<Signal> signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        return signals.LongCount(s => Append(s) == SignalReceipt.Accepted);
    }

    /// <summary>States from when and through when the log is complete for a signal. Unless stated: for ever back, through the instant at which it is known. Facts that were made before keep what was stated then.</summary>
    public SignalLog Covers(string signal, SignalCoverage coverage)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(signal);
        ArgumentNullException.ThrowIfNull(coverage);
        lock (_covering)
        {
            Volatile.Write(ref _measures, new(Measures.Coverage.With(signal, coverage)));
        }

        return this;
    }

    /// <summary>Gives back the room that is kept for signals to come: for logs that are read more than written.</summary>
    public void TrimExcess()
    {
        foreach (var customer in _customers.Values)
        {
            customer.Trim();
        }
    }

    /// <summary>The facts of one customer, signals only: for a host that has nothing else.</summary>
    /// <param name="customerId">The customer; one without signals has facts too.</param>
    /// <param name="asOf">The instant as of which.</param>
    /// <param name="knownAt">The instant at which they are known; <paramref name="asOf"/> unless stated.</param>
    public CustomerFacts Facts(string customerId, DateTimeOffset asOf, DateTimeOffset? knownAt = null)
    {
        var facts = new CustomerFacts(customerId, asOf, knownAt);
        return facts.With(new SeriesFacts(Views(customerId), null, Measures, ConflictsOf(customerId), facts));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Signal> ReadAsync(SignalQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        foreach (var customer in query.CustomerIds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (name, series) in Views(customer))
            {
                if (query.Names?.Contains(name) == false)
                {
                    continue;
                }

                var behind = series.FirstAfter(query.AsOf.UtcTicks);
                for (var i = query.After is { } after ? series.FirstAfter(after.UtcTicks) : 0; i < behind; i++)
                {
                    if (series.RecordedAt(i) <= query.KnownAt.UtcTicks)
                    {
                        yield return SignalOf(customer, name, series[i], series.People);
                    }
                }
            }
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc />
    public ValueTask<SignalCoverage> CoverageAsync(string signal, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(signal);
        return ValueTask.FromResult(Measures.Coverage[signal]);
    }

    internal NamedSeries[] Views(string customerId) => _customers.TryGetValue(customerId, out var customer) ? customer.Views() : [];

    internal CustomerSignals? Find(string customerId) => _customers.GetValueOrDefault(customerId);

    internal SignalConflict[] ConflictsOf(string customerId) => _conflicts.TryGetValue(customerId, out var conflicts) ? conflicts.All : [];

    internal static Signal SignalOf(string customer, string name, in SignalEntry entry, OriginView people) => new(customer, name, new(entry.Occurred, TimeSpan.Zero))
    {
        RecordedAt = new(entry.Recorded, TimeSpan.Zero),
        Value = double.IsNaN(entry.Value) ? null : entry.Value,
        Actor = people[entry.Origin].Actor,
        Product = people[entry.Origin].Product,
        Provenance = people[entry.Origin].Provenance,
    };
}
