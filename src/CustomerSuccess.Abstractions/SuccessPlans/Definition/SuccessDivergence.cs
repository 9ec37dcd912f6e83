using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// Where the stakeholders of one customer want different things, where one of them is silent, what was not asked, and who could not do otherwise. Immutable;
/// a pure function of the definition of success.
/// </summary>
public sealed class SuccessDivergence
{
    private static readonly StakeholderRole[] Expected = [StakeholderRole.Executive, StakeholderRole.Champion, StakeholderRole.EndUser];

    private SuccessDivergence(SuccessDefinition definition, DivergenceOptions options)
    {
        CustomerId = definition.CustomerId;
        Stakeholder[] all = [.. definition.Stakeholders.OrderBy(s => s.Id, StringComparer.Ordinal)];
        Lines = Array.AsReadOnly([.. MeasureDivergence.Of(all, options), .. all.Where(IsSilent).Select(Silent)]);
        NotAsked = Array.AsReadOnly([.. all.Where(s => !IsSilent(s)).Select(Missing).OfType<string>(), .. Expected.Except(all.Select(s => s.Role)).Select(r => $"no {Word(r)} was asked")]);
        LockedIn = Array.AsReadOnly([.. all.Where(s => s.IsLockedIn)]);
    }

    /// <summary>The customer.</summary>
    public string CustomerId { get; }

    /// <summary>The differences: by measure, then who says nothing at all, by id. Empty where there are none.</summary>
    public IReadOnlyList<DivergenceLine> Lines { get; }

    /// <summary>What was not asked, in words: the outcome, the experience or goals of those who said something, and the executive, the champion and the end users where none of them is named.</summary>
    public IReadOnlyList<string> NotAsked { get; }

    /// <summary>Those who could not do otherwise: their use of the product is not evidence of value.</summary>
    public IReadOnlyList<Stakeholder> LockedIn { get; }

    /// <summary>Whether they differ.</summary>
    public bool IsDivergent => Lines.Count > 0;

    /// <summary>The divergence within a definition of success.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="options">When targets count as different; more than 10 % apart where null.</param>
    public static SuccessDivergence Of(SuccessDefinition definition, DivergenceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new(definition, options ?? new());
    }

    /// <summary>Everything, a line each.</summary>
    public string Explain() => string.Join(Environment.NewLine,
    [
        ToString(),
        .. Lines.Select(l => $"  {l}"),
        .. NotAsked.Select(n => $"  not asked: {n}"),
        .. LockedIn.Select(s => $"  {s} is locked in: usage is not evidence of value"),
    ]);

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CustomerId}: {(IsDivergent ? $"{Lines.Count} {(Lines.Count == 1 ? "divergence" : "divergences")}" : "no divergence")}");

    private static bool IsSilent(Stakeholder stakeholder) => stakeholder is { Goals.Count: 0 } && IsEmpty(stakeholder.DesiredOutcome) && IsEmpty(stakeholder.DesiredExperience);

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);

    private static DivergenceLine Silent(Stakeholder stakeholder) => new()
    {
        Kind = DivergenceKind.Silent,
        Measure = null,
        Stakeholder = stakeholder.Id,
        Other = null,
        Apart = null,
        Text = $"{stakeholder.Id} says nothing: no goal, no outcome, no experience",
    };

    private static string? Missing(Stakeholder stakeholder)
    {
        string?[] missing = [IsEmpty(stakeholder.DesiredOutcome) ? "desired outcome" : null, IsEmpty(stakeholder.DesiredExperience) ? "desired experience" : null, stakeholder.Goals.Count == 0 ? "goal in a measure" : null];
        var text = string.Join(", ", missing.OfType<string>());
        return text.Length == 0 ? null : $"{stakeholder.Id}: {text}";
    }

    private static string Word(StakeholderRole role) => role switch
    {
        StakeholderRole.Executive => "executive",
        StakeholderRole.Champion => "champion",
        _ => "end user",
    };
}
