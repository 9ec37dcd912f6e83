using System.Runtime.CompilerServices;

namespace CustomerSuccess.SuccessPlans;

/// <summary>The host's plans, and what was recorded about them. Duties as of <see cref="Customers.ICustomerSource"/>.</summary>
public interface IPlanSource
{
    /// <summary>Every version of the plans that these customers have of their own, visible within the query, in any order.</summary>
    IAsyncEnumerable<PlanVersion> ReadPlansAsync(FactQuery query, CancellationToken cancellationToken);

    /// <summary>Every event about these customers that is visible within the query, in any order.</summary>
    IAsyncEnumerable<PlanEvent> ReadEventsAsync(FactQuery query, CancellationToken cancellationToken);

    /// <summary>What success is for these customers, every version that is visible within the query, in any order. Nothing unless the source has it.</summary>
    IAsyncEnumerable<SuccessDefinition> ReadDefinitionsAsync(FactQuery query, CancellationToken cancellationToken) => Nothing<SuccessDefinition>(cancellationToken);

    /// <summary>Which clusters these customers belong to, every entry that is visible within the query, in any order. Nothing unless the source has clusters.</summary>
    IAsyncEnumerable<ClusterMembership> ReadMembershipsAsync(FactQuery query, CancellationToken cancellationToken) => Nothing<ClusterMembership>(cancellationToken);

    /// <summary>Every version of the plans of clusters that takes effect up to an instant and is known at an instant, in any order. Nothing unless the source has clusters.</summary>
    /// <param name="clusters">The clusters, each once.</param>
    /// <param name="asOf">Nothing that takes effect later is needed.</param>
    /// <param name="knownAt">Nothing that was recorded later is needed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    IAsyncEnumerable<PlanVersion> ReadClusterPlansAsync(IReadOnlyList<string> clusters, DateTimeOffset asOf, DateTimeOffset knownAt, CancellationToken cancellationToken) => Nothing<PlanVersion>(cancellationToken);

    private static async IAsyncEnumerable<T> Nothing<T>([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.CompletedTask.ConfigureAwait(false);
        yield break;
    }
}
