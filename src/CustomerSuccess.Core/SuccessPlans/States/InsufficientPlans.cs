using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// How often a template was not enough: everything that was owed for a milestone was kept, and still it had not come by its day. A template that fails
/// so is the wrong plan, however well it is followed. Immutable.
/// </summary>
public sealed class InsufficientPlans
{
    private InsufficientPlans(string template, string hash, PlanState[] states)
    {
        (Template, TemplateHash, Plans) = (template, hash, states.Length);
        Insufficient = states.Count(s => s.Ledgers.Any(l => l.IsPlanInsufficient));
        Milestones = states.SelectMany(s => s.Ledgers).Where(l => l.IsPlanInsufficient).GroupBy(l => l.Milestone, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    /// <summary>The template's name.</summary>
    public string Template { get; }

    /// <summary>The template's content hash: another content is another plan.</summary>
    public string TemplateHash { get; }

    /// <summary>How many plans were made from it.</summary>
    public int Plans { get; }

    /// <summary>How many of them are insufficient for at least one milestone.</summary>
    public int Insufficient { get; }

    /// <summary>For how many plans which milestone has not come; those that never failed so are left out.</summary>
    public IReadOnlyDictionary<string, int> Milestones { get; }

    /// <summary>Counts over how plans stand: a line a template, the one with the most insufficient plans first, then by name and hash.</summary>
    public static IReadOnlyList<InsufficientPlans> Of(IEnumerable<PlanState> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        return Array.AsReadOnly([.. states
            .GroupBy(s => (s.Plan.Template.Name, s.Plan.Template.ConfigurationHash))
            .Select(g => new InsufficientPlans(g.Key.Name, g.Key.ConfigurationHash, [.. g]))
            .OrderByDescending(i => i.Insufficient).ThenBy(i => i.Template, StringComparer.Ordinal).ThenBy(i => i.TemplateHash, StringComparer.Ordinal)]);
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Template}@{TemplateHash[..12]}: insufficient in {Insufficient} of {Plans} plans{(Milestones.Count == 0 ? "" : $" ({string.Join(", ", Milestones.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key} {m.Value}")))})")}");
}
