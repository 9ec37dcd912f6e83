namespace CustomerSuccess.Customers;

/// <summary>
/// The host's customers, also those that are gone. Implementations may be called from several threads at once, honour
/// cancellation, and throw on failure: a source that cannot answer must not answer less.
/// </summary>
public interface ICustomerSource
{
    /// <summary>Every customer there ever was, in a stable order of the host's choosing, each once.</summary>
    IAsyncEnumerable<string> IdsAsync(CancellationToken cancellationToken);

    /// <summary>Every version of one customer, in any order; empty where there is none.</summary>
    ValueTask<IReadOnlyList<Customer>> FindAsync(string customerId, CancellationToken cancellationToken);

    /// <summary>Every version of these customers, in any order.</summary>
    IAsyncEnumerable<Customer> ReadAsync(FactQuery query, CancellationToken cancellationToken);

    /// <summary>Every version, of whatever customer, that names one of these customers as its parent, in any order. Asked where a measure spans an account tree.</summary>
    IAsyncEnumerable<Customer> ReadChildrenAsync(FactQuery query, CancellationToken cancellationToken);
}
