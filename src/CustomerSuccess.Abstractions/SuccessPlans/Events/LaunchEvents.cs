using CustomerSuccess.Contacts;

namespace CustomerSuccess.SuccessPlans;

/// <summary>What was promised before the sale.</summary>
public sealed record PromiseMade : PlanEvent
{
    /// <summary>Records a promise.</summary>
    /// <param name="id">The event's id, which is the promise's.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="occurredAt">When it was made.</param>
    /// <param name="promise">What was promised, in the words that were used. Not empty.</param>
    /// <param name="author">Who made it. Not empty.</param>
    public PromiseMade(string id, string planId, string customerId, DateTimeOffset occurredAt, string promise, string author)
        : base(id, planId, customerId, occurredAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(promise);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        (Promise, Author) = (promise, author);
    }

    /// <summary>What was promised.</summary>
    public string Promise { get; private init; }

    /// <summary>Who made it.</summary>
    public string Author { get; private init; }

    /// <summary>The milestone or accountability that delivers it; null where the plan has none, which is reported.</summary>
    public string? Item { get; init; }

    /// <summary>The day, since the plan's start, by which it was promised; that of the item unless stated, null where there is neither.</summary>
    public int? Day { get; init; }

    internal override PlanEvent Without(ContactRedaction person) => this with { Id = person.Other(Id)!, Promise = person.Text(Promise)!, Author = person.Id(Author) };

    private protected override string Told => ContentText.Of(Promise, Author, Item, Day);
}

/// <summary>Why a customer may be lost before the first renewal. The three need different answers, and are kept apart.</summary>
public enum LaunchRiskKind
{
    /// <summary>The customer has not the means.</summary>
    CannotPay,

    /// <summary>The customer has the means, and withholds them.</summary>
    WillNotPay,

    /// <summary>The customer pays, and sees nothing for it.</summary>
    SeesNoValue,
}

/// <summary>A risk of the launch was seen.</summary>
public sealed record LaunchRiskRaised : PlanEvent
{
    /// <summary>Records a risk. It stands until the event is taken back.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="kind">Which.</param>
    /// <param name="author">Who saw it. Not empty.</param>
    /// <param name="reason">From what. Not empty.</param>
    public LaunchRiskRaised(string id, string planId, string customerId, DateTimeOffset occurredAt, LaunchRiskKind kind, string author, string reason)
        : base(id, planId, customerId, occurredAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Kind = Enum.IsDefined(kind) ? kind : throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such risk.");
        (Author, Reason) = (author, reason);
    }

    /// <summary>Which.</summary>
    public LaunchRiskKind Kind { get; }

    /// <summary>Who saw it.</summary>
    public string Author { get; private init; }

    /// <summary>From what.</summary>
    public string Reason { get; private init; }

    internal override PlanEvent Without(ContactRedaction person) => this with { Id = person.Other(Id)!, Author = person.Id(Author), Reason = person.Text(Reason)! };

    private protected override string Told => ContentText.Of(Kind, Author, Reason);
}
