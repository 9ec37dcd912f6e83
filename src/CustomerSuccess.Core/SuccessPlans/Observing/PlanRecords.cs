using System.Collections.Concurrent;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Everything recorded of one customer's plans, whatever its date. Safe to share between threads.</summary>
internal sealed class PlanRecords
{
    private readonly ConcurrentDictionary<PlanVersion, (SuccessPlan? Plan, UnknownCause? Why)> _plans = new();

    public required IReadOnlyList<PlanVersion> Versions { get; init; }

    public required IReadOnlyList<PlanEvent> Events { get; init; }

    public required IReadOnlyList<SuccessDefinition> Definitions { get; init; }

    public required IReadOnlyList<ClusterMembership> Memberships { get; init; }

    /// <summary>The versions of plans of clusters that the customer ever belonged to.</summary>
    public required IReadOnlyList<PlanVersion> ClusterVersions { get; init; }

    /// <summary>Everything dated, for when the first of it was.</summary>
    public IEnumerable<IDated> All => _all ??= [.. Versions, .. Events, .. Definitions, .. Memberships];

    // Made when it is first asked for; two threads that ask at once make the same.
    private IDated[]? _all;

    /// <summary>The version in force: of the customer's own plans the last to take effect, otherwise that of the cluster it belongs to. Null where there is none.</summary>
    public PlanVersion? InForce(DateTimeOffset asOf, DateTimeOffset knownAt) => Versions.InForce(asOf, knownAt)
        ?? (Memberships.InForce(asOf, knownAt)?.Cluster is { } cluster ? ClusterVersions.Where(v => v.Holder.Id == cluster).InForce(asOf, knownAt) : null);

    /// <summary>The plan of a version; or why there is none. It is made once.</summary>
    public (SuccessPlan? Plan, UnknownCause? Why) PlanOf(PlanVersion version, PlanReader reader) => _plans.GetOrAdd(version, reader.Resolve);
}
