using CustomerSuccess.Health;

namespace CustomerSuccess.Composition;

/// <summary>
/// Health by whatever configuration is active. Each call takes the active one when it begins and keeps it to its end. Safe to
/// use from several threads.
/// </summary>
public sealed class LiveHealth : IHealthScorer
{
    private readonly LiveConfiguration _configuration;
    private readonly CustomerSources _sources;
    private volatile Pinned? _last;

    internal LiveHealth(LiveConfiguration configuration, CustomerSources sources) => (_configuration, _sources) = (configuration, sources);

    /// <summary>Health by the configuration that is active now: a snapshot that does not change.</summary>
    /// <exception cref="ConfigurationException">Sources do not name customers.</exception>
    public CustomerHealth Current
    {
        get
        {
            var (configuration, last) = (_configuration.Current, _last);
            if (last is null || !ReferenceEquals(last.Configuration, configuration))
            {
                _last = last = new(configuration, configuration.Over(_sources));
            }

            return last.Health;
        }
    }

    /// <inheritdoc />
    public ValueTask<HealthScore?> ScoreAsync(string customerId, DateTimeOffset asOf, CancellationToken cancellationToken = default) =>
        Current.ScoreAsync(customerId, asOf, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<HealthScore> ScorePortfolioAsync(DateTimeOffset asOf, IProgress<ScoringProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Current.ScorePortfolioAsync(asOf, progress, cancellationToken);

    private sealed record Pinned(CustomerConfiguration Configuration, CustomerHealth Health);
}
