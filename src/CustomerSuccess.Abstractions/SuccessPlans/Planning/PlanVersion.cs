namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// A version of a plan as it is kept: which model customer it was made from, by name and content hash, when it starts in which
/// time zone, and what is different for this customer. Later versions replace earlier ones from <see cref="EffectiveAt"/> on; none
/// is ever changed. It holds no expressions but texts of them: a store can keep it, and the template's hash finds the template.
/// Immutable.
/// </summary>
public sealed record PlanVersion : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly IReadOnlyList<PlanChange> _changes = [];

    /// <summary>Creates a version.</summary>
    /// <param name="planId">The plan, compared ordinally; versions of one plan share it. Not empty.</param>
    /// <param name="holder">Whose plan it is.</param>
    /// <param name="effectiveAt">From when it is in force.</param>
    /// <exception cref="ArgumentException">The id is empty, or no valid Unicode.</exception>
    public PlanVersion(string planId, PlanHolder holder, DateTimeOffset effectiveAt)
    {
        ValidText.Check(planId);
        ArgumentNullException.ThrowIfNull(holder);
        (PlanId, Holder, EffectiveAt) = (planId, holder, effectiveAt.ToUniversalTime());
    }

    /// <summary>The plan.</summary>
    public string PlanId { get; }

    /// <summary>Whose plan it is.</summary>
    public PlanHolder Holder { get; }

    string IDated.CustomerId => Holder.Id;

    /// <inheritdoc />
    public DateTimeOffset EffectiveAt { get; }

    /// <summary>When it became known; <see cref="EffectiveAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? EffectiveAt; init => _recordedAt = value == EffectiveAt ? null : value.ToUniversalTime(); }

    /// <summary>The template's name.</summary>
    public required string Template { get; init; }

    /// <summary>The template's content hash: the plan keeps the template that it was made from, whatever becomes of it later.</summary>
    public required string TemplateHash { get; init; }

    /// <summary>Day 0, in <see cref="Zone"/>.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The IANA time zone in which days are counted, for instance <c>Europe/Berlin</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>What differs from the template, in the order in which it is applied.</summary>
    public IReadOnlyList<PlanChange> Changes
    {
        get => _changes;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _changes = Array.AsReadOnly([.. value]);
        }
    }

    /// <summary>Who made the version; null where that is not known.</summary>
    public string? Author { get; init; }

    /// <summary>What it is about, in words; null for nothing.</summary>
    public string? Note { get; init; }

    string IToldApart.Content => ContentText.Of([PlanId, Holder.Id, Holder.IsCluster, Template, TemplateHash, StartsOn.DayNumber, Zone, Author, Note, .. Changes.Select(c => c.Content)]);

    /// <summary>Equal where every part is, the changes in their order included.</summary>
    public bool Equals(PlanVersion? other) => other is not null && EffectiveAt == other.EffectiveAt && RecordedAt == other.RecordedAt
        && ((IToldApart)this).Content == ((IToldApart)other).Content;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(PlanId, EffectiveAt, RecordedAt);

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PlanId} of {Holder} from {Template}@{TemplateHash[..Math.Min(12, TemplateHash.Length)]}, day 0 is {StartsOn:yyyy-MM-dd}");
}
