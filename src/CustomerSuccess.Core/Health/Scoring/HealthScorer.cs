using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerSuccess.Health;

/// <summary>
/// Scores the host's rows with the registered strategies. Each call reads the source from a scope of its own, so that a
/// source may use scoped services; the scope ends with the call or the enumeration.
/// </summary>
internal sealed class HealthScorer<T>(IServiceScopeFactory scopes, CustomerRows<T> rows, StrategyTable strategies) : IHealthScorer
    where T : class
{
    public async ValueTask<HealthScore?> ScoreAsync(string customerId, DateTimeOffset asOf, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        cancellationToken.ThrowIfCancellationRequested();
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var source = scope.ServiceProvider.GetRequiredService<IRowSource<T>>();
            var row = await source.FindAsync(customerId, asOf, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return row is null ? null : Score(row, asOf, customerId);
        }
    }

    public async IAsyncEnumerable<HealthScore> ScorePortfolioAsync(
        DateTimeOffset asOf,
        IProgress<ScoringProgress>? progress = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var count = new ProgressCount(progress);
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var source = scope.ServiceProvider.GetRequiredService<IRowSource<T>>();
            await foreach (var row in source.ReadAsync(asOf, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var score = Score(row, asOf, null);
                count.Add(score.State);
                yield return score;
            }
        }

        count.Finish();
    }

    private HealthScore Score(T? row, DateTimeOffset asOf, string? customerId)
    {
        var failure = "the source gave a row that is null";
        var context = row is null ? null : rows.Context(row, asOf, ref customerId, out failure);
        if (context is not null)
        {
            var selection = strategies.For(context.Segment, context.LifecycleStage);
            return selection.Runner.Score(Contexts.Selected(context, selection.Because));
        }

        return strategies.For(null).Runner.Failed(failure!, customerId, asOf, rows.Vocabulary.Signature);
    }
}
