namespace CustomerSuccess.Contacts;

/// <summary>What hangs on each contact. Sums run by size, so that they do not depend on what anybody is called.</summary>
internal sealed class NetworkWeights
{
    private readonly Contact[] _present;
    private readonly double _assumed;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _recency;
    private readonly double _total;

    public NetworkWeights(Contact[] present, IReadOnlyList<Interaction> interactions, ContactNetworkOptions options, DateTimeOffset asOf)
    {
        (_present, _assumed) = (present, options.AssumedInfluence);
        var counted = interactions.Where(i => i.IsEngagement && asOf - i.OccurredAt < options.Window).ToArray();
        var ids = present.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        Interaction[] relevant = [.. counted.Where(i => i.ContactIds.Any(ids.Contains))];
        var newest = relevant.Length == 0 ? asOf : relevant[^1].OccurredAt;
        var met = relevant
            .SelectMany(i => i.ContactIds.Where(ids.Contains), (i, id) => (Id: id, Recency: EngineMath.HalfToThe((newest - i.OccurredAt).Ticks / (double)options.HalfLife.Ticks)))
            .GroupBy(m => m.Id, m => m.Recency, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Order().ToArray(), StringComparer.Ordinal);
        foreach (var (id, weights) in met)
        {
            _counts[id] = weights.Length;
        }

        _recency = met.ToDictionary(m => m.Key, m => Sum(m.Value), StringComparer.Ordinal);
        _total = Sum(present.Select(c => Weight(c, c.Influence ?? _assumed)).Order());
        Nothing = present.Length == 0 ? new("contacts", UnknownKind.NotGiven, "no contact is part of the network")
            : relevant.Length == 0 ? new("interactions", UnknownKind.NoObservations, "no contact was engaged within the window")
            : new("influence", UnknownKind.NoObservations, "nobody who was engaged has any influence");
    }

    /// <summary>Why there is no exposure.</summary>
    public UnknownCause Nothing { get; }

    public int CountOf(string contactId) => _counts.GetValueOrDefault(contactId);

    public double? ShareOf(string contactId) => _total > 0 && Array.Find(_present, c => c.Id == contactId) is { } contact ? Weight(contact, contact.Influence ?? _assumed) / _total : null;

    /// <summary>What hangs on the primary contact, with its bounds; null where nothing is weighed.</summary>
    public (string ContactId, double Share, double Lower, double Upper)? Exposure()
    {
        if (!(_total > 0))
        {
            return null;
        }

        var primary = Array.FindAll(_present, c => c.IsPrimary) is { Length: > 0 } stated ? stated : _present;
        var on = primary.MaxBy(c => Weight(c, c.Influence ?? _assumed))!;
        var share = Weight(on, on.Influence ?? _assumed) / _total;
        return (on.Id, share, Math.Min(share, primary.Max(p => Share(p, 0, 100))), Math.Max(share, primary.Max(p => Share(p, 100, 0))));
    }

    // The share where the one's influence and the others' are as stated, where they are not known.
    private double Share(Contact one, double own, double others)
    {
        var mine = Weight(one, one.Influence ?? own);
        var rest = Sum(_present.Where(c => c != one).Select(c => Weight(c, c.Influence ?? others)).Order());
        return mine > 0 ? mine / (mine + rest) : 0;
    }

    private double Weight(Contact contact, double influence) => _recency.GetValueOrDefault(contact.Id) * (influence / 100);

    private static double Sum(IEnumerable<double> ordered)
    {
        var sum = 0d;
        foreach (var weight in ordered)
        {
            sum += weight;
        }

        return sum;
    }
}
