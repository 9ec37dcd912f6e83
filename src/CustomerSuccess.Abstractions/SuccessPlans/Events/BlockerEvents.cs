using CustomerSuccess.Contacts;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Something stands in a plan's way.</summary>
public sealed record BlockerRaised : PlanEvent
{
    /// <summary>Raises a blocker.</summary>
    /// <param name="id">The event's id, by which it is contained and removed.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="dimension">Where it lies: People, Product, Services, Quality, or one of the host's own, compared ordinally. Not empty.</param>
    /// <param name="pattern">What it is, in the same words wherever it occurs: patterns are counted by it. Not empty.</param>
    /// <param name="author">Who raised it. Not empty.</param>
    public BlockerRaised(string id, string planId, string customerId, DateTimeOffset occurredAt, string dimension, string pattern, string author)
        : base(id, planId, customerId, occurredAt)
    {
        ValidText.Check(dimension);
        ValidText.Check(pattern);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        (Dimension, Pattern, Author) = (dimension, pattern, author);
    }

    /// <summary>Where it lies.</summary>
    public string Dimension { get; }

    /// <summary>What it is.</summary>
    public string Pattern { get; private init; }

    /// <summary>Who raised it.</summary>
    public string Author { get; private init; }

    /// <summary>The milestone or accountability that it blocks; null for the plan as a whole.</summary>
    public string? Item { get; init; }

    internal override PlanEvent Without(ContactRedaction person) => this with { Id = person.Other(Id)!, Pattern = person.Text(Pattern)!, Author = person.Id(Author) };

    private protected override string Told => ContentText.Of(Dimension, Pattern, Author, Item);
}

/// <summary>A blocker does not stand in the way of this customer any more.</summary>
public sealed record BlockerCleared : PlanEvent
{
    /// <summary>Clears a blocker.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="blockerId">The id of the event that raised it.</param>
    /// <param name="author">Who says so. Not empty.</param>
    /// <param name="forEver">Whether its cause is gone too, so that it cannot come back here; otherwise it is fixed for now.</param>
    public BlockerCleared(string id, string planId, string customerId, DateTimeOffset occurredAt, string blockerId, string author, bool forEver)
        : base(id, planId, customerId, occurredAt)
    {
        ValidText.Check(blockerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        (BlockerId, Author, ForEver) = (blockerId, author, forEver);
    }

    /// <summary>The blocker.</summary>
    public string BlockerId { get; private init; }

    /// <summary>Who says so.</summary>
    public string Author { get; private init; }

    /// <summary>Whether its cause is gone too.</summary>
    public bool ForEver { get; }

    internal override PlanEvent Without(ContactRedaction person) => this with { Id = person.Other(Id)!, BlockerId = person.Other(BlockerId)!, Author = person.Id(Author) };

    private protected override string Told => ContentText.Of(BlockerId, Author, ForEver);
}
