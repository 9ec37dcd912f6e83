namespace CustomerSuccess.Expressions;

/// <summary>What an expression could not compute, and why: data, not an exception. Immutable.</summary>
public sealed class CelError
{
    /// <summary>Creates an error.</summary>
    /// <param name="kind">What kind of error.</param>
    /// <param name="message">The reason, naming the thing. Not empty.</param>
    public CelError(CelErrorKind kind, string message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        (Kind, Message) = (kind, message);
    }

    /// <summary>What kind of error.</summary>
    public CelErrorKind Kind { get; }

    /// <summary>The reason.</summary>
    public string Message { get; }

    /// <inheritdoc />
    public override string ToString() => $"error ({Message})";
}

/// <summary>What kind of error an evaluation can come to.</summary>
public enum CelErrorKind
{
    /// <summary>A function or operator has no meaning for values of these types.</summary>
    NoSuchOverload,

    /// <summary>A number left its range, or an instant or duration did.</summary>
    Range,

    /// <summary>A whole number was divided by zero.</summary>
    DivideByZero,

    /// <summary>A map has no such key, or a record no such field.</summary>
    NoSuchKey,

    /// <summary>A list has no such index.</summary>
    NoSuchIndex,

    /// <summary>A text, a zone, a pattern or a key is not what it has to be.</summary>
    InvalidArgument,

    /// <summary>There is no such variable.</summary>
    NoSuchVariable,

    /// <summary>The evaluation would cost more than it may.</summary>
    TooCostly,

    /// <summary>A function of the host threw.</summary>
    HostFailed,
}
