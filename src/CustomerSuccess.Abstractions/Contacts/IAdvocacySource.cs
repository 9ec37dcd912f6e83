namespace CustomerSuccess.Contacts;

/// <summary>Who agreed to speak for the vendor, and who was asked. Duties as of <see cref="CustomerSuccess.Customers.ICustomerSource"/>.</summary>
public interface IAdvocacySource
{
    /// <summary>Every entry of these customers' contacts that is visible within the query, in any order.</summary>
    IAsyncEnumerable<AdvocateConsent> ReadAdvocateConsentsAsync(FactQuery query, CancellationToken cancellationToken);

    /// <summary>Every record of every ask of these customers' contacts that is visible within the query, in any order.</summary>
    IAsyncEnumerable<AdvocacyAsk> ReadAsksAsync(FactQuery query, CancellationToken cancellationToken);
}
