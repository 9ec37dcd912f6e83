namespace CustomerSuccess.Customers;

/// <summary>Who owns which customer, and who the owners are. Duties as of <see cref="ICustomerSource"/>.</summary>
public interface IOwnershipSource
{
    /// <summary>Every entry of these customers that is visible within the query, in any order.</summary>
    IAsyncEnumerable<Ownership> ReadAsync(FactQuery query, CancellationToken cancellationToken);

    /// <summary>Every version of one owner, in any order; empty where there is none.</summary>
    ValueTask<IReadOnlyList<Owner>> FindOwnerAsync(string ownerId, CancellationToken cancellationToken);
}
