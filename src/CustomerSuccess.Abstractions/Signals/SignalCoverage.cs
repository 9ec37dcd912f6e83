using System.Globalization;

namespace CustomerSuccess.Signals;

/// <summary>
/// From when and through when a source is complete for one signal: what did not happen in that time is known not to have
/// happened. Immutable.
/// </summary>
public sealed record SignalCoverage
{
    private readonly DateTimeOffset? _from;
    private readonly DateTimeOffset? _through;
    private readonly TimeSpan _delay;

    /// <summary>For ever back, and through the instant at which it is known.</summary>
    public static SignalCoverage Complete { get; } = new();

    /// <summary>The first instant of the complete time, UTC; null for ever back.</summary>
    public DateTimeOffset? From { get => _from; init => _from = value?.ToUniversalTime(); }

    /// <summary>The last instant of the complete time, UTC; null for "through the instant at which it is known".</summary>
    public DateTimeOffset? Through { get => _through; init => _through = value?.ToUniversalTime(); }

    /// <summary>How long after it happened a signal may still arrive, 0 or more: as known at k the source is complete through k − delay.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan Delay
    {
        get => _delay;
        init => _delay = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A delay is 0 or more.");
    }

    /// <summary>The last instant through which the source is complete, as known at an instant.</summary>
    public DateTimeOffset ThroughAsKnownAt(DateTimeOffset knownAt)
    {
        var known = knownAt.ToUniversalTime();
        var through = known - DateTimeOffset.MinValue > _delay ? known - _delay : DateTimeOffset.MinValue;
        return _through is { } stated && stated < through ? stated : through;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"complete from {(_from is { } from ? $"{from:yyyy-MM-dd}" : "ever")} through {(_through is { } through ? $"{through:yyyy-MM-dd}" : "the instant at which it is known")}{(_delay > TimeSpan.Zero ? $" less {_delay}" : "")}");
}
