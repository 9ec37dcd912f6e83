using System.Globalization;

namespace CustomerSuccess.Contacts;

/// <summary>How grave an issue is: 1 is the gravest. Smaller levels are graver.</summary>
public readonly record struct IssueSeverity : IComparable<IssueSeverity>
{
    private static readonly string[] Names = ["critical", "high", "medium", "low"];

    private readonly int _below;

    /// <summary>A severity by its level.</summary>
    /// <param name="level">1 (gravest) or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is less than 1.</exception>
    public IssueSeverity(int level) => _below = level >= 1
        ? level - 1
        : throw new ArgumentOutOfRangeException(nameof(level), level, "The gravest severity is 1. Write 1 or more.");

    /// <summary>Level 1.</summary>
    public static IssueSeverity Critical { get; } = new(1);

    /// <summary>Level 2.</summary>
    public static IssueSeverity High { get; } = new(2);

    /// <summary>Level 3.</summary>
    public static IssueSeverity Medium { get; } = new(3);

    /// <summary>Level 4.</summary>
    public static IssueSeverity Low { get; } = new(4);

    /// <summary>The level, 1 or more.</summary>
    public int Level => _below + 1;

    /// <summary><c>critical</c>, <c>high</c>, <c>medium</c>, <c>low</c>, then <c>severity 5</c> and so on.</summary>
    public string Name => _below < Names.Length ? Names[_below] : string.Create(CultureInfo.InvariantCulture, $"severity {Level}");

    /// <summary>Whether it is as grave as another, or graver.</summary>
    public bool IsAtLeast(IssueSeverity other) => _below <= other._below;

    /// <summary>By level: graver ones first.</summary>
    public int CompareTo(IssueSeverity other) => _below.CompareTo(other._below);

    /// <summary>Whether the left one has the smaller level: is graver.</summary>
    public static bool operator <(IssueSeverity left, IssueSeverity right) => left._below < right._below;

    /// <summary>Whether the left one has the larger level.</summary>
    public static bool operator >(IssueSeverity left, IssueSeverity right) => left._below > right._below;

    /// <summary>Whether the left one has the smaller level, or the same.</summary>
    public static bool operator <=(IssueSeverity left, IssueSeverity right) => left._below <= right._below;

    /// <summary>Whether the left one has the larger level, or the same.</summary>
    public static bool operator >=(IssueSeverity left, IssueSeverity right) => left._below >= right._below;

    /// <inheritdoc />
    public override string ToString() => Name;
}
