namespace CustomerSuccess;

/// <summary>Why something is not known. The names are stable: they appear in JSON and in metric tags.</summary>
public enum UnknownKind
{
    /// <summary>The host did not supply it: a null, a NaN in a column, an absent name.</summary>
    NotGiven,

    /// <summary>A computation yielded NaN or an infinity. Counted as a defect.</summary>
    NotANumber,

    /// <summary>The value lies outside the measure's valid range.</summary>
    OutOfRange,

    /// <summary>The observation is older than the measure allows.</summary>
    Expired,

    /// <summary>The measure needs the age of its observation and the age was not given or lies in the future.</summary>
    AgeNotGiven,

    /// <summary>A text that is none of the measure's categories.</summary>
    UnknownCategory,

    /// <summary>The host's reader threw. Counted as a defect.</summary>
    ReaderFailed,

    /// <summary>Nothing is registered under that name.</summary>
    NotDeclared,

    /// <summary>The window is covered and holds no observation to compute from.</summary>
    NoObservations,

    /// <summary>The source does not cover the window: nothing may be concluded from what is not there.</summary>
    Incomplete,

    /// <summary>A reason that a strategy states in its own words.</summary>
    Stated,
}
