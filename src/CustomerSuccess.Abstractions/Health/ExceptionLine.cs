namespace CustomerSuccess.Health;

/// <summary>An exception of the scorecard that concerned this score: one that held, or one whose condition is not known.</summary>
public sealed class ExceptionLine
{
    /// <summary>The exception's id, unique in the scorecard.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it sets, lifts or caps.</summary>
    public required ScoreLineKind Kind { get; init; }

    /// <summary>How its condition came out and what followed.</summary>
    public required ExceptionOutcome Outcome { get; init; }

    /// <summary>The stated reason.</summary>
    public required string Because { get; init; }

    /// <summary>The signed change it made, in points.</summary>
    public required double Points { get; init; }

    /// <summary>True where the condition is the host's own lambda: it is held as it stands when bounds, changes and counterfactuals are computed.</summary>
    public required bool HeldAsItStands { get; init; }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Id}: {Outcome}, {Because}");
}
