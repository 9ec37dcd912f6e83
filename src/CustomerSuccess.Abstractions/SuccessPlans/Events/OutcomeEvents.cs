using CustomerSuccess.Contacts;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Someone at the vendor says that a milestone's outcome is there. A claim completes nothing.</summary>
public sealed record OutcomeClaimed : PlanEvent
{
    /// <summary>Claims an outcome.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="item">The milestone.</param>
    /// <param name="author">Who claims it. Not empty.</param>
    public OutcomeClaimed(string id, string planId, string customerId, DateTimeOffset occurredAt, string item, string author)
        : base(id, planId, customerId, occurredAt)
    {
        ValidText.Check(item);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        (Item, Author) = (item, author);
    }

    /// <summary>The milestone.</summary>
    public string Item { get; }

    /// <summary>Who claimed it.</summary>
    public string Author { get; private init; }

    internal override PlanEvent Without(ContactRedaction person) => this with { Id = person.Other(Id)!, Author = person.Id(Author) };

    private protected override string Told => ContentText.Of(Item, Author);
}

/// <summary>A contact of the customer, by name, agrees that a milestone's outcome is there.</summary>
public sealed record OutcomeAcknowledged : PlanEvent
{
    /// <summary>Acknowledges an outcome.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="item">The milestone.</param>
    /// <param name="contactId">The contact. Not empty.</param>
    public OutcomeAcknowledged(string id, string planId, string customerId, DateTimeOffset occurredAt, string item, string contactId)
        : base(id, planId, customerId, occurredAt)
    {
        ValidText.Check(item);
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        (Item, ContactId) = (item, contactId);
    }

    /// <summary>The milestone.</summary>
    public string Item { get; }

    /// <summary>The contact.</summary>
    public string ContactId { get; private init; }

    internal override PlanEvent Without(ContactRedaction person) => this with { Id = person.Other(Id)!, ContactId = person.Id(ContactId) };

    private protected override string Told => ContentText.Of(Item, ContactId);
}

/// <summary>Why a plan was looked at.</summary>
public enum PlanReviewKind
{
    /// <summary>The monthly update: where it stands.</summary>
    Update,

    /// <summary>The quarterly refresh: whether it is still the right plan, and twelve months ahead of it again.</summary>
    Refresh,
}

/// <summary>A plan was looked at. A refresh is an update too.</summary>
public sealed record PlanReviewed : PlanEvent
{
    /// <summary>Records a review.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="kind">Why.</param>
    /// <param name="author">By whom. Not empty.</param>
    public PlanReviewed(string id, string planId, string customerId, DateTimeOffset occurredAt, PlanReviewKind kind, string author)
        : base(id, planId, customerId, occurredAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        (Kind, Author) = (Enum.IsDefined(kind) ? kind : throw new ArgumentOutOfRangeException(nameof(kind), kind, "A plan is updated or refreshed."), author);
    }

    /// <summary>Why.</summary>
    public PlanReviewKind Kind { get; }

    /// <summary>By whom.</summary>
    public string Author { get; private init; }

    internal override PlanEvent Without(ContactRedaction person) => this with { Id = person.Other(Id)!, Author = person.Id(Author) };

    private protected override string Told => ContentText.Of(Kind, Author);
}
