namespace CustomerSuccess;

/// <summary>
/// Which facts are asked for. A source gives every fact of these customers that is visible within; it may give more, and the
/// engine leaves out what it may not see. Immutable.
/// </summary>
public sealed class FactQuery
{
    private readonly DateTimeOffset? _knownAt;

    /// <summary>The customers, each once; at most some thousands at a time.</summary>
    public required IReadOnlyList<string> CustomerIds { get; init; }

    /// <summary>Nothing that takes effect after this instant is needed.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Nothing that was recorded after this instant is needed; <see cref="AsOf"/> unless stated.</summary>
    public DateTimeOffset KnownAt { get => _knownAt ?? AsOf; init => _knownAt = value; }
}
