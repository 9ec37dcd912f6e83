using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>What two versions of rules would have done over the same history. Immutable.</summary>
public sealed class ReplayComparison
{
    /// <summary>What the one would have done.</summary>
    public required ReplayReport Before { get; init; }

    /// <summary>What the other would have done.</summary>
    public required ReplayReport After { get; init; }

    /// <summary>The cases that only the one opens.</summary>
    public required IReadOnlyList<InterventionCase> OnlyBefore { get; init; }

    /// <summary>The cases that only the other opens.</summary>
    public required IReadOnlyList<InterventionCase> OnlyAfter { get; init; }

    /// <summary>The cases that both open: the same customer, rule, correlation key and occurrence; where each has one rule its name may differ.</summary>
    public required IReadOnlyList<ReplayPair> Both { get; init; }

    /// <summary>Those of both that touch otherwise.</summary>
    public IEnumerable<ReplayPair> Differing => Both.Where(p => p.TouchesDiffer);

    /// <summary>One line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Both.Count} cases in both ({Differing.Count()} touch otherwise), {OnlyBefore.Count} only before, {OnlyAfter.Count} only after; touches {Before.Touches.Count} before, {After.Touches.Count} after");

    /// <summary>Some lines for a person: each case that only one opens, and each that touches otherwise.</summary>
    public string Explain() => string.Join('\n', [
        ToString(),
        .. OnlyBefore.Select(c => $"  only before: {c.CustomerId}, {c.Key.Rule}, {NumberText.Instant(c.FiredAt)}"),
        .. OnlyAfter.Select(c => $"  only after: {c.CustomerId}, {c.Key.Rule}, {NumberText.Instant(c.FiredAt)}"),
        .. Differing.Select(p => $"  otherwise: {p.Before.CustomerId}, {p.Before.Key.Rule}, {NumberText.Instant(p.Before.FiredAt)}: {ReplayPair.Words(p.Before)} before, {ReplayPair.Words(p.After)} after")]);
}

/// <summary>A case as two versions of rules make it. Immutable.</summary>
/// <param name="Before">By the one.</param>
/// <param name="After">By the other.</param>
public sealed record ReplayPair(InterventionCase Before, InterventionCase After)
{
    /// <summary>Whether other touches were sent or done: at other instants, to other contacts, on other channels, or not by people in both.</summary>
    public bool TouchesDiffer => !Sent(Before).SequenceEqual(Sent(After));

    internal static string Words(InterventionCase found) => Sent(found).ToArray() is { Length: > 0 } sent
        ? string.Join(", ", sent.Select(t => $"{NumberText.Instant(t.At)} {t.Channel ?? "owner's choice"}{(t.Contact is null ? "" : $" to {t.Contact}")}"))
        : "no touch";

    private static IEnumerable<(DateTimeOffset At, string? Channel, string? Contact, bool IsByPeople)> Sent(InterventionCase found) =>
        found.Touches.Where(t => t.AttemptedAt is not null).Select(t => (t.AttemptedAt!.Value, t.Channel, t.Key.ContactId, t.IsByPeople));
}
