namespace CustomerSuccess.Health;

/// <summary>Records by customer, in the order in which they came. Most customers have none of most kinds.</summary>
internal sealed class RecordGroups<T>
    where T : class, IDated
{
    private readonly Dictionary<string, List<T>> _groups = new(StringComparer.Ordinal);

    /// <summary>Those of a customer; none where none came.</summary>
    public IReadOnlyList<T> this[string customerId] => _groups.TryGetValue(customerId, out var own) ? own : [];

    public IEnumerable<T> All => _groups.Values.SelectMany(g => g);

    public void Add(T record)
    {
        if (!_groups.TryGetValue(record.CustomerId, out var own))
        {
            _groups[record.CustomerId] = own = [];
        }

        own.Add(record);
    }
}
