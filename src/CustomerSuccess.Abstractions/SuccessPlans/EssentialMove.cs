using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>How the class of one customer moved between two dates. Immutable.</summary>
public sealed class EssentialMove
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Its class at the first date.</summary>
    public required EssentialFinding Before { get; init; }

    /// <summary>Its class at the second date.</summary>
    public required EssentialFinding After { get; init; }

    /// <summary>By how many classes it moved, −2 to 2, up being above 0; null where a class is not known.</summary>
    public int? Classes => Before.Class == EssentialClass.Unknown || After.Class == EssentialClass.Unknown ? null : (int)After.Class - (int)Before.Class;

    /// <summary>By how much the mean moved, −2 to 2; null where one of them is not there.</summary>
    public double? Mean => After.Mean - Before.Mean;

    /// <summary><c>acme: essential → nice to have, mean -0.523</c>.</summary>
    public override string ToString() =>
        $"{CustomerId}: {Before.Class.ToText()} → {After.Class.ToText()}{(Mean is { } mean ? string.Create(CultureInfo.InvariantCulture, $", mean {Math.Round((decimal)mean, 3, MidpointRounding.AwayFromZero):+0.###;-0.###;0}") : "")}";
}
