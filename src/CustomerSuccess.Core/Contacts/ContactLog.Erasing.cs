namespace CustomerSuccess.Contacts;

/// <summary>Erasing a person from the log.</summary>
public sealed partial class ContactLog
{
    private readonly byte[] _key;
    private readonly Dictionary<string, ContactErasure> _erased = new(StringComparer.Ordinal);

    /// <summary>An empty log.</summary>
    /// <param name="pseudonymKey">The host's secret under which ids of erased contacts become pseudonyms: 16 bytes or more, the same at every start. Without one a pseudonym can be told from a guessed id: state it where ids are e-mail addresses.</param>
    /// <exception cref="ArgumentException">The key is shorter than 16 bytes.</exception>
    public ContactLog(ReadOnlySpan<byte> pseudonymKey = default) => _key = pseudonymKey.Length is 0 or >= 16
        ? pseudonymKey.ToArray()
        : throw new ArgumentException("A key of so few bytes is no secret. Give 16 bytes or more, or none.", nameof(pseudonymKey));

    /// <summary>
    /// Erases a person: the details go, the id becomes a pseudonym in every record, free text of interactions in which the person took
    /// part and remarks that the person made go, and other texts of the customers that have the contact no longer mention the name,
    /// its parts or an address; those of other customers no longer the whole name or an address. What was counted stays
    /// counted. That it was done is recorded, for each of these customers. Done again it changes nothing. What is added later under
    /// the erased id is recorded under the pseudonym. It reads the whole log.
    /// </summary>
    /// <param name="contactId">The person's id, or the pseudonym of one who was erased already.</param>
    /// <param name="at">When it is done.</param>
    /// <param name="author">Who does it. Not empty.</param>
    /// <param name="reason">Why. Not empty; it does not mention the person either.</param>
    /// <returns>The pseudonym.</returns>
    /// <exception cref="ArgumentException">A text is empty, or nothing is known of such a contact.</exception>
    public string Erase(string contactId, DateTimeOffset at, string author, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        lock (_gate)
        {
            if (PseudonymOfErased(contactId) is { } done)
            {
                return done;
            }

            var having = _customers.Where(c => c.Value.Names(contactId)).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
            if (having.Count == 0 && !_details.ContainsKey(contactId))
            {
                throw new ArgumentException("Nothing is known of such a contact. Check the id: it is compared ordinally.", nameof(contactId));
            }

            var pseudonym = ContactPseudonym.Of(contactId, _key);
            var redaction = new ContactRedaction(contactId, pseudonym, _details.GetValueOrDefault(contactId));
            _details.Remove(contactId);
            RewriteDetails(redaction, having);
            foreach (var (customer, own) in _customers)
            {
                own.Rewrite(having.Contains(customer) ? redaction : redaction.Elsewhere, contactId);
            }

            // Written after the texts before it, so that it says who and why, and not whom.
            var erasure = redaction.Of(new ContactErasure(pseudonym, pseudonym, at, author, reason));
            _erased.Add(pseudonym, erasure);
            foreach (var customer in having)
            {
                Note(customer, erasure);
            }

            return pseudonym;
        }
    }

    private string? PseudonymOfErased(string contactId) =>
        _erased.Count == 0 ? null
        : _erased.ContainsKey(contactId) ? contactId
        : ContactPseudonym.Of(contactId, _key) is var pseudonym && _erased.ContainsKey(pseudonym) ? pseudonym
        : null;

    private T Unnamed<T>(T record, Func<ContactRedaction, T, T> redacted, IReadOnlyList<string> contacts)
        where T : class, IDated
    {
        foreach (var id in contacts)
        {
            if (PseudonymOfErased(id) is { } pseudonym)
            {
                record = redacted(new ContactRedaction(id, pseudonym), record);
                Note(record.CustomerId, _erased[pseudonym]);
            }
        }

        return record;
    }

    private void Note(string customerId, ContactErasure erasure) =>
        _customers[customerId].Erasures.Add(new(customerId, erasure.Pseudonym, erasure.ErasedAt, erasure.Author, erasure.Reason));

    private void RewriteDetails(ContactRedaction redaction, HashSet<string> having)
    {
        var beside = having.SelectMany(c => _customers[c].Contacts.All.Select(o => o.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, details) in _details.ToArray())
        {
            _details[id] = (beside.Contains(id) ? redaction : redaction.Elsewhere).Of(details);
        }
    }
}
