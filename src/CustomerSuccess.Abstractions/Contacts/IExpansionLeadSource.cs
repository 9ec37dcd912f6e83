namespace CustomerSuccess.Contacts;

/// <summary>Remarks that hint at growth. Duties as of <see cref="CustomerSuccess.Customers.ICustomerSource"/>.</summary>
public interface IExpansionLeadSource
{
    /// <summary>Every version of every lead of these customers that is visible within the query, in any order.</summary>
    IAsyncEnumerable<ExpansionLead> ReadAsync(FactQuery query, CancellationToken cancellationToken);
}
