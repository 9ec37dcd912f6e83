namespace CustomerSuccess.Contacts;

/// <summary>A contact who moved on. Immutable.</summary>
public sealed class ContactMover
{
    /// <summary>The contact.</summary>
    public required string ContactId { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset MovedAt { get; init; }

    /// <summary>Who takes the place; null for no successor.</summary>
    public required string? SuccessorId { get; init; }

    /// <summary>Whether the successor is a contact that is known and active.</summary>
    public required bool SuccessorIsActive { get; init; }

    /// <summary><c>c-1 moved on 2026-03-01, succeeded by c-2</c>.</summary>
    public override string ToString() =>
        $"{ContactId} moved on {NumberText.Instant(MovedAt)}, {(SuccessorId is null ? "no successor" : $"succeeded by {SuccessorId}{(SuccessorIsActive ? "" : ", who is not active")}")}";
}
