namespace CustomerSuccess.Customers;

/// <summary>The host's traits, dated. Duties as of <see cref="ICustomerSource"/>.</summary>
public interface ITraitSource
{
    /// <summary>Every trait of these customers that is visible within the query, in any order, history included.</summary>
    IAsyncEnumerable<Trait> ReadAsync(FactQuery query, CancellationToken cancellationToken);
}
