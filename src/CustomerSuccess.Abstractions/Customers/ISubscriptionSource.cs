namespace CustomerSuccess.Customers;

/// <summary>The host's subscriptions, in dated versions. Duties as of <see cref="ICustomerSource"/>.</summary>
public interface ISubscriptionSource
{
    /// <summary>Every version of every subscription of these customers that is visible within the query, in any order.</summary>
    IAsyncEnumerable<Subscription> ReadAsync(FactQuery query, CancellationToken cancellationToken);
}
