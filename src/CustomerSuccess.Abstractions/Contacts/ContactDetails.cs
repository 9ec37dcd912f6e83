using System.Collections.ObjectModel;

namespace CustomerSuccess.Contacts;

/// <summary>
/// The personal data of a contact, and the only place for it: name, addresses, free text. Everything else carries the id. It
/// never prints what it holds. Immutable.
/// </summary>
public sealed class ContactDetails
{
    private readonly string? _name;
    private readonly IReadOnlyDictionary<string, string> _addresses = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Details of a contact.</summary>
    /// <param name="contactId">The contact. Not empty.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public ContactDetails(string contactId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        ContactId = contactId;
    }

    /// <summary>The contact.</summary>
    public string ContactId { get; }

    /// <summary>The name; null where it is not known.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Name { get => _name; init => _name = ContactText.NotEmpty(value, "name"); }

    /// <summary>The address by channel: <c>email</c>, <c>phone</c>, whatever the host's channels are.</summary>
    /// <exception cref="ArgumentException">A channel or an address is empty.</exception>
    public IReadOnlyDictionary<string, string> Addresses
    {
        get => _addresses;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _addresses = value.ToDictionary(a => Stated(a.Key), a => Stated(a.Value), StringComparer.Ordinal).AsReadOnly();
        }
    }

    /// <summary>Free text about the person; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>The address on a channel; null where it is not known.</summary>
    public string? AddressOn(string channel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(channel);
        return _addresses.GetValueOrDefault(channel);
    }

    /// <summary>That these are details, and nothing of them.</summary>
    public override string ToString() => "personal details of a contact";

    private static string Stated(string? text) => string.IsNullOrWhiteSpace(text)
        ? throw new ArgumentException("An address or its channel is empty. Leave out what is not known.", nameof(text))
        : text;
}
