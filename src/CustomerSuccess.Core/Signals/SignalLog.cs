using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CustomerSuccess.Signals;

/// <summary>
/// Signals in memory, in sorted columns per customer and name: a source good enough for a small host in production. Appending
/// in the order of happening is amortised constant time, late arrival included. Safe to use from several threads; what was
/// read once does not change under the reader. About 24 to 36 bytes a signal, and 20 more where ids are kept; ids are kept
/// as fingerprints, so that signals read back carry none.
/// </summary>
public sealed class SignalLog : ISignalSource
{
    private readonly ConcurrentDictionary<string, CustomerSignals> _customers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SignalCoverage> _coverage = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Customer, string Signal), SignalDefect> _conflicts = new();
    private readonly SharedTexts _names = new();
    private readonly SharedTexts _products = new();
    private readonly KnownIds? _ids;
    private MeasureCache _measures;
    private CustomerSignals[] _inOrder = [];
    private long _version;

    /// <summary>A log without signals.</summary>
    /// <param name="keepIds">Whether a signal with a known id is left out. Without it ids mean nothing and the same signal twice counts twice.</param>
    public SignalLog(bool keepIds = true)
    {
        _ids = keepIds ? new() : null;
        _measures = new(CoverageOf);
    }

    /// <summary>The customers that have signals, in ordinal order.</summary>
    public IReadOnlyList<string> CustomerIds => Array.AsReadOnly(Array.ConvertAll(Customers, c => c.CustomerId));

    /// <summary>How many signals there are.</summary>
    public long Count => _customers.Values.Sum(c => c.Count());

    /// <summary>The signals that were left out because their id was known with another content, by customer and name.</summary>
    public IReadOnlyList<SignalDefect> Conflicts =>
        [.. _conflicts.Values.OrderBy(c => c.CustomerId, StringComparer.Ordinal).ThenBy(c => c.Signal, StringComparer.Ordinal)];

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
        var receipt = signal.Id is { } id && _ids is not null ? _ids.Note(id, signal) : SignalReceipt.Accepted;
        if (receipt == SignalReceipt.Accepted)
        {
            _customers.GetOrAdd(signal.CustomerId, static (c, log) => new(c, log._names, log._products), this).Add(signal);
            Interlocked.Increment(ref _version);
        }
        else if (receipt == SignalReceipt.Conflict)
        {
            _conflicts.AddOrUpdate((signal.CustomerId, signal.Name), _ => Conflict(signal, null), (_, before) => Conflict(signal, before));
        }

        return receipt;
    }

    /// <summary>Appends signals one after another and tells how many were accepted. An exception of the sequence leaves those before it in the log.</summary>
    public long AppendAll(IEnumerable<Signal> signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        return signals.LongCount(s => Append(s) == SignalReceipt.Accepted);
    }

    /// <summary>States from when and through when the log is complete for a signal. Unless stated: for ever back, through the instant at which it is known.</summary>
    public SignalLog Covers(string signal, SignalCoverage coverage)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(signal);
        ArgumentNullException.ThrowIfNull(coverage);
        _coverage[signal] = coverage;
        Volatile.Write(ref _measures, new(CoverageOf));
        Interlocked.Increment(ref _version);
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
        return ValueTask.FromResult(CoverageOf(signal));
    }

    internal SignalCoverage CoverageOf(string signal) => _coverage.TryGetValue(signal, out var stated) ? stated : SignalCoverage.Complete;

    internal NamedSeries[] Views(string customerId) => _customers.TryGetValue(customerId, out var customer) ? customer.Views() : [];

    internal CustomerSignals? Find(string customerId) => _customers.GetValueOrDefault(customerId);

    internal SignalDefect[] ConflictsOf(string customerId) =>
        _conflicts.IsEmpty ? [] : [.. Conflicts.Where(c => string.Equals(c.CustomerId, customerId, StringComparison.Ordinal))];

    private static SignalDefect Conflict(Signal signal, SignalDefect? before) => new()
    {
        Kind = SignalDefectKind.Conflict,
        CustomerId = signal.CustomerId,
        Signal = signal.Name,
        Count = (before?.Count ?? 0) + 1,
        First = before is not null && before.First < signal.OccurredAt ? before.First : signal.OccurredAt,
    };

    private static Signal SignalOf(string customer, string name, in SignalEntry entry, OriginView people) => new(customer, name, new(entry.Occurred, TimeSpan.Zero))
    {
        RecordedAt = new(entry.Recorded, TimeSpan.Zero),
        Value = double.IsNaN(entry.Value) ? null : entry.Value,
        Actor = people[entry.Origin].Actor,
        Product = people[entry.Origin].Product,
        Provenance = people[entry.Origin].Provenance,
    };
}
