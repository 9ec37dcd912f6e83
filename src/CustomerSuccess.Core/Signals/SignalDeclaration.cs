namespace CustomerSuccess.Signals;

/// <summary>A signal that expressions may name as <c>signals.ALIAS</c>. Immutable.</summary>
public sealed record SignalDeclaration
{
    /// <summary>The signal's name. Not empty.</summary>
    public required string Name { get; init; }

    /// <summary>The name in expressions; the signal's where null.</summary>
    public string? Alias { get; init; }

    /// <summary>Whether it has values: of one without, only how often and when it happened can be asked.</summary>
    public bool HasValues { get; init; } = true;

    /// <summary>What its source promises; null where nothing is.</summary>
    public SignalContract? Contract { get; init; }

    /// <summary>What it is, for a person; not part of any hash.</summary>
    public string? Description { get; init; }

    internal void AddTo(LanguageBuilder<CustomerFacts> language) => language.Signal(Name, Alias, HasValues, Contract?.Unit, Description);
}

/// <summary>What the source of a signal promises of it. Immutable.</summary>
public sealed record SignalContract
{
    /// <summary>The unit of its values; null where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>The least value that is right; null for none.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest value that is right; null for none.</summary>
    public double? Maximum { get; init; }

    /// <summary>How long after it happened a signal is recorded at the latest; null where nothing is promised.</summary>
    public TimeSpan? Freshness { get; init; }

    /// <summary>Whether nothing should go live without it.</summary>
    public bool IsRequired { get; init; }
}
