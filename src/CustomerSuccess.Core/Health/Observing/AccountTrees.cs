using CustomerSuccess.Customers;

namespace CustomerSuccess.Health;

/// <summary>Versions of customers by who ever stood above them: so that each customer is given those of its own tree only. Immutable.</summary>
internal sealed class AccountTrees(IReadOnlyList<Customer> versions)
{
    private readonly ILookup<string, Customer> _versions = versions.ToLookup(v => v.Id, StringComparer.Ordinal);
    private readonly ILookup<string, string> _children = versions.Where(v => v.ParentId is not null).ToLookup(v => v.ParentId!, v => v.Id, StringComparer.Ordinal);

    /// <summary>Every version of those that ever stood below a customer, at any depth, also of those that stand elsewhere by now.</summary>
    public IReadOnlyList<Customer> Below(string customerId)
    {
        if (!_children.Contains(customerId))
        {
            return [];
        }

        var met = new HashSet<string>(StringComparer.Ordinal) { customerId };
        var open = new Queue<string>(met);
        var below = new List<Customer>();
        while (open.TryDequeue(out var parent))
        {
            foreach (var child in _children[parent].Where(met.Add))
            {
                below.AddRange(_versions[child]);
                open.Enqueue(child);
            }
        }

        return below;
    }
}
