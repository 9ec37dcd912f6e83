namespace CustomerSuccess.Expressions;

/// <summary>One reason why something is not known. Immutable.</summary>
public sealed record CelCause
{
    /// <summary>Creates a cause.</summary>
    /// <param name="subject">What is not known. Not empty.</param>
    /// <param name="reason">Why, in words. Not empty.</param>
    /// <param name="tag">What the host wants to find again behind the cause; null for nothing.</param>
    public CelCause(string subject, string reason, object? tag = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (Subject, Reason, Tag) = (subject, reason, tag);
    }

    /// <summary>What is not known.</summary>
    public string Subject { get; }

    /// <summary>Why, in words.</summary>
    public string Reason { get; }

    /// <summary>What the host put behind the cause. It has no part in comparisons.</summary>
    public object? Tag { get; }

    /// <inheritdoc />
    public bool Equals(CelCause? other) => other is not null && Subject == other.Subject && Reason == other.Reason;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Subject, Reason);

    /// <summary><c>nps: not given</c>.</summary>
    public override string ToString() => $"{Subject}: {Reason}";
}
