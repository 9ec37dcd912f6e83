using CustomerSuccess.Contacts;

namespace CustomerSuccess.SuccessPlans;

/// <summary>The customer was asked for something that the plan had announced.</summary>
public sealed record TeeUpAsked : PlanEvent
{
    /// <summary>Records an ask.</summary>
    /// <param name="id">The event's id, by which it is answered.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="teeUp">The tee-up of the plan.</param>
    /// <param name="author">Who asked. Not empty.</param>
    public TeeUpAsked(string id, string planId, string customerId, DateTimeOffset occurredAt, string teeUp, string author)
        : base(id, planId, customerId, occurredAt)
    {
        ValidText.Check(teeUp);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        (TeeUp, Author) = (teeUp, author);
    }

    /// <summary>The tee-up.</summary>
    public string TeeUp { get; }

    /// <summary>Who asked.</summary>
    public string Author { get; private init; }

    /// <summary>The contact who was asked; null for nobody in particular.</summary>
    public string? ContactId { get; init; }

    internal override PlanEvent Without(ContactRedaction person) => this with { Id = person.Other(Id)!, Author = person.Id(Author), ContactId = ContactId is { } contact ? person.Id(contact) : null };

    private protected override string Told => ContentText.Of(TeeUp, Author, ContactId);
}

/// <summary>What came of an ask.</summary>
public enum TeeUpOutcome
{
    /// <summary>The customer does it.</summary>
    Accepted,

    /// <summary>The customer does not.</summary>
    Declined,

    /// <summary>Not now: it may be asked again.</summary>
    Later,

    /// <summary>The customer has done it.</summary>
    Done,
}

/// <summary>The customer answered an ask.</summary>
public sealed record TeeUpAnswered : PlanEvent
{
    /// <summary>Records an answer. The last one counts.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="askId">The id of the event of the ask.</param>
    /// <param name="outcome">The answer.</param>
    public TeeUpAnswered(string id, string planId, string customerId, DateTimeOffset occurredAt, string askId, TeeUpOutcome outcome)
        : base(id, planId, customerId, occurredAt)
    {
        ValidText.Check(askId);
        (AskId, Outcome) = (askId, Enum.IsDefined(outcome) ? outcome : throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no such answer."));
    }

    /// <summary>The ask.</summary>
    public string AskId { get; private init; }

    /// <summary>The answer.</summary>
    public TeeUpOutcome Outcome { get; }

    internal override PlanEvent Without(ContactRedaction person) => this with { Id = person.Other(Id)!, AskId = person.Other(AskId)! };

    private protected override string Told => ContentText.Of(AskId, Outcome);
}
