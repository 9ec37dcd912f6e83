namespace CustomerSuccess.Signals;

/// <summary>The signals of some customers as they were read: views of a log, or what a host's source gave.</summary>
internal sealed class SignalBatch
{
    private readonly SignalLog _log;

    private SignalBatch(SignalLog log, MeasureCache measures) => (_log, Measures) = (log, measures);

    /// <summary>Measures against the coverage of the source.</summary>
    public MeasureCache Measures { get; }

    public NamedSeries[] Views(string customerId) => _log.Views(customerId);

    public SignalConflict[] Conflicts(string customerId) => _log.ConflictsOf(customerId);

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

        var coverage = CoverageMap.Nothing;
        foreach (var name in names)
        {
            coverage = coverage.With(name, await source.CoverageAsync(name, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"The source of signals gave no coverage of '{name}'. Give SignalCoverage.Complete where it is complete."));
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
            if (asked.Contains(signal.CustomerId) && coverage.States(signal.Name))
            {
                read.Append(signal);
            }
        }

        return new(read, new(coverage));
    }
}
