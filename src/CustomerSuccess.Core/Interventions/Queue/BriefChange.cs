using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Interventions;

/// <summary>Something that is otherwise than at the last contact. Immutable.</summary>
public sealed class BriefChange
{
    /// <summary>What: <c>owner (csm)</c>, <c>subscription s1</c>, <c>milestone Go live</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What it was, for a person; null where it was not there.</summary>
    public required string? Before { get; init; }

    /// <summary>What it is, for a person; null where it is no longer there.</summary>
    public required string? After { get; init; }

    /// <summary><c>owner (csm): ada → bob</c>.</summary>
    public override string ToString() => Before is null ? $"{Subject}: new, {After}" : After is null ? $"{Subject}: gone, was {Before}" : $"{Subject}: {Before} → {After}";
}

/// <summary>Something that a party owes and that is not done. Immutable.</summary>
public sealed class BriefAccountability
{
    /// <summary>The accountability.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Who owes it.</summary>
    public required PlanParty Party { get; init; }

    /// <summary>The day on which it is due.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>How it stands.</summary>
    public required AccountabilityStanding Standing { get; init; }

    /// <summary>By how many days it is late; 0 where it is not.</summary>
    public required int DaysLate { get; init; }

    /// <summary><c>Import data, due 2026-03-01, 4 days late</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Title}, due {DueOn:yyyy-MM-dd}{(DaysLate > 0 ? $", {DaysLate} {(DaysLate == 1 ? "day" : "days")} late" : "")}");

    internal static IReadOnlyList<BriefAccountability> Open(PlanState state) =>
    [
        .. state.Accountabilities.Where(a => a.DoneAt is null && a.Standing != AccountabilityStanding.Excused)
            .OrderBy(a => a.DueDay).ThenBy(a => a.Id, StringComparer.Ordinal)
            .Select(a => new BriefAccountability { Id = a.Id, Title = a.Title, Party = a.Party, DueOn = state.Plan.DateOf(a.DueDay), Standing = a.Standing, DaysLate = a.DaysLate }),
    ];
}
