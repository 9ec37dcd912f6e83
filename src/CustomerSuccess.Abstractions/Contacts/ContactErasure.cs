namespace CustomerSuccess.Contacts;

/// <summary>That a contact's personal data was erased: what remains of the person is a pseudonym. One record for each customer that had the contact. Immutable.</summary>
public sealed record ContactErasure : IDated, IToldApart
{
    /// <summary>Creates a record.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="pseudonym">The id under which what was counted stays counted. Not empty.</param>
    /// <param name="erasedAt">When.</param>
    /// <param name="author">Who erased it. Not empty.</param>
    /// <param name="reason">Why. Not empty.</param>
    /// <exception cref="ArgumentException">A text is empty.</exception>
    public ContactErasure(string customerId, string pseudonym, DateTimeOffset erasedAt, string author, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(pseudonym);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (CustomerId, Pseudonym, ErasedAt, Author, Reason) = (customerId, pseudonym, erasedAt.ToUniversalTime(), author, reason);
    }

    /// <inheritdoc />
    public string CustomerId { get; }

    /// <summary>The id under which what was counted stays counted.</summary>
    public string Pseudonym { get; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset ErasedAt { get; }

    DateTimeOffset IDated.EffectiveAt => ErasedAt;

    DateTimeOffset IDated.RecordedAt => ErasedAt;

    /// <summary>Who erased it.</summary>
    public string Author { get; internal init; }

    /// <summary>Why.</summary>
    public string Reason { get; internal init; }

    string IToldApart.Content => ContentText.Of(CustomerId, Pseudonym, Author, Reason);

    /// <inheritdoc />
    public override string ToString() => $"{Pseudonym} at {CustomerId}: erased {NumberText.Instant(ErasedAt)}";
}
