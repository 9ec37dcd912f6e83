namespace CustomerSuccess.SuccessPlans;

/// <summary>What a tee-up asks for.</summary>
public enum TeeUpKind
{
    /// <summary>To buy more.</summary>
    Expansion,

    /// <summary>To talk to someone who considers buying.</summary>
    Reference,

    /// <summary>To name someone who could use the product too.</summary>
    Referral,

    /// <summary>To tell the story in public.</summary>
    CaseStudy,

    /// <summary>To write a review.</summary>
    Review,

    /// <summary>Something else of the host's.</summary>
    Other,
}

/// <summary>How sure a milestone must be before something is asked for.</summary>
public enum TeeUpNeed
{
    /// <summary>It is reached.</summary>
    Reached,

    /// <summary>It is reached, and that is evidence of value.</summary>
    Evidenced,

    /// <summary>It is reached, and a contact of the customer has acknowledged it.</summary>
    Acknowledged,
}

/// <summary>An ask that is announced early and becomes due when its milestone is reached, never by the calendar. Immutable.</summary>
public sealed record TeeUp
{
    /// <summary>The id, compared ordinally.</summary>
    public required string Id { get; init; }

    /// <summary>What will be asked, in words that the customer reads; the id unless stated.</summary>
    public string Title { get => field ?? Id; init; }

    /// <summary>What is asked for.</summary>
    public required TeeUpKind Kind { get; init; }

    /// <summary>The milestone at which it is asked, and not before.</summary>
    public required string Milestone { get; init; }

    /// <summary>How sure the milestone must be; reached unless stated.</summary>
    public TeeUpNeed Needs { get; init; }

    /// <inheritdoc />
    public override string ToString() => Title == Id ? Id : $"{Id}: {Title}";
}
