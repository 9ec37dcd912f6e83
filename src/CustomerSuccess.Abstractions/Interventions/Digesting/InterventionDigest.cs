using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>
/// What happened in a time at the customers of one customer success manager, and what waits for them: one message where there would have been many.
/// What became known in the time counts, also where it takes effect before; no two digests in a row repeat or lose anything. Immutable.
/// </summary>
public sealed class InterventionDigest
{
    /// <summary>Whose customers; null for those whom nobody owns, or of whom that is not known.</summary>
    public required string? OwnerId { get; init; }

    /// <summary>From when, inclusive, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when, exclusive, UTC.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The touches by people that wait to be done at the end, the gravest first, then by due, customer and key.</summary>
    public required IReadOnlyList<DigestEntry> Waiting { get; init; }

    /// <summary>The cases that were opened; those that came to nothing at once too.</summary>
    public required IReadOnlyList<DigestEntry> Opened { get; init; }

    /// <summary>The touches that were sent or done.</summary>
    public required IReadOnlyList<DigestEntry> Sent { get; init; }

    /// <summary>The touches that were answered.</summary>
    public required IReadOnlyList<DigestEntry> Answered { get; init; }

    /// <summary>The cases that ended.</summary>
    public required IReadOnlyList<DigestEntry> Closed { get; init; }

    /// <summary>What was held back: touches, each once for a reason, and occurrences that opened no case.</summary>
    public required IReadOnlyList<DigestEntry> HeldBack { get; init; }

    /// <summary>Whether there is nothing to say.</summary>
    public bool IsEmpty => Waiting.Count + Opened.Count + Sent.Count + Answered.Count + Closed.Count + HeldBack.Count == 0;

    /// <summary>One line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{OwnerId ?? "nobody"}: {Waiting.Count} waiting, {Opened.Count} opened, {Sent.Count} sent, {Answered.Count} answered, {Closed.Count} closed, {HeldBack.Count} held back");

    /// <summary>As Markdown; whatever ids and reasons hold is shown as it is, and is no mark, no link and no HTML.</summary>
    public string ToMarkdown() => DigestMarkdown.Of(this);
}

/// <summary>One entry of a digest. Immutable.</summary>
public sealed class DigestEntry
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The case; of what opened none, the one that it would have been.</summary>
    public required CaseKey Case { get; init; }

    /// <summary>The touch; null where it is about none.</summary>
    public TouchKey? Touch { get; init; }

    /// <summary>As of when it holds, UTC; of what waits its due.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How grave the case is; null where none was opened.</summary>
    public CaseSeverity? Severity { get; init; }

    /// <summary>Why it was held back; null where it was not.</summary>
    public SuppressionReason? Reason { get; init; }

    /// <summary>How the case ended; null where it did not.</summary>
    public CaseOutcome? Outcome { get; init; }

    /// <summary>What, in words.</summary>
    public required string What { get; init; }

    /// <summary><c>acme, no login: email to ann (2026-03-09)</c>.</summary>
    public override string ToString() => $"{CustomerId}, {Case.Rule}: {What} ({NumberText.Instant(At)})";
}
