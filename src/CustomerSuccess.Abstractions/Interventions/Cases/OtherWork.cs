using CustomerSuccess.Contacts;

namespace CustomerSuccess.Interventions;

/// <summary>Work with a customer that no rule asked for. Immutable.</summary>
public sealed record OtherWork
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly InteractionCause? _cause;

    /// <summary>Creates a piece of work.</summary>
    /// <param name="id">The id, of one customer's work. Not empty.</param>
    /// <param name="at">When it was done.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public OtherWork(string id, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        (Id, At) = (id, at.ToUniversalTime());
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>When it was done, UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>When it became known; <see cref="At"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? At; init => _recordedAt = value == At ? null : value.ToUniversalTime(); }

    /// <summary>Why there was work; null where nothing says.</summary>
    /// <exception cref="ArgumentException">There is no such cause.</exception>
    public InteractionCause? Cause { get => _cause; init => _cause = value is { } known ? ContactText.Defined(known, "cause") : null; }

    /// <summary>Who asked for it: <c>customer</c>, <c>sales</c>, <c>product</c>, <c>support</c>; null where nothing says.</summary>
    public string? Direction { get; init; }

    /// <summary>Who did it; null where that is not known.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The customer's segment; null where that is not known.</summary>
    public string? Segment { get; init; }

    /// <summary>When step and due were recorded, of what was planned; null otherwise.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    /// <summary>Whether a checkable result was expected of it.</summary>
    public bool IsCheckable { get; init; }
}
