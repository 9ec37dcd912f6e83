namespace CustomerSuccess.Contacts;

/// <summary>The host's issues. Duties as of <see cref="CustomerSuccess.Customers.ICustomerSource"/>.</summary>
public interface IIssueSource
{
    /// <summary>Every record of every issue of these customers that is visible within the query, in any order.</summary>
    IAsyncEnumerable<Issue> ReadAsync(FactQuery query, CancellationToken cancellationToken);
}
