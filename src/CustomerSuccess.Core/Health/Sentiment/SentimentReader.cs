using System.Globalization;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Health;

/// <summary>
/// Reads what people at the vendor say of their customers: signals whose actor is the rater and whose value is the rating. Kept
/// apart from computed health: it is shown beside it, and counts in a score only where a measure reads it. Immutable and safe to
/// use from several threads.
/// </summary>
public sealed class SentimentReader
{
    private readonly SignalMeasure _ever;
    private readonly SignalMeasure _recent;

    /// <summary>Says where ratings are read from.</summary>
    /// <param name="signal">The signal that holds them. Not empty.</param>
    /// <param name="options">Scale, expiry, hand-over, calibration; the defaults of <see cref="SentimentOptions"/> where null.</param>
    /// <exception cref="ArgumentException">The signal is empty, the scale of staleness reaches beyond the expiry, or a reference is of another signal.</exception>
    public SentimentReader(string signal, SentimentOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(signal);
        (Signal, Options, _ever) = (signal, options ?? new(), SignalMeasure.Latest(signal));
        if (Options.StaleAfter > Options.ExpiresAfter)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A rating of '{signal}' would be stale after {Options.StaleAfter.Value.TotalDays:0.##} days and has expired after {Options.ExpiresAfter.Value.TotalDays:0.##}. State an earlier StaleAfter or a later ExpiresAfter."), nameof(options));
        }

        if (Options.References.FirstOrDefault(r => r.Signal != signal) is { } other)
        {
            throw new ArgumentException($"A reference is of the ratings in '{other.Signal}', not of those in '{signal}'. Make one of this signal.", nameof(options));
        }

        // One tick more: what is exactly as old as is allowed still counts.
        _recent = Options.ExpiresAfter is { } expires ? _ever.InLast(expires + TimeSpan.FromTicks(1)) : _ever;
        Version = Hash();
        Source = new($"sentiment({Version})", [_ever, $"owner {Options.OwnerRole}"]);
    }

    /// <summary>The signal that holds the ratings.</summary>
    public string Signal { get; }

    /// <summary>How they are read.</summary>
    public SentimentOptions Options { get; }

    /// <summary>The content hash of what is declared, references included.</summary>
    public string Version { get; }

    internal ExpressionSources Source { get; }

    /// <summary>The sentiment of a customer, as of and as known at the instants of the facts.</summary>
    public SentimentReading Read(CustomerFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var recent = facts.Signals.LatestSignal(_recent);
        var last = recent.IsKnown ? recent : facts.Signals.LatestSignal(_ever);
        if (!last.IsKnown)
        {
            return new() { Scale = Options.Scale, Value = Reading.Unknown<double>(recent.Causes) };
        }

        var (rating, age) = (last.Value, facts.AsOf - last.Value.OccurredAt);
        var cause = WhyNot(facts, rating, age);
        var reference = cause is null ? Options.References.LastOrDefault(r => r.AsOf <= facts.AsOf && r.AsOf <= facts.KnownAt) : null;
        var calibrated = reference?.Calibrate(rating.Actor, rating.Value!.Value, Options.Scale);
        return new()
        {
            Scale = Options.Scale,
            Value = cause is null ? Reading.Known(calibrated ?? rating.Value!.Value) : Reading.Unknown<double>(cause),
            Rating = rating.Value,
            Calibrated = calibrated,
            Rater = rating.Actor,
            At = rating.OccurredAt,
            Age = age,
            IsStale = cause is null && age > Options.StaleAfter,
            ReferenceHash = reference?.Hash,
        };
    }

    /// <summary>The sentiment as a measure, on its scale.</summary>
    public Reading<double> Value(CustomerFacts facts) => Read(facts).Value;

    private UnknownCause? WhyNot(CustomerFacts facts, Signal rating, TimeSpan age) =>
        age > Options.ExpiresAfter ? new(Signal, UnknownKind.Expired, string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(age.TotalDays):0} days old"))
        : Options.RestartsOnHandOver && HandOver.After(facts, rating, Options.OwnerRole) is { } handOver ? new(Signal, UnknownKind.Stated, $"the customer was handed over on {NumberText.Instant(handOver.EffectiveAt)}, after the rating")
        : !Options.Scale.Holds(rating.Value!.Value) ? new(Signal, UnknownKind.OutOfRange, $"{NumberText.Of(rating.Value.Value)} is not on the scale of {Options.Scale}")
        : null;

    private string Hash() => CanonicalJson.Hash(new Dictionary<string, object?>
    {
        ["format"] = 1,
        ["signal"] = Signal,
        ["lowest"] = Options.Scale.Lowest,
        ["highest"] = Options.Scale.Highest,
        ["expiresAfter"] = Options.ExpiresAfter?.TotalDays,
        ["restartsOnHandOver"] = Options.RestartsOnHandOver ? Options.OwnerRole : null,
        ["references"] = Options.References.Count == 0 ? null : Options.References.Select(r => (object)r.Hash).ToList(),
    });
}
