namespace CustomerSuccess.Interventions;

/// <summary>At which customers an owner of budgets has touches. Not safe to use from several threads.</summary>
internal sealed class BudgetIndex
{
    private readonly Dictionary<BudgetOwner, HashSet<string>> _shared = [];
    private readonly Dictionary<string, string> _contacts = new(StringComparer.Ordinal);

    // A contact is nearly always of one customer, an owner of many.
    public void Add(Touch touch, string customer)
    {
        if (touch.Key.ContactId is { } contact && !_contacts.TryAdd(contact, customer) && _contacts[contact] != customer)
        {
            Sharing(new(BudgetOwnerKind.Contact, contact)).Add(customer);
        }

        if (touch.OwnerId is { } owner)
        {
            Sharing(new(BudgetOwnerKind.Csm, owner)).Add(customer);
        }
    }

    public IEnumerable<string> CustomersOf(BudgetOwner owner)
    {
        IEnumerable<string> shared = _shared.TryGetValue(owner, out var customers) ? customers : [];
        return owner.Kind == BudgetOwnerKind.Customer ? [owner.Id]
            : owner.Kind == BudgetOwnerKind.Contact && _contacts.TryGetValue(owner.Id, out var first) ? shared.Append(first)
            : shared;
    }

    private HashSet<string> Sharing(BudgetOwner owner) => _shared.TryGetValue(owner, out var customers) ? customers : _shared[owner] = new(StringComparer.Ordinal);
}

/// <summary>A unit of budgets that a touch of a customer holds.</summary>
internal readonly record struct KeptUse(TouchKey Touch, DateTimeOffset At, string? Channel, string? OwnerId, string CustomerId)
{
    public bool IsOf(BudgetOwner owner) => owner.Id == owner.Kind switch { BudgetOwnerKind.Contact => Touch.ContactId, BudgetOwnerKind.Customer => CustomerId, _ => OwnerId };
}
