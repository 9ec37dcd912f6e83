namespace CustomerSuccess.Health;

/// <summary>How the scores of child accounts become one.</summary>
public enum RollUpMethod
{
    /// <summary>Their mean: every child counts alike.</summary>
    Mean,

    /// <summary>Their mean, weighted by recurring revenue a year, in one currency.</summary>
    ByRevenue,

    /// <summary>The worst of them.</summary>
    Worst,

    /// <summary>By the share of children that are poor.</summary>
    ShareOfPoor,
}

/// <summary>What becomes of children that are lost or closed. They are listed in any case.</summary>
public enum LostChildren
{
    /// <summary>They do not count.</summary>
    LeftOut,

    /// <summary>They count with the score at which they stand still; without one they are missing.</summary>
    AsFrozen,

    /// <summary>They count as 0.</summary>
    AsZero,
}

/// <summary>What became of a child in a roll-up.</summary>
public enum RollUpState
{
    /// <summary>Its score counts.</summary>
    Counted,

    /// <summary>It has no score.</summary>
    Missing,

    /// <summary>It has a score, and nothing says how much it weighs.</summary>
    NotWeighed,

    /// <summary>It is lost or closed, and such children do not count.</summary>
    LeftOut,
}
