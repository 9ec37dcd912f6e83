using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Composition;

/// <summary>Finds in an archive the configuration of a past day, the template that a plan was made from, and the rule that a case began with.</summary>
public static class ConfigurationArchive
{
    /// <summary>
    /// The configuration by which a score was computed: the last that was active at the instant as known at which it was, and
    /// holds its scorecard; where all such were activated later, the first of them. Null where the archive has none.
    /// </summary>
    /// <param name="archive">The archive.</param>
    /// <param name="score">The recorded score.</param>
    /// <param name="host">What the host adds in C#, as when the configuration was active: delegates of the same names and versions.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConfigurationException">The documents rest on something that the host does not have any more.</exception>
    public static async ValueTask<CustomerConfiguration?> ConfigurationOfAsync(this IDocumentArchive archive, HealthScoreSnapshot score, Action<ConfigurationHost>? host = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(score);
        return await ChooseAsync(archive, score.ConfigurationHash, score.KnownAt, cancellationToken).ConfigureAwait(false) is { } chosen ? CustomerConfiguration.Load(chosen.Documents, host) : null;
    }

    /// <summary>
    /// The template from which a version of a plan was made, by its content hash, whatever has become of the documents since; for
    /// <see cref="PlanTemplate.For"/>. Null where the archive has none.
    /// </summary>
    /// <param name="archive">The archive.</param>
    /// <param name="version">The version of the plan.</param>
    /// <param name="host">What the host adds in C#, as when the configuration was active: delegates of the same names and versions.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConfigurationException">The documents rest on something that the host does not have any more.</exception>
    public static async ValueTask<PlanTemplate?> TemplateOfAsync(this IDocumentArchive archive, PlanVersion version, Action<ConfigurationHost>? host = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(version);
        return await ChooseAsync(archive, version.TemplateHash, version.RecordedAt, cancellationToken).ConfigureAwait(false) is { } chosen
            ? CustomerConfiguration.Load(chosen.Documents, host).Plans.FirstOrDefault(p => p.ConfigurationHash == version.TemplateHash)
            : null;
    }

    /// <summary>
    /// The version of a rule of a content hash, whatever has become of the documents since: what a case that is open goes on by, as
    /// one of the former versions of <see cref="RuleSet.Of"/>. Null where the archive has none.
    /// </summary>
    /// <param name="archive">The archive.</param>
    /// <param name="ruleHash">The content hash that the case has kept.</param>
    /// <param name="host">What the host adds in C#, as when the configuration was active: delegates of the same names and versions.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConfigurationException">The documents rest on something that the host does not have any more.</exception>
    public static async ValueTask<Rule?> RuleOfAsync(this IDocumentArchive archive, string ruleHash, Action<ConfigurationHost>? host = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(ruleHash);
        return await ChooseAsync(archive, ruleHash, DateTimeOffset.MaxValue, cancellationToken).ConfigureAwait(false) is { } chosen
            ? CustomerConfiguration.Load(chosen.Documents, host).Rules.Rules.FirstOrDefault(r => r.ConfigurationHash == ruleHash)
            : null;
    }

    // The last that was active at the instant; where all came later, the first.
    private static async ValueTask<ArchivedConfiguration?> ChooseAsync(IDocumentArchive archive, string hash, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArchivedConfiguration? chosen = null;
        await foreach (var configuration in archive.FindAsync(hash, cancellationToken).ConfigureAwait(false))
        {
            if (chosen is null || configuration.ActivatedAt <= at)
            {
                chosen = configuration;
            }
        }

        return chosen;
    }
}
