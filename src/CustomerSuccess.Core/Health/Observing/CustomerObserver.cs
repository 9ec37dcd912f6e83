using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Health;

/// <summary>Reads the host's sources: the only part of observing that waits. Safe to use from several threads, as far as the sources are.</summary>
/// <param name="sources">The sources.</param>
/// <param name="signals">The signals that measures read, in ordinal order.</param>
/// <param name="acrossTrees">Whether a measure spans account trees: then those below are read too.</param>
internal sealed class CustomerObserver(CustomerSources sources, IReadOnlyList<string> signals, bool acrossTrees)
{
    /// <summary>Everything up to an instant of some customers, in their order.</summary>
    public async ValueTask<CustomerHistory[]> ReadAsync(FactQuery query, CancellationToken cancellationToken)
    {
        var ids = query.CustomerIds;
        List<Customer> below = acrossTrees && sources.Customers is not null ? await BelowAsync(sources.Customers, query, cancellationToken).ConfigureAwait(false) : [];
        var records = await RecordsAsync(query, below, cancellationToken).ConfigureAwait(false);
        var contacts = await ContactsAsync(query, cancellationToken).ConfigureAwait(false);
        var plans = await PlansAsync(query, cancellationToken).ConfigureAwait(false);
        if (sources.Signals is null)
        {
            return [.. ids.Select(id => new CustomerHistory(records[id], null, Nobody, NoMeasures, [], contacts?[id], plans?[id]))];
        }

        var everyone = new FactQuery { CustomerIds = [.. ids.Union(below.Select(c => c.Id), StringComparer.Ordinal)], AsOf = query.AsOf, KnownAt = query.KnownAt };
        var batch = await SignalBatch.ReadAsync(sources.Signals, signals, everyone, cancellationToken).ConfigureAwait(false);
        var views = everyone.CustomerIds.ToDictionary(id => id, batch.Views, StringComparer.Ordinal);
        var trees = sources.Customers is not null && !acrossTrees ? null : below.Count == 0 ? Nobody : views;
        return [.. ids.Select(id => new CustomerHistory(records[id], views[id], trees, batch.Measures, batch.Conflicts(id), contacts?[id], plans?[id]))];
    }

    private static IReadOnlyDictionary<string, NamedSeries[]> Nobody { get; } = new Dictionary<string, NamedSeries[]>();

    private static MeasureCache NoMeasures { get; } = new(CoverageMap.Nothing);

    private async ValueTask<Dictionary<string, AccountRecords>> RecordsAsync(FactQuery query, List<Customer> below, CancellationToken cancellationToken)
    {
        var wanted = Wanted(query);
        var versions = await Grouped(sources.Customers?.ReadAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var traits = await Grouped(sources.Traits?.ReadAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var subscriptions = await Grouped(sources.Subscriptions?.ReadAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var outcomes = await Grouped(sources.Outcomes?.ReadAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var ownerships = await Grouped(sources.Ownerships?.ReadAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var trees = new AccountTrees(below);
        return query.CustomerIds.ToDictionary(id => id, id => new AccountRecords
        {
            CustomerId = id,
            Versions = versions?[id],
            Traits = traits?[id] ?? [],
            Subscriptions = subscriptions?[id],
            Outcomes = outcomes?[id] ?? [],
            Ownerships = ownerships?[id] ?? [],
            Below = trees.Below(id),
        }, StringComparer.Ordinal);
    }

    private async ValueTask<Dictionary<string, ContactRecords>?> ContactsAsync(FactQuery query, CancellationToken cancellationToken)
    {
        if (sources is { Contacts: null, Interactions: null, Issues: null, Advocacy: null, Leads: null })
        {
            return null;
        }

        var wanted = Wanted(query);
        var contacts = await Grouped(sources.Contacts?.ReadAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var consents = await Grouped(sources.Contacts?.ReadConsentsAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var erasures = await Grouped(sources.Contacts?.ReadErasuresAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var interactions = await Grouped(sources.Interactions?.ReadAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var issues = await Grouped(sources.Issues?.ReadAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var agreed = await Grouped(sources.Advocacy?.ReadAdvocateConsentsAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var asks = await Grouped(sources.Advocacy?.ReadAsksAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var leads = await Grouped(sources.Leads?.ReadAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        return query.CustomerIds.ToDictionary(id => id, id => new ContactRecords
        {
            CustomerId = id,
            Contacts = contacts?[id],
            Consents = consents?[id] ?? [],
            Erasures = erasures?[id] ?? [],
            Interactions = interactions?[id],
            Issues = issues?[id],
            AdvocateConsents = agreed?[id] ?? [],
            Asks = asks?[id],
            Leads = leads?[id],
        }, StringComparer.Ordinal);
    }

    private async ValueTask<Dictionary<string, PlanRecords>?> PlansAsync(FactQuery query, CancellationToken cancellationToken)
    {
        if (sources.Plans is not { } source)
        {
            return null;
        }

        var wanted = Wanted(query);
        var versions = await Grouped(source.ReadPlansAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var events = await Grouped(source.ReadEventsAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var definitions = await Grouped(source.ReadDefinitionsAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var memberships = await Grouped(source.ReadMembershipsAsync(query, cancellationToken), wanted).ConfigureAwait(false);
        var clusters = memberships!.All.Select(m => m.Cluster).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var shared = new List<PlanVersion>();
        if (clusters.Length > 0)
        {
            await foreach (var version in source.ReadClusterPlansAsync(clusters, query.AsOf, query.KnownAt, cancellationToken).ConfigureAwait(false))
            {
                shared.Add(Given(version));
            }
        }

        var plans = shared.Where(v => v.Holder.IsCluster).ToLookup(v => v.Holder.Id, StringComparer.Ordinal);
        return query.CustomerIds.ToDictionary(id => id, id => new PlanRecords
        {
            Versions = [.. versions![id].Where(v => !v.Holder.IsCluster)],
            Events = events![id],
            Definitions = definitions![id],
            Memberships = memberships[id],
            ClusterVersions = [.. memberships[id].Select(m => m.Cluster).OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(c => plans[c])],
        }, StringComparer.Ordinal);
    }

    // A source may give more than was asked for.
    private static async ValueTask<RecordGroups<T>?> Grouped<T>(IAsyncEnumerable<T>? records, HashSet<string> wanted)
        where T : class, IDated
    {
        if (records is null)
        {
            return null;
        }

        var groups = new RecordGroups<T>();
        await foreach (var record in records.ConfigureAwait(false))
        {
            if (wanted.Contains(Given(record).CustomerId))
            {
                groups.Add(record);
            }
        }

        return groups;
    }

    private static HashSet<string> Wanted(FactQuery query) => query.CustomerIds.ToHashSet(StringComparer.Ordinal);

    /// <summary>Every version of those that ever stood below some customers: level by level down; an account met twice is asked once, so that a circle ends.</summary>
    public static async ValueTask<List<Customer>> BelowAsync(ICustomerSource customers, FactQuery query, CancellationToken cancellationToken)
    {
        var (found, met) = (new HashSet<string>(StringComparer.Ordinal), query.CustomerIds.ToHashSet(StringComparer.Ordinal));
        var level = met.ToHashSet(StringComparer.Ordinal);
        while (level.Count > 0)
        {
            var next = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var child in customers.ReadChildrenAsync(Of(level, query), cancellationToken).ConfigureAwait(false))
            {
                // A source may give more than was asked for.
                if (Given(child).ParentId is { } parent && level.Contains(parent))
                {
                    found.Add(child.Id);
                    if (met.Add(child.Id))
                    {
                        next.Add(child.Id);
                    }
                }
            }

            level = next;
        }

        return await AllVersionsAsync(customers, found, query, cancellationToken).ConfigureAwait(false);
    }

    // A child that moved to another parent has versions that name no one in this tree.
    private static async ValueTask<List<Customer>> AllVersionsAsync(ICustomerSource customers, HashSet<string> ids, FactQuery query, CancellationToken cancellationToken)
    {
        var all = new List<Customer>();
        if (ids.Count > 0)
        {
            await foreach (var version in customers.ReadAsync(Of(ids, query), cancellationToken).ConfigureAwait(false))
            {
                if (ids.Contains(Given(version).Id))
                {
                    all.Add(version);
                }
            }
        }

        return all;
    }

    private static FactQuery Of(IEnumerable<string> ids, FactQuery query) => new() { CustomerIds = [.. ids], AsOf = query.AsOf, KnownAt = query.KnownAt };

    private static T Given<T>(T? record)
        where T : class => record ?? throw new InvalidOperationException($"A source gave a {typeof(T).Name} that is null.");
}
