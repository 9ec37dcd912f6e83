namespace CustomerSuccess.Customers;

/// <summary>A customer success manager, or a team, as it stands from an instant on, until a later version. Immutable.</summary>
public sealed record Owner
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly double _hours;
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
    public string? CoveredBy { get; init; }

    /// <summary>From when this version holds, UTC.</summary>
    public DateTimeOffset EffectiveAt { get; }

    /// <summary>When this version became known; <see cref="EffectiveAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? EffectiveAt; init => _recordedAt = value.ToUniversalTime(); }

    /// <inheritdoc />
    public override string ToString() => Id;
}
