namespace CustomerSuccess.Contacts;

/// <summary>The host's log of interactions. Duties as of <see cref="CustomerSuccess.Customers.ICustomerSource"/>.</summary>
public interface IInteractionSource
{
    /// <summary>Every interaction of these customers that is visible within the query, in any order.</summary>
    IAsyncEnumerable<Interaction> ReadAsync(FactQuery query, CancellationToken cancellationToken);
}
