namespace CustomerSuccess.SuccessPlans;

/// <summary>Who at the customer wants something.</summary>
public enum StakeholderRole
{
    /// <summary>An executive, who answers for the result.</summary>
    Executive,

    /// <summary>The champion, who stands up for the product.</summary>
    Champion,

    /// <summary>The people who use it.</summary>
    EndUser,

    /// <summary>Someone else.</summary>
    Other,
}

/// <summary>What success is for one stakeholder: an outcome and an experience, the pains to lose and the gains to win, and what it would do otherwise. Immutable.</summary>
public sealed class Stakeholder
{
    private readonly IReadOnlyList<string> _pains = [];
    private readonly IReadOnlyList<string> _gains = [];
    private readonly IReadOnlyList<StakeholderGoal> _goals = [];

    /// <summary>The id, compared ordinally: objectives and outcomes of plans name it.</summary>
    public required string Id { get; init; }

    /// <summary>What the stakeholder is to the purchase.</summary>
    public required StakeholderRole Role { get; init; }

    /// <summary>The contact; null for a group, or where nobody is known.</summary>
    public string? ContactId { get; init; }

    /// <summary>The outcome that is desired, in the stakeholder's words; null where it was not asked yet.</summary>
    public string? DesiredOutcome { get; init; }

    /// <summary>The experience that is desired on the way; null where it was not asked yet.</summary>
    public string? DesiredExperience { get; init; }

    /// <summary>What is to be lost.</summary>
    public IReadOnlyList<string> Pains { get => _pains; init => _pains = Array.AsReadOnly([.. value]); }

    /// <summary>What is to be won.</summary>
    public IReadOnlyList<string> Gains { get => _gains; init => _gains = Array.AsReadOnly([.. value]); }

    /// <summary>The outcome in measures.</summary>
    public IReadOnlyList<StakeholderGoal> Goals { get => _goals; init => _goals = Array.AsReadOnly([.. value]); }

    /// <summary>What the stakeholder could do instead for the outcome; null where that is not known.</summary>
    public BestAlternative? AlternativeForOutcome { get; init; }

    /// <summary>What the stakeholder could do instead for the experience; null where that is not known.</summary>
    public BestAlternative? AlternativeForExperience { get; init; }

    /// <summary>Whether the stakeholder could not do otherwise, so that use of the product is not evidence of value.</summary>
    public bool IsLockedIn => AlternativeForOutcome?.Kind == AlternativeKind.LockedIn || AlternativeForExperience?.Kind == AlternativeKind.LockedIn;

    internal string Content => ContentText.Of(
    [
        Id, Role, ContactId, DesiredOutcome, DesiredExperience, Pains.Count, .. Pains, Gains.Count, .. Gains,
        Goals.Count, .. Goals.Select(g => g.Content), AlternativeForOutcome?.Kind, AlternativeForOutcome?.Detail, AlternativeForExperience?.Kind, AlternativeForExperience?.Detail,
    ]);

    /// <inheritdoc />
    public override string ToString() => $"{Id} ({Role})";
}

/// <summary>A target of a stakeholder in a measure. Immutable.</summary>
public sealed class StakeholderGoal
{
    /// <summary>A goal.</summary>
    /// <param name="measure">The measure, in the same words for every stakeholder: they are compared by it. Not empty.</param>
    /// <param name="target">The target, finite, in the measure's unit.</param>
    /// <param name="moreIsBetter">Whether more of it is better; otherwise less is.</param>
    /// <exception cref="ArgumentException">The measure is empty, or the target not finite.</exception>
    public StakeholderGoal(string measure, double target, bool moreIsBetter = true)
    {
        ValidText.Check(measure);
        if (!double.IsFinite(target))
        {
            throw new ArgumentException($"The target of '{measure}' is a finite number.", nameof(target));
        }

        (Measure, Target, MoreIsBetter) = (measure, target, moreIsBetter);
    }

    /// <summary>The measure.</summary>
    public string Measure { get; }

    /// <summary>The target.</summary>
    public double Target { get; }

    /// <summary>Whether more of it is better.</summary>
    public bool MoreIsBetter { get; }

    /// <summary>The unit; null where it has none.</summary>
    public string? Unit { get; init; }

    internal string Content => ContentText.Of(Measure, Target.ToString("R", System.Globalization.CultureInfo.InvariantCulture), MoreIsBetter, Unit);

    /// <inheritdoc />
    public override string ToString() => $"{Measure} {(MoreIsBetter ? "≥" : "≤")} {NumberText.Of(Target, Unit)}";
}

/// <summary>Of what kind a stakeholder's best alternative is.</summary>
public enum AlternativeKind
{
    /// <summary>Another vendor, or building it.</summary>
    Competitor,

    /// <summary>To do nothing.</summary>
    Nothing,

    /// <summary>There is none: the stakeholder cannot leave.</summary>
    LockedIn,
}

/// <summary>What a stakeholder could do instead.</summary>
/// <param name="Kind">Of what kind it is.</param>
/// <param name="Detail">Which, in words; null for nothing more.</param>
public sealed record BestAlternative(AlternativeKind Kind, string? Detail = null);
