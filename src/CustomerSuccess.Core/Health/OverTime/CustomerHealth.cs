using System.Runtime.CompilerServices;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Health;

/// <summary>
/// The health of customers of which the host has facts: as of any instant, as known at any instant, for one or for all, over
/// time. Sources are read once a call; everything else is computed. Safe to use from several threads, as far as the sources,
/// strategies and lambdas are.
/// </summary>
public sealed partial class CustomerHealth : IHealthScorer
{
    private readonly CustomerHealthPlan _plan;
    private readonly Func<SourcesLease> _lease;

    internal CustomerHealthPlan Plan => _plan;

    internal CustomerHealth(CustomerHealthPlan plan, Func<SourcesLease> lease) => (_plan, _lease) = (plan, lease);

    /// <summary>Forms health from sources, without a container.</summary>
    /// <param name="sources">Where facts are read from.</param>
    /// <param name="how">What is read, which segments there are, and what scores: at least <c>ScoredBy(scorecard)</c>.</param>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them.</exception>
    public static CustomerHealth Of(CustomerSources sources, Action<CustomerHealthBuilder> how)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(how);
        var said = new CustomerHealthBuilder();
        how(said);
        var found = new DiagnosticList();
        if (sources.Customers is null && sources.Signals is not SignalLog)
        {
            found.Add("SR001", "sources", $"Nothing names the customers.", "Give an ICustomerSource, or signals in a SignalLog.");
        }

        var table = CustomerHealthCheck.Table(said, found);
        var plan = CustomerHealthCheck.Run(said, said.Named, table, found);
        found.ThrowIfAny();
        return new(plan, () => new SourcesLease(sources));
    }

    /// <inheritdoc />
    public ValueTask<HealthScore?> ScoreAsync(string customerId, DateTimeOffset asOf, CancellationToken cancellationToken = default) =>
        ScoreAsync(customerId, new ScoreInstant(asOf), cancellationToken);

    /// <summary>
    /// Scores one customer as of an instant, as known at an instant. Null where, then, there was no such customer. Of a lost
    /// customer it is the score at the decision date. Where a source throws, the score has failed and says why.
    /// </summary>
    public async ValueTask<HealthScore?> ScoreAsync(string customerId, ScoreInstant instant, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentNullException.ThrowIfNull(instant);
        cancellationToken.ThrowIfCancellationRequested();
        var lease = _lease();
        await using (lease.ConfigureAwait(false))
        {
            try
            {
                var history = await ReadAsync(lease.Sources, customerId, instant, cancellationToken).ConfigureAwait(false);
                return Exists(history, instant) ? new HealthTimeline(_plan.Model, history, instant).Score() : null;
            }
            catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                return Failed(customerId, SourceFailure.Words(e), instant);
            }
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<HealthScore> ScorePortfolioAsync(DateTimeOffset asOf, IProgress<ScoringProgress>? progress = null, CancellationToken cancellationToken = default) =>
        ScorePortfolioAsync(new ScoreInstant(asOf), progress, cancellationToken);

    /// <summary>
    /// Scores every customer that was active as of the instant, in the order of the source, as a stream. Customers that were
    /// lost by an outcome but not yet closed are there, frozen. Where sources throw, the scores of the customers concerned
    /// have failed and say why; the rest goes on.
    /// </summary>
    public async IAsyncEnumerable<HealthScore> ScorePortfolioAsync(ScoreInstant instant, IProgress<ScoringProgress>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instant);
        cancellationToken.ThrowIfCancellationRequested();
        var count = new ProgressCount(progress);
        var scores = PortfolioAsync<HealthScore>(
            instant,
            history => IsActive(history, instant) ? [new HealthTimeline(_plan.Model, history, instant).Score()] : [],
            (customer, reason) => [Failed(customer, reason, instant)],
            cancellationToken);
        await foreach (var score in scores.ConfigureAwait(false))
        {
            count.Add(score.State);
            yield return score;
        }

        count.Finish();
    }

    /// <summary>The facts of one customer as of an instant, segments included; null where, then, there was no such customer.</summary>
    public async ValueTask<CustomerFacts?> FactsAsync(string customerId, ScoreInstant instant, CancellationToken cancellationToken = default)
    {
        // Until when they stand depends on what is recorded already and dated later.
        var history = await ReadAsync(customerId, instant, cancellationToken, ahead: true).ConfigureAwait(false);
        return Exists(history, instant) ? new HealthTimeline(_plan.Model, history, instant).FactsAt(instant.AsOf) : null;
    }

    /// <summary>The segments of one customer as of any instant; null where, then, there was no such customer.</summary>
    public async ValueTask<SegmentFacts?> SegmentsAsync(string customerId, DateTimeOffset asOf, CancellationToken cancellationToken = default) =>
        (await FactsAsync(customerId, new ScoreInstant(asOf), cancellationToken).ConfigureAwait(false))?.Segments;

    /// <summary>
    /// The trend of one customer's score as of an instant; null where, then, there was no such customer. All scores of the
    /// line are computed with the present configuration and what is known now, without manual overrides. Of a lost customer it
    /// is the trend at the decision date.
    /// </summary>
    public async ValueTask<HealthTrend?> TrendAsync(string customerId, ScoreInstant instant, CancellationToken cancellationToken = default)
    {
        var history = await ReadAsync(customerId, instant, cancellationToken).ConfigureAwait(false);
        return Exists(history, instant) ? TrendLine.Of(_plan.Model, history, instant, _plan.Spacing) : null;
    }

    private async ValueTask<CustomerHistory> ReadAsync(string customerId, ScoreInstant instant, CancellationToken cancellationToken, bool ahead = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentNullException.ThrowIfNull(instant);
        cancellationToken.ThrowIfCancellationRequested();
        var lease = _lease();
        await using (lease.ConfigureAwait(false))
        {
            return await ReadAsync(lease.Sources, customerId, instant, cancellationToken, ahead).ConfigureAwait(false);
        }
    }

    private async ValueTask<CustomerHistory> ReadAsync(CustomerSources sources, string customerId, ScoreInstant instant, CancellationToken cancellationToken, bool ahead = false)
    {
        var query = new FactQuery { CustomerIds = [customerId], AsOf = ahead ? DateTimeOffset.MaxValue : instant.AsOf, KnownAt = instant.KnownAt };
        var read = await Observer(sources).ReadAsync(query, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return read[0];
    }

    private async IAsyncEnumerable<TResult> PortfolioAsync<TResult>(
        ScoreInstant instant,
        Func<CustomerHistory, IEnumerable<TResult>> work,
        Func<string, string, IEnumerable<TResult>> fail,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lease = _lease();
        await using (lease.ConfigureAwait(false))
        {
            var reader = new PortfolioReader<TResult>(Observer(lease.Sources), _plan.Batch, _plan.Threads) { Work = work, Fail = fail };
            await foreach (var result in reader.RunAsync(CustomerIds.Of(lease.Sources, cancellationToken), instant, cancellationToken).ConfigureAwait(false))
            {
                yield return result;
            }
        }
    }

    private HealthScore Failed(string customerId, string reason, ScoreInstant instant) =>
        _plan.Model.Strategies.For(null).Runner.Failed(reason, customerId, instant.AsOf, _plan.Model.Facts.Vocabulary.Signature, instant.KnownAt);

    private CustomerObserver Observer(CustomerSources sources) =>
        new(sources, [.. _plan.Signals.Union(sources.SignalNames, StringComparer.Ordinal).Order(StringComparer.Ordinal)], _plan.AcrossTrees);

    // Where nothing names customers, one exists from its first fact on.
    private static bool Exists(CustomerHistory history, ScoreInstant instant) => history.Records.Versions is null
        ? history.FirstFact(instant.AsOf, instant.KnownAt, asLived: false) is not null
        : history.Records.At(instant.AsOf, instant.KnownAt).Version is not null;

    private static bool IsActive(CustomerHistory history, ScoreInstant instant) => history.Records.Versions is null
        ? Exists(history, instant)
        : history.Records.At(instant.AsOf, instant.KnownAt).Version is { IsActive: true };
}
