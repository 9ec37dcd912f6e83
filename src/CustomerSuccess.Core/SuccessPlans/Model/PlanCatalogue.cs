namespace CustomerSuccess.SuccessPlans;

/// <summary>A reason why customers buy: milestones, capabilities and assets name the one they serve. Immutable.</summary>
public sealed record ValueDriver
{
    /// <summary>The name, compared ordinally.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, for a person; null for nothing.</summary>
    public string? Description { get; init; }

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>What may get in the way, thought of beforehand. Immutable.</summary>
public sealed record PossibleBlocker
{
    /// <summary>What it is, in the words by which it is counted when it is raised.</summary>
    public required string Pattern { get; init; }

    /// <summary>Where it lies: People, Product, Services, Quality, or one of the host's own.</summary>
    public required string Dimension { get; init; }

    /// <summary>The milestone or accountability that it would block; null for the plan as a whole.</summary>
    public string? Item { get; init; }

    /// <summary>What to do about it beforehand; null for nothing.</summary>
    public string? Prevention { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Pattern} ({Dimension})";
}

/// <summary>Content or a service that helps: it names what it is for. Immutable.</summary>
public sealed record PlanAsset
{
    /// <summary>The id, compared ordinally.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called; the id unless stated.</summary>
    public string Title { get => field ?? Id; init; }

    /// <summary>The value driver that it serves.</summary>
    public required string ValueDriver { get; init; }

    /// <summary>The milestone or accountability that it helps with; null for the plan as a whole.</summary>
    public string? Item { get; init; }

    /// <inheritdoc />
    public override string ToString() => Title == Id ? Id : $"{Id}: {Title}";
}

/// <summary>An outcome that the customer wants, made of milestones. Outcomes succeed each other. Immutable.</summary>
public sealed record DesiredOutcome
{
    private readonly IReadOnlyList<string> _milestones = [];

    /// <summary>The id, compared ordinally.</summary>
    public required string Id { get; init; }

    /// <summary>What is wanted, in the customer's words; the id unless stated.</summary>
    public string Title { get => field ?? Id; init; }

    /// <summary>The milestones of which it consists: it is reached when all of them are. Empty for one that is named and not planned yet.</summary>
    public IReadOnlyList<string> Milestones
    {
        get => _milestones;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _milestones = Array.AsReadOnly([.. value]);
        }
    }

    /// <summary>The outcome that it follows; null for a first one.</summary>
    public string? Follows { get; init; }

    /// <summary>The stakeholder who wants it, of the plan's definition of success; null for the customer as a whole.</summary>
    public string? Stakeholder { get; init; }

    /// <inheritdoc />
    public override string ToString() => Title == Id ? Id : $"{Id}: {Title}";
}
