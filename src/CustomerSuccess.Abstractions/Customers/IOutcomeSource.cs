namespace CustomerSuccess.Customers;

/// <summary>The host's outcomes. Duties as of <see cref="ICustomerSource"/>.</summary>
public interface IOutcomeSource
{
    /// <summary>Every outcome of these customers that is visible within the query, in any order.</summary>
    IAsyncEnumerable<Outcome> ReadAsync(FactQuery query, CancellationToken cancellationToken);
}
