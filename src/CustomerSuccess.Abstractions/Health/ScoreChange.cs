namespace CustomerSuccess.Health;

/// <summary>Why a score changed between two instants. Immutable.</summary>
public sealed class ScoreChange
{
    /// <summary>The computed score before, 0 to 100.</summary>
    public required double Before { get; init; }

    /// <summary>The computed score after, 0 to 100.</summary>
    public required double After { get; init; }

    /// <summary>One entry per line that is in either score, largest change first. Their totals sum to <see cref="Difference"/> within 1e-9.</summary>
    public required IReadOnlyList<ScoreChangeLine> Lines { get; init; }

    /// <summary>What the later score shares with others of its strategy: how the change is shown. Null for 0 to 100 with one decimal.</summary>
    public ScoreDefinition? Definition { get; init; }

    /// <summary>After − before.</summary>
    public double Difference => After - Before;

    /// <inheritdoc />
    public override string ToString() => ScoreChangeExplanation.Of(this);
}

/// <summary>What one line gave to a change, split into its parts.</summary>
public sealed class ScoreChangeLine
{
    /// <summary>The line's name.</summary>
    public required string Name { get; init; }

    /// <summary>The line's group; empty at the top.</summary>
    public required string Group { get; init; }

    /// <summary>The line's kind.</summary>
    public required ScoreLineKind Kind { get; init; }

    /// <summary>What another configuration changed: the old row under the new configuration, less the old row under the old one.</summary>
    public required double Configuration { get; init; }

    /// <summary>What another value changed: mean weight × difference of normalised values. Signed lines have all of it here.</summary>
    public required double Value { get; init; }

    /// <summary>What another weight or coverage changed: mean normalised value × difference of weights.</summary>
    public required double WeightAndCoverage { get; init; }

    /// <summary>The sum of the three parts.</summary>
    public double Total => Configuration + Value + WeightAndCoverage;

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Name} {Kind}: {Total}");
}
