namespace CustomerSuccess.Measurement;

/// <summary>How far work has come from fighting fires to leading the way.</summary>
public enum MaturityLevel
{
    /// <summary>There are too few cases.</summary>
    CannotTell,

    /// <summary>Mostly the customer acts first.</summary>
    Reactive,

    /// <summary>Signals are acted upon before the customer has to.</summary>
    Proactive,

    /// <summary>Mostly the plan leads.</summary>
    Leading,
}

/// <summary>The maturity of some human work: all of it, a team's, an owner's, an account's, a segment's. Immutable.</summary>
public sealed class MaturityFigure
{
    /// <summary>Whose work; null of all, and of work without an owner, a team or a segment.</summary>
    public required string? Name { get; init; }

    /// <summary>The cases of human work.</summary>
    public required int Cases { get; init; }

    /// <summary>The reactive share.</summary>
    public required ShareOf Reactive { get; init; }

    /// <summary>The proactive share.</summary>
    public required ShareOf Proactive { get; init; }

    /// <summary>The leading share.</summary>
    public required ShareOf Leading { get; init; }

    /// <summary>The share of which nothing says of what kind it is.</summary>
    public required ShareOf Unclassified { get; init; }

    /// <summary>The level.</summary>
    public required MaturityLevel Level { get; init; }

    /// <summary>Whether the interval of the leading or of the reactive share crosses one of its cuts, so that the level may well be another; false where it cannot be told.</summary>
    public required bool IsBorderline { get; init; }

    /// <summary>Why it is this level, in words.</summary>
    public required string Because { get; init; }

    /// <summary>A few lines for a person.</summary>
    public string Explain() => string.Join('\n', [
        ToString(),
        $"  leading       {Leading}",
        $"  proactive     {Proactive}",
        $"  reactive      {Reactive}",
        $"  unclassified  {Unclassified}"]);

    /// <summary><c>Leading, borderline: at least 50 % are leading and at most 25 % reactive</c>.</summary>
    public override string ToString() => $"{(Name is null ? "" : $"{Name}: ")}{(Level == MaturityLevel.CannotTell ? "cannot tell" : Level.ToString())}{(IsBorderline ? ", borderline" : "")}: {Because}";
}
