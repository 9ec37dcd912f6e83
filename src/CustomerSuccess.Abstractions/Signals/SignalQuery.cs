namespace CustomerSuccess.Signals;

/// <summary>Which signals are asked for. Immutable.</summary>
public sealed class SignalQuery
{
    private readonly DateTimeOffset? _knownAt;

    /// <summary>The customers, each once; at most some thousands at a time.</summary>
    public required IReadOnlyList<string> CustomerIds { get; init; }

    /// <summary>The names, each once; null for every name.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Nothing that happened at or before this instant is needed; null where everything is.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Nothing that happened after this instant is needed.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Nothing that was recorded after this instant is needed; <see cref="AsOf"/> unless stated.</summary>
    public DateTimeOffset KnownAt { get => _knownAt ?? AsOf; init => _knownAt = value; }
}
