namespace CustomerSuccess.SuccessPlans;

/// <summary>A milestone or accountability that is open, as the customer sees it ahead: when, by whom, and what comes after it. Immutable.</summary>
public sealed class OutlookEntry
{
    /// <summary>The milestone or accountability.</summary>
    public required string Item { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Who owes it; null of a milestone, which is a result and nobody's task.</summary>
    public required PlanParty? Party { get; init; }

    /// <summary>Who of the party does it, for instance a persona; null where that is open.</summary>
    public required string? Role { get; init; }

    /// <summary>The id of the contact, or of the vendor's person or team; null where nobody is named.</summary>
    public required string? Owner { get; init; }

    /// <summary>When it was agreed for, in the plan's zone.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>When it is expected: the day that was agreed, or later where it has to wait for something that is open.</summary>
    public required DateOnly ExpectedOn { get; init; }

    /// <summary>Whether it can be told that it is open; false where its evidence is not known.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>What has to come before it and is open, as ids in ordinal order.</summary>
    public required IReadOnlyList<string> WaitsFor { get; init; }

    /// <summary>What can come once it is there, and is open, as ids in ordinal order.</summary>
    public required IReadOnlyList<string> Then { get; init; }

    /// <summary>Whether it is a milestone.</summary>
    public bool IsMilestone => Party is null;

    /// <inheritdoc />
    public override string ToString() => $"{PlanDates.Iso(ExpectedOn)} {Item}{(Party is { } party ? $" ({party})" : "")}";
}

/// <summary>What is expected within some days from now, and not within fewer of another period. Immutable.</summary>
public sealed class OutlookPeriod
{
    /// <summary>After how many days from now it begins; 0 of the first, which today belongs to.</summary>
    public required int AfterDays { get; init; }

    /// <summary>The last of its days from now; null for everything after the last period that was asked for.</summary>
    public required int? ThroughDays { get; init; }

    /// <summary>Its first date, in the plan's zone.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its last date; null where it has no end.</summary>
    public required DateOnly? Through { get; init; }

    /// <summary>What is expected, by date, accountabilities before milestones, then by id.</summary>
    public required IReadOnlyList<OutlookEntry> Entries { get; init; }

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PlanDates.Iso(From)} to {(Through is { } through ? PlanDates.Iso(through) : "the end")}: {Entries.Count} expected");
}

/// <summary>What the customer will be asked for, and not before which milestone. Immutable.</summary>
public sealed class OutlookAsk
{
    /// <summary>The tee-up.</summary>
    public required string TeeUp { get; init; }

    /// <summary>What is asked, in words that the customer reads.</summary>
    public required string Title { get; init; }

    /// <summary>What is asked for.</summary>
    public required TeeUpKind Kind { get; init; }

    /// <summary>The milestone before which it is not asked.</summary>
    public required string Milestone { get; init; }

    /// <summary>What the milestone is called.</summary>
    public required string MilestoneTitle { get; init; }

    /// <summary>How sure the milestone must be.</summary>
    public required TeeUpNeed Needs { get; init; }

    /// <summary>Whether its milestone is there, so that it may be asked now, or from <see cref="ExpectedOn"/> on where the customer asked to wait.</summary>
    public required bool IsDue { get; init; }

    /// <summary>When it is expected to be asked, in the plan's zone: not earlier than today.</summary>
    public required DateOnly ExpectedOn { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{TeeUp}: {(IsDue ? "from" : $"not before '{Milestone}', about")} {PlanDates.Iso(ExpectedOn)}";
}
