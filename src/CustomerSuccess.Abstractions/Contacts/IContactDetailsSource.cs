namespace CustomerSuccess.Contacts;

/// <summary>The personal data of contacts: asked only where a person is about to be reached or shown. Duties as of <see cref="CustomerSuccess.Customers.ICustomerSource"/>.</summary>
public interface IContactDetailsSource
{
    /// <summary>What is known of a person; null where there is nothing, or it was erased.</summary>
    ValueTask<ContactDetails?> FindAsync(string contactId, CancellationToken cancellationToken);
}
