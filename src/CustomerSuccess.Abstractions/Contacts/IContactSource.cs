namespace CustomerSuccess.Contacts;

/// <summary>The host's contacts. Duties as of <see cref="CustomerSuccess.Customers.ICustomerSource"/>.</summary>
public interface IContactSource
{
    /// <summary>Every version of every contact of these customers that is visible within the query, in any order.</summary>
    IAsyncEnumerable<Contact> ReadAsync(FactQuery query, CancellationToken cancellationToken);

    /// <summary>Every lawful basis and opt-out of these customers' contacts that is visible within the query, in any order.</summary>
    IAsyncEnumerable<ContactConsent> ReadConsentsAsync(FactQuery query, CancellationToken cancellationToken);

    /// <summary>Every erasure of a contact of these customers that is visible within the query, in any order.</summary>
    IAsyncEnumerable<ContactErasure> ReadErasuresAsync(FactQuery query, CancellationToken cancellationToken);
}
