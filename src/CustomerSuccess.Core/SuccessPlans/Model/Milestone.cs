namespace CustomerSuccess.SuccessPlans;

/// <summary>A result on the way to success. Milestones are ordered by what they are worth, not by when they come. Immutable.</summary>
public sealed record Milestone : PlanItem
{
    private readonly IReadOnlyList<SkillNeed> _skills = [];

    /// <summary>What it is worth, relative to the other milestones, finite and above 0; 1 unless stated.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Of what kind it is; an outcome unless stated. A stage of the vendor's own process is warned about.</summary>
    public MilestoneKind Kind { get; init; }

    /// <summary>The value driver that it serves, of the template's catalogue; null where none is named.</summary>
    public string? ValueDriver { get; init; }

    /// <summary>The objective whose measure tells how far it has come; null where it is there or not. Without other evidence it is reached at the objective's target.</summary>
    public string? Objective { get; init; }

    private protected override bool IsMeasured => Evidence is not null || Objective is not null;

    /// <summary>What the customer's people must be able to do.</summary>
    public IReadOnlyList<SkillNeed> Skills
    {
        get => _skills;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _skills = Array.AsReadOnly([.. value]);
        }
    }

    /// <summary>Whether reaching it is the customer's first value, from which the time to first value is counted; false unless stated.</summary>
    public bool IsFirstValue { get; init; }

    /// <summary>Whether reaching it ends the launch; false unless stated.</summary>
    public bool EndsLaunch { get; init; }
}

/// <summary>A skill that a milestone needs of the customer's people.</summary>
public sealed record SkillNeed
{
    /// <summary>Names a skill.</summary>
    /// <param name="skill">The skill, compared ordinally. Not empty.</param>
    /// <param name="level">The level needed, 1 to 5.</param>
    public SkillNeed(string skill, int level)
    {
        Fact.Check(skill);
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 5);
        (Skill, Level) = (skill, level);
    }

    /// <summary>The skill.</summary>
    public string Skill { get; }

    /// <summary>The level needed.</summary>
    public int Level { get; }

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Skill} {Level}");
}
