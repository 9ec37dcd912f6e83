namespace CustomerSuccess;

/// <summary>One reason why something is not known: what, which kind of reason, and a detail in words.</summary>
public sealed record UnknownCause
{
    /// <summary>Creates a cause.</summary>
    /// <param name="subject">The name of what is not known, for instance a measure. Not empty.</param>
    /// <param name="kind">The kind of reason.</param>
    /// <param name="detail">More words for a person, or null where the kind says it all.</param>
    /// <exception cref="ArgumentException"><paramref name="subject"/> is empty.</exception>
    public UnknownCause(string subject, UnknownKind kind, string? detail = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        Subject = subject;
        Kind = kind;
        Detail = detail;
    }

    /// <summary>The name of what is not known.</summary>
    public string Subject { get; }

    /// <summary>The kind of reason.</summary>
    public UnknownKind Kind { get; }

    /// <summary>More words for a person, or null.</summary>
    public string? Detail { get; }

    /// <summary>The reason in words, without the subject: <c>not given</c>, <c>expired: 91 days old</c>, <c>incomplete through 2026-03-01</c>.</summary>
    public string Reason =>
        Detail is null ? Words(Kind)
        : Kind == UnknownKind.Stated ? Detail
        : Kind == UnknownKind.Incomplete ? $"{Words(Kind)} {Detail}"
        : $"{Words(Kind)}: {Detail}";

    /// <summary><c>nps: not given</c>.</summary>
    public override string ToString() => $"{Subject}: {Reason}";

    private static string Words(UnknownKind kind) => kind switch
    {
        UnknownKind.NotGiven => "not given",
        UnknownKind.NotANumber => "not a number",
        UnknownKind.OutOfRange => "out of range",
        UnknownKind.Expired => "expired",
        UnknownKind.AgeNotGiven => "age not given",
        UnknownKind.UnknownCategory => "not a declared category",
        UnknownKind.ReaderFailed => "reader failed",
        UnknownKind.NotDeclared => "not declared",
        UnknownKind.NoObservations => "no observations",
        UnknownKind.Incomplete => "incomplete",
        _ => "unknown",
    };
}
