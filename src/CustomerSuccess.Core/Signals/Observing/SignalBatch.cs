namespace CustomerSuccess.Signals;

/// <summary>The signals of some customers as they were read: views of a log, or what a host's source gave.</summary>
internal sealed class SignalBatch
{
    private readonly SignalLog _log;

    private SignalBatch(SignalLog log, MeasureCache measures) => (_log, Measures) = (log, measures);

    /// <summary>Measures against the coverage of the source.</summary>
    public MeasureCache Measures { get; }

    public NamedSeries[] Views(string customerId) => _log.Views(customerId);

    public SignalDefect[] Conflicts(string customerId) => _log.ConflictsOf(customerId);

    /// <summary>Reads the signals of some customers.</summary>
    /// <param name="source">The source. A log in memory is looked at, not copied.</param>
    /// <param name="names">The signals to ask for.</param>
    /// <param name="query">Of whom, and when.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async ValueTask<SignalBatch> ReadAsync(ISignalSource source, IReadOnlyList<string> names, FactQuery query, CancellationToken cancellationToken)
    {
        if (source is SignalLog log)
        {
            return new(log, log.Measures);
        }

        var coverage = new Dictionary<string, SignalCoverage>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            coverage[name] = await source.CoverageAsync(name, cancellationToken).ConfigureAwait(false);
        }

        var (read, asked) = (new SignalLog(), query.CustomerIds.ToHashSet(StringComparer.Ordinal));
        var signals = source.ReadAsync(new() { CustomerIds = query.CustomerIds, Names = names, AsOf = query.AsOf, KnownAt = query.KnownAt }, cancellationToken);
        await foreach (var signal in signals.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (signal is null)
            {
                throw new InvalidOperationException("The source of signals gave a signal that is null.");
            }

            // Ids are unique in a source, not in one customer: what was not asked for is not noted either.
            if (asked.Contains(signal.CustomerId) && coverage.ContainsKey(signal.Name))
            {
                read.Append(signal);
            }
        }

        return new(read, new(name => coverage.TryGetValue(name, out var stated) ? stated : NotAsked));
    }

    // Nothing may be concluded of a signal that the source was not asked for.
    private static SignalCoverage NotAsked { get; } = new() { Through = DateTimeOffset.MinValue };
}
