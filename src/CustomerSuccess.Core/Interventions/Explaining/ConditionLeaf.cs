namespace CustomerSuccess.Interventions;

/// <summary>One part of a condition that is not made of others by and, or, not: what it came to, what it read, and what it demands. Immutable.</summary>
internal sealed class ConditionLeaf
{
    /// <summary>The canonical text.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it holds.</summary>
    public required Reading<bool> Holds { get; init; }

    /// <summary>What it read, for a person.</summary>
    public required IReadOnlyList<ConditionValue> Values { get; init; }

    /// <summary>The names that it reads.</summary>
    public required IReadOnlyList<string> Reads { get; init; }

    /// <summary>Whether what it comes to is written in it: it reads nothing.</summary>
    public bool IsConstant { get; init; }

    /// <summary>What is compared with a constant; null where it is no such comparison.</summary>
    public ComparedValue? Compared { get; init; }

    /// <summary>What <see cref="Compared"/> has to be for it to hold; null where it is no such comparison.</summary>
    public Demand? WhenTrue { get; init; }

    /// <summary>What <see cref="Compared"/> has to be for it not to hold; null where it is no such comparison.</summary>
    public Demand? WhenFalse { get; init; }
}

/// <summary>A value that is compared with a constant. Immutable.</summary>
/// <param name="Subject">What it is, by its text.</param>
/// <param name="Now">Its value; null where it is not known, or null.</param>
/// <param name="Shown">Its value for a person.</param>
/// <param name="IsPlain">Whether it is what one name reads, rather than computed of several.</param>
internal sealed record ComparedValue(string Subject, object? Now, Reading<string> Shown, bool IsPlain);
