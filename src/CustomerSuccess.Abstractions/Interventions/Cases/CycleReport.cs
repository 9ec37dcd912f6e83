using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>What a cycle came to. Immutable.</summary>
public sealed class CycleReport
{
    /// <summary>Its instant, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The cycle before, UTC; null for the first.</summary>
    public required DateTimeOffset? Previous { get; init; }

    /// <summary>The content hash of rules and what they read.</summary>
    public required string ConfigurationHash { get; init; }

    /// <summary>Whether that is another than at the cycle before: what changed by that alone triggered nothing.</summary>
    public required bool IsConfigurationChanged { get; init; }

    /// <summary>How many customers were evaluated.</summary>
    public required int Evaluated { get; init; }

    /// <summary>What happened to cases, customer by customer in ordinal order.</summary>
    public required IReadOnlyList<CustomerEvents> Changes { get; init; }

    /// <summary>What failed, and did not stop the rest.</summary>
    public required IReadOnlyList<InterventionProblem> Problems { get; init; }

    /// <summary>All that happened, customer by customer.</summary>
    public IEnumerable<CaseEvent> Events => Changes.SelectMany(c => c.Events);

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{NumberText.Instant(At)}: {Evaluated} evaluated, {Events.OfType<CaseOpened>().Count()} opened, {Events.OfType<CaseClosed>().Count()} closed, {Events.OfType<TouchReserved>().Count()} touches reserved, {Events.OfType<TouchSuppressed>().Count()} held back, {Problems.Count} problems");
}

/// <summary>What happened to the cases of a customer. Immutable.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Events">What happened, in its order.</param>
public sealed record CustomerEvents(string CustomerId, IReadOnlyList<CaseEvent> Events);

/// <summary>What a delivery came to. Immutable.</summary>
public sealed class DeliveryReport
{
    /// <summary>Its instant, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened, customer by customer in ordinal order.</summary>
    public required IReadOnlyList<CustomerEvents> Changes { get; init; }

    /// <summary>What failed, and did not stop the rest.</summary>
    public required IReadOnlyList<InterventionProblem> Problems { get; init; }

    /// <summary>All that happened, customer by customer.</summary>
    public IEnumerable<CaseEvent> Events => Changes.SelectMany(c => c.Events);
}

/// <summary>Whether a touch may be attempted, and why not. Immutable.</summary>
/// <param name="Reason">Why not; null where it may.</param>
/// <param name="Because">Why, in words.</param>
/// <param name="Until">Until when at least it may not, UTC; null where nothing tells.</param>
public sealed record AttemptVerdict(SuppressionReason? Reason, string Because, DateTimeOffset? Until = null)
{
    /// <summary>Whether it may be attempted.</summary>
    public bool IsAllowed => Reason is null;

    /// <inheritdoc />
    public override string ToString() => IsAllowed ? "yes" : $"no: {Because}";
}
