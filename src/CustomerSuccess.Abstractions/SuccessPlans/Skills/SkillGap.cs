namespace CustomerSuccess.SuccessPlans;

/// <summary>A skill that a milestone needs of the customer's people, and how well they know it. Immutable.</summary>
public sealed class SkillGap
{
    /// <summary>The skill.</summary>
    public required string Skill { get; init; }

    /// <summary>The milestone that needs it.</summary>
    public required string Milestone { get; init; }

    /// <summary>Whether the milestone is reached, so that it needs nothing any more.</summary>
    public required bool IsReached { get; init; }

    /// <summary>The level needed, 1 to 5.</summary>
    public required int Needed { get; init; }

    /// <summary>The last assessment that stands; null where nobody has assessed it.</summary>
    public required SkillAssessed? Assessed { get; init; }

    /// <summary>The levels that are missing, 0 where none is; null where nobody has assessed it, which is not 0.</summary>
    public int? Gap => Assessed is { } known ? Math.Max(0, Needed - known.Level) : null;

    /// <inheritdoc />
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Skill} for '{Milestone}': needs {Needed}, {(Assessed is { } known ? $"has {known.Level}, {(Gap == 0 ? "no gap" : $"gap {Gap}")}" : "not assessed")}");
}
