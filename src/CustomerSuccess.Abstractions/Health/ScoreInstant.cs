namespace CustomerSuccess.Health;

/// <summary>As of when, and as known at when, to score. Immutable.</summary>
public sealed record ScoreInstant
{
    private readonly DateTimeOffset? _knownAt;

    /// <summary>As of an instant, as known at that instant.</summary>
    public ScoreInstant(DateTimeOffset asOf) => AsOf = asOf.ToUniversalTime();

    /// <summary>As of an instant, as known at another: after it, history is scored again with what arrived late; before it, with less.</summary>
    public ScoreInstant(DateTimeOffset asOf, DateTimeOffset knownAt)
        : this(asOf) => _knownAt = knownAt == asOf ? null : knownAt.ToUniversalTime();

    /// <summary>The instant as of which, UTC.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>The instant at which it is known, UTC.</summary>
    public DateTimeOffset KnownAt => _knownAt ?? AsOf;

    /// <summary>The instant at which what held at an earlier instant was known: then, or, where history is scored again, now.</summary>
    public DateTimeOffset KnownAtOf(DateTimeOffset earlier) => KnownAt > AsOf || earlier > KnownAt ? KnownAt : earlier;
}
