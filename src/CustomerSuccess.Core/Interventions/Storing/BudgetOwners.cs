namespace CustomerSuccess.Interventions;

/// <summary>Whose budgets a touch draws on.</summary>
internal static class BudgetOwners
{
    public static IEnumerable<BudgetOwner> Of(Touch touch, string customer) => Of(touch.Key.ContactId, customer, touch.OwnerId);

    public static IEnumerable<BudgetOwner> Of(string? contact, string customer, string? csm)
    {
        if (contact is not null)
        {
            yield return new(BudgetOwnerKind.Contact, contact);
        }

        yield return new(BudgetOwnerKind.Customer, customer);
        if (csm is not null)
        {
            yield return new(BudgetOwnerKind.Csm, csm);
        }
    }
}
