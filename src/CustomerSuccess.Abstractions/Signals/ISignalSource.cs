namespace CustomerSuccess.Signals;

/// <summary>
/// The host's signals. Implementations may be called from several threads at once, honour cancellation, and throw on
/// failure: a source that cannot answer must not answer less, for what is missing would be read as not having happened.
/// </summary>
public interface ISignalSource
{
    /// <summary>
    /// Every signal that the query asks for, in any order. It may give more: other names, instants and customers are left
    /// out by the engine. Of signals with one id and different contents the one given first stays, the others are left out
    /// and reported: where that can happen, give the first that was recorded first, always.
    /// </summary>
    IAsyncEnumerable<Signal> ReadAsync(SignalQuery query, CancellationToken cancellationToken);

    /// <summary>From when and through when the source is complete for a signal. A signal that the source knows nothing of is not complete: throw, or give a time that is empty.</summary>
    ValueTask<SignalCoverage> CoverageAsync(string signal, CancellationToken cancellationToken);
}
