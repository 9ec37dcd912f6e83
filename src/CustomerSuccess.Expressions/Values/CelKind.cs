namespace CustomerSuccess.Expressions;

/// <summary>What a value is.</summary>
public enum CelKind
{
    /// <summary>Null: a value, not an unknown.</summary>
    Null,

    /// <summary>A yes or no.</summary>
    Bool,

    /// <summary>A whole number of 64 bits with a sign.</summary>
    Int,

    /// <summary>A whole number of 64 bits without a sign.</summary>
    Uint,

    /// <summary>A number of double precision (IEEE 754).</summary>
    Double,

    /// <summary>A text: Unicode code points.</summary>
    String,

    /// <summary>Octets.</summary>
    Bytes,

    /// <summary>An instant, to the nanosecond, of the years 1 to 9999.</summary>
    Timestamp,

    /// <summary>A length of time in whole nanoseconds, up to about 292 years either way.</summary>
    Duration,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>A map of values by key; keys are whole numbers, texts and yes or no.</summary>
    Map,

    /// <summary>A type, as a value.</summary>
    Type,

    /// <summary>A record of a declared type.</summary>
    Record,

    /// <summary>Not known, because of causes.</summary>
    Unknown,

    /// <summary>What an expression could not compute, and why.</summary>
    Error,
}
