using CustomerSuccess.Contacts;

namespace CustomerSuccess.SuccessPlans;

/// <summary>An accountability is excused: what it delays is charged to nobody.</summary>
public sealed record AccountabilityExcused : PlanEvent
{
    /// <summary>Excuses an accountability.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="item">The accountability.</param>
    /// <param name="author">Who excuses it. Not empty.</param>
    /// <param name="reason">Why. Not empty.</param>
    public AccountabilityExcused(string id, string planId, string customerId, DateTimeOffset occurredAt, string item, string author, string reason)
        : base(id, planId, customerId, occurredAt)
    {
        ValidText.Check(item);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (Item, Author, Reason) = (item, author, reason);
    }

    /// <summary>The accountability.</summary>
    public string Item { get; }

    /// <summary>Who excused it.</summary>
    public string Author { get; private init; }

    /// <summary>Why.</summary>
    public string Reason { get; private init; }

    internal override PlanEvent Without(ContactRedaction person) => this with { Id = person.Other(Id)!, Author = person.Id(Author), Reason = person.Text(Reason)! };

    private protected override string Told => ContentText.Of(Item, Author, Reason);
}

/// <summary>
/// Someone says that the ledger is wrong about an accountability: it was done on another day, it was owed by the other party, or it
/// is to be excused. The ledger is given both ways: as it is recorded, and as it would be if all standing disputes were right.
/// </summary>
public sealed record AccountabilityDisputed : PlanEvent
{
    /// <summary>Disputes an accountability.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="item">The accountability.</param>
    /// <param name="author">Who disputes it. Not empty.</param>
    /// <param name="reason">Why. Not empty.</param>
    public AccountabilityDisputed(string id, string planId, string customerId, DateTimeOffset occurredAt, string item, string author, string reason)
        : base(id, planId, customerId, occurredAt)
    {
        ValidText.Check(item);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (Item, Author, Reason) = (item, author, reason);
    }

    /// <summary>The accountability.</summary>
    public string Item { get; }

    /// <summary>Who disputes it.</summary>
    public string Author { get; private init; }

    /// <summary>Why.</summary>
    public string Reason { get; private init; }

    /// <summary>When it was done in the author's view; null where that is not disputed.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Who owed it in the author's view; null where that is not disputed.</summary>
    public PlanParty? Party { get; init; }

    /// <summary>Whether it is to be excused in the author's view; false unless stated.</summary>
    public bool Excused { get; init; }

    internal override PlanEvent Without(ContactRedaction person) => this with { Id = person.Other(Id)!, Author = person.Id(Author), Reason = person.Text(Reason)! };

    private protected override string Told => ContentText.Of(Item, Author, Reason, DoneOn?.DayNumber, Party, Excused);
}

/// <summary>How well the customer's people know something that a milestone needs.</summary>
public sealed record SkillAssessed : PlanEvent
{
    /// <summary>Records an assessment. The last one counts.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="skill">The skill, compared ordinally. Not empty.</param>
    /// <param name="level">The level, 0 to 5.</param>
    public SkillAssessed(string id, string planId, string customerId, DateTimeOffset occurredAt, string skill, int level)
        : base(id, planId, customerId, occurredAt)
    {
        ValidText.Check(skill);
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 5);
        (Skill, Level) = (skill, level);
    }

    /// <summary>The skill.</summary>
    public string Skill { get; }

    /// <summary>The level, 0 (none) to 5.</summary>
    public int Level { get; }

    internal override PlanEvent Without(ContactRedaction person) => this with { Id = person.Other(Id)! };

    private protected override string Told => ContentText.Of(Skill, Level);
}
