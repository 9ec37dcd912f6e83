using System.Collections.Concurrent;
using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// Plans, what was recorded about them, what success is for whom, and clusters, in memory: a source good enough for a small host in production.
/// Nothing is ever changed or removed but a person's id who is erased; the same record twice is one. Safe to use from several threads; what was read once does not change under the
/// reader.
/// </summary>
public sealed class PlanLog : IPlanSource
{
    private readonly ConcurrentDictionary<string, Entries> _customers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RecordList<PlanVersion>> _clusters = new(StringComparer.Ordinal);

    /// <summary>Adds a version of a customer's or a cluster's plan.</summary>
    public PlanLog Add(PlanVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        (version.Holder.IsCluster ? _clusters.GetOrAdd(version.Holder.Id, static _ => new(new())) : Of(version.Holder.Id).Versions).Add(version);
        return this;
    }

    /// <summary>Adds which cluster a customer belongs to.</summary>
    public PlanLog Add(ClusterMembership membership)
    {
        ArgumentNullException.ThrowIfNull(membership);
        Of(membership.CustomerId).Memberships.Add(membership);
        return this;
    }

    /// <summary>Adds what success is for a customer.</summary>
    public PlanLog Add(SuccessDefinition version)
    {
        ArgumentNullException.ThrowIfNull(version);
        Of(version.CustomerId).Definitions.Add(version);
        return this;
    }

    /// <summary>Adds an event.</summary>
    public PlanLog Add(PlanEvent given)
    {
        ArgumentNullException.ThrowIfNull(given);
        Of(given.CustomerId).Events.Add(given);
        return this;
    }

    /// <summary>
    /// Takes a person out of everything that is kept here: ids become the pseudonym, texts no longer mention the person, and what was counted
    /// stays counted. Done again it changes nothing. It reads the whole log; what is added later is not looked at.
    /// </summary>
    /// <param name="person">The person, with the pseudonym that <see cref="ContactLog.Erase"/> gave.</param>
    public PlanLog Erase(ContactRedaction person)
    {
        ArgumentNullException.ThrowIfNull(person);
        foreach (var versions in _clusters.Values)
        {
            versions.Rewrite(v => person.Of(v));
        }

        foreach (var own in _customers.Values)
        {
            own.Versions.Rewrite(v => person.Of(v));
            own.Events.Rewrite(e => person.Of(e));
            own.Definitions.Rewrite(d => person.Of(d));
        }

        return this;
    }

    /// <inheritdoc />
    public IAsyncEnumerable<PlanVersion> ReadPlansAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, e => e.Versions, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<PlanEvent> ReadEventsAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, e => e.Events, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<SuccessDefinition> ReadDefinitionsAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, e => e.Definitions, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<ClusterMembership> ReadMembershipsAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, e => e.Memberships, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<PlanVersion> ReadClusterPlansAsync(IReadOnlyList<string> clusters, DateTimeOffset asOf, DateTimeOffset knownAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        return RecordStream.Of(clusters.SelectMany(c => _clusters.TryGetValue(c, out var versions) ? versions.All : []), cancellationToken);
    }

    private IAsyncEnumerable<T> Read<T>(FactQuery query, Func<Entries, RecordList<T>> of, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(query);
        return RecordStream.Of(query.CustomerIds.SelectMany(id => _customers.TryGetValue(id, out var own) ? of(own).All : []), cancellationToken);
    }

    private Entries Of(string customerId) => _customers.GetOrAdd(customerId, static _ => new());

    private sealed class Entries
    {
        public Entries()
        {
            var gate = new Lock();
            (Versions, Events, Definitions, Memberships) = (new(gate), new(gate), new(gate), new(gate));
        }

        public RecordList<PlanVersion> Versions { get; }

        public RecordList<PlanEvent> Events { get; }

        public RecordList<SuccessDefinition> Definitions { get; }

        public RecordList<ClusterMembership> Memberships { get; }
    }
}
