namespace CustomerSuccess.Composition;

/// <summary>Something that is read, and what reads it. Immutable.</summary>
public sealed record LineageEntry
{
    internal LineageEntry(LineageKind kind, string name, LineageReader reader, bool throughSegment) =>
        (Kind, Name, Reader, ThroughSegment) = (kind, name, reader, throughSegment);

    /// <summary>What it is.</summary>
    public LineageKind Kind { get; }

    /// <summary>Its name; empty of a lambda.</summary>
    public string Name { get; }

    /// <summary>What reads it.</summary>
    public LineageReader Reader { get; }

    /// <summary>Whether it is read only through the segments that a condition over it tells apart: without it the reader is not unknown, but may be another.</summary>
    public bool ThroughSegment { get; }

    /// <summary>What reads it, in words: <c>measure 'logins' of 'default'</c>.</summary>
    public string ReadBy => Reader.ToString();

    /// <inheritdoc />
    public override string ToString() => Kind == LineageKind.Lambda ? $"a lambda, which may read anything: {ReadBy}" : $"{Kind} '{Name}': {ReadBy}";
}

/// <summary>What is read.</summary>
public enum LineageKind
{
    /// <summary>A signal.</summary>
    Signal,

    /// <summary>A trait.</summary>
    Trait,

    /// <summary>The segment of a scheme.</summary>
    Segment,

    /// <summary>A function of the host.</summary>
    Function,

    /// <summary>Something else by name: subscriptions, annual revenue, lifecycle stage, what stood before.</summary>
    Name,

    /// <summary>A lambda: what that reads is not known.</summary>
    Lambda,
}

/// <summary>Something that reads. Immutable.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Of">The scorecard, scheme or plan that it is a part of; empty of a fact or a rule.</param>
public sealed record LineageReader(LineageReaderKind Kind, string Name, string Of)
{
    /// <summary><c>measure 'logins' of 'default'</c>.</summary>
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()} '{Name}'{(Of.Length == 0 ? "" : $" of '{Of}'")}";
}

/// <summary>What reads.</summary>
public enum LineageReaderKind
{
    /// <summary>A named fact.</summary>
    Fact,

    /// <summary>A segment of a scheme, by its condition.</summary>
    Segment,

    /// <summary>A measure of a scorecard.</summary>
    Measure,

    /// <summary>An exception of a scorecard, by its condition.</summary>
    Exception,

    /// <summary>A milestone of a plan, by its evidence or by the measure of its objective.</summary>
    Milestone,

    /// <summary>An accountability of a plan, by its evidence.</summary>
    Accountability,

    /// <summary>An objective of a plan, by its measure.</summary>
    Objective,

    /// <summary>A rule, by its trigger, its conditions and its correlation key.</summary>
    Rule,
}
