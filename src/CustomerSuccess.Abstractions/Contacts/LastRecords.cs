namespace CustomerSuccess.Contacts;

/// <summary>Of each interaction, issue and ask the record that was recorded last, as known at an instant. Immutable and safe to share between threads.</summary>
internal sealed class LastRecords(ContactRecords records, DateTimeOffset knownAt)
{
    private readonly Lazy<Interaction[]?> _interactions = new(() => records.Interactions is { } all ? [.. Recorded.Last(all, i => i.Id, knownAt, i => i.OccurredAt).OrderBy(i => i.OccurredAt)] : null);
    private readonly Lazy<Issue[]?> _issues = new(() => records.Issues is { } all ? Recorded.Last(all, i => i.Id, knownAt, i => i.Furthest) : null);
    private readonly Lazy<AdvocacyAsk[]?> _asks = new(() => records.Asks is { } all ? Recorded.Last(all, a => a.Id, knownAt, a => a.OutcomeAt ?? a.AskedAt) : null);

    public DateTimeOffset KnownAt => knownAt;

    /// <summary>By when they happened, then by id; null where the host gives none.</summary>
    public Interaction[]? Interactions => _interactions.Value;

    /// <summary>By id; null where the host gives none.</summary>
    public Issue[]? Issues => _issues.Value;

    /// <summary>By id; null where the host gives none.</summary>
    public AdvocacyAsk[]? Asks => _asks.Value;
}
