namespace CustomerSuccess.SuccessPlans;

/// <summary>What milestones and accountabilities have in common: a day, prerequisites, and evidence. Immutable.</summary>
public abstract record PlanItem
{
    private readonly IReadOnlyList<string> _after = [];
    private static readonly IReadOnlyList<EvidenceKind> Anything = Array.AsReadOnly([EvidenceKind.Event, EvidenceKind.Attestation, EvidenceKind.Document]);
    private readonly IReadOnlyList<EvidenceKind>? _accepts;

    private protected PlanItem()
    {
    }

    /// <summary>The id, compared ordinally; milestones and accountabilities of a plan share one set of ids.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called; the id unless stated.</summary>
    public string Title { get => field ?? Id; init; }

    /// <summary>When it is expected, in days since the plan's start, 0 or more.</summary>
    public required int DueDay { get; init; }

    /// <summary>From when it can be worked on where nothing comes before it, in days since the plan's start, up to the due day; 0 unless stated.</summary>
    public int StartDay { get; init; }

    /// <summary>The milestones and accountabilities that come before it. Its own due day is not before theirs.</summary>
    public IReadOnlyList<string> After
    {
        get => _after;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _after = Array.AsReadOnly([.. value]);
        }
    }

    /// <summary>A condition over the customer's facts that completes it; null where none does.</summary>
    public FactCondition? Evidence { get; init; }

    /// <summary>What recorded evidence completes it, beside its condition. Unless stated: any where it has neither condition nor objective, otherwise none.</summary>
    public IReadOnlyList<EvidenceKind> Accepts
    {
        get => _accepts ?? (IsMeasured ? [] : Anything);
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _accepts = Array.AsReadOnly([.. value.Distinct().Order()]);
        }
    }

    /// <summary>Whether the recorded evidence that completes it is what would be taken if nothing were stated.</summary>
    internal bool AcceptsWhatIsUsual => _accepts is null || _accepts.SequenceEqual(IsMeasured ? [] : Anything);

    /// <summary>Whether the engine itself sees when it is completed.</summary>
    private protected virtual bool IsMeasured => Evidence is not null;

    /// <summary>Whether it stays completed for good or only while its condition holds; for good unless stated.</summary>
    public EvidenceMode Mode { get; init; }

    /// <summary>The dimension that it belongs to (People, Product, Services, Quality, or one of the host's own), which steps share with blockers; null for none.</summary>
    public string? Dimension { get; init; }

    /// <inheritdoc />
    public sealed override string ToString() => Title == Id ? Id : $"{Id}: {Title}";
}
