using System.Globalization;

namespace CustomerSuccess.Contacts;

/// <summary>One contact's part in a network. Immutable.</summary>
public sealed class ContactNetworkLine
{
    /// <summary>The contact.</summary>
    public required string ContactId { get; init; }

    /// <summary>The persona; null where it is not known.</summary>
    public required string? Persona { get; init; }

    /// <summary>The level; null where neither persona nor authority is known.</summary>
    public required ContactLevel? Level { get; init; }

    /// <summary>Whether the contact is active, rather than away for a time.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Interactions within the window in which the contact was engaged; null where no interactions are given.</summary>
    public required int? Interactions { get; init; }

    /// <summary>The share of the weighted interactions that hang on the contact, 0 to 1; null where that is not known. Shares add up to 1.</summary>
    public required double? Share { get; init; }

    /// <summary>Whether the influence is not known, and assumed.</summary>
    public required bool InfluenceIsAssumed { get; init; }

    /// <summary><c>c-1, executive sponsor: 3 interactions, 62.5 %</c>.</summary>
    public override string ToString() => string.Join("", (string[])
    [
        $"{ContactId}, {Persona ?? "persona not known"}{(IsActive ? "" : ", on leave")}: ",
        Interactions is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "interaction" : "interactions")}") : "interactions not given",
        Share is { } share ? $", {NumberText.Of(share * 100, "%")}" : "",
        InfluenceIsAssumed ? ", influence assumed" : "",
    ]);
}
