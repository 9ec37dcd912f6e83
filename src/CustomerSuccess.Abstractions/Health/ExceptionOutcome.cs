namespace CustomerSuccess.Health;

/// <summary>How the condition of a score exception came out, and what followed.</summary>
public enum ExceptionOutcome
{
    /// <summary>The condition holds: the exception was applied.</summary>
    Applied,

    /// <summary>The condition holds, and the value already kept the exception's limit: nothing changed.</summary>
    WithoutEffect,

    /// <summary>The condition is not known, and the exception is ignored in that case.</summary>
    UnknownIgnored,

    /// <summary>The condition is not known, and the exception is applied in that case.</summary>
    UnknownApplied,

    /// <summary>The condition is not known, and there is no score in that case.</summary>
    UnknownAbstained,
}
