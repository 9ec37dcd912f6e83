using CustomerSuccess.Health;

namespace CustomerSuccess.Composition;

/// <summary>Finds in an archive the configuration of a past day.</summary>
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
        ArchivedConfiguration? chosen = null;
        await foreach (var configuration in archive.FindAsync(score.ConfigurationHash, cancellationToken).ConfigureAwait(false))
        {
            if (chosen is null || configuration.ActivatedAt <= score.KnownAt)
            {
                chosen = configuration;
            }
        }

        return chosen is null ? null : CustomerConfiguration.Load(chosen.Documents, host);
    }
}
