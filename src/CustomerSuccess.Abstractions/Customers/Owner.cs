namespace CustomerSuccess.Customers;

/// <summary>A customer success manager, or a team, as it stands from an instant on, until a later version. Immutable.</summary>
public sealed record Owner
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly double _hours;
    private readonly string? _coveredBy;
    private readonly IReadOnlyList<string> _skills = [];

    /// <summary>Creates a version of an owner.</summary>
    /// <param name="id">The id, compared ordinally. Not empty.</param>
    /// <param name="effectiveAt">From when this version holds.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public Owner(string id, DateTimeOffset effectiveAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        (Id, Name, EffectiveAt) = (id, id, effectiveAt.ToUniversalTime());
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The name; the id unless stated. Personal: it never reaches logs or metrics.</summary>
    public string Name { get; init; }

    /// <summary>Whether it is a team rather than a person.</summary>
    public bool IsTeam { get; init; }

    /// <summary>Hours a week for customers, 0 or more; 0 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not a number.</exception>
    public double HoursPerWeek
    {
        get => _hours;
        init => _hours = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"The hours of '{Id}' are a number of 0 or more.");
    }

    /// <summary>What the owner is able to do, in the host's words.</summary>
    public IReadOnlyList<string> Skills
    {
        get => _skills;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _skills = Array.AsReadOnly([.. value]);
        }
    }

    /// <summary>Who covers for the owner from this version on; null for nobody.</summary>
    /// <exception cref="ArgumentException">It is empty, or the owner itself.</exception>
    public string? CoveredBy
    {
        get => _coveredBy;
        init => _coveredBy = value == Id || (value is not null && string.IsNullOrWhiteSpace(value))
            ? throw new ArgumentException($"'{Id}' is covered by {(value == Id ? "itself" : "an empty id")}. Leave the cover out.", nameof(value))
            : value;
    }

    /// <summary>From when this version holds, UTC.</summary>
    public DateTimeOffset EffectiveAt { get; }

    /// <summary>When this version became known; <see cref="EffectiveAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? EffectiveAt; init => _recordedAt = value.ToUniversalTime(); }

    /// <summary>Whether all that the version says is the same, skills in their order included.</summary>
    public bool Equals(Owner? other) => other is not null
        && EffectiveAt == other.EffectiveAt && RecordedAt == other.RecordedAt && string.Equals(Content, other.Content, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, EffectiveAt, RecordedAt);

    internal string Content => ContentText.Of(Id, Name, IsTeam, HoursPerWeek, CoveredBy, ContentText.Of([.. _skills]));

    /// <inheritdoc />
    public override string ToString() => Id;
}
