using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>
/// What rules would have done: the cases that would have been opened, whom they would have touched, and what would have held touches back. Nothing was
/// sent; touches count as sent or done, and what customers did is what they did without them. Immutable.
/// </summary>
public sealed class ReplayReport
{
    /// <summary>From when, UTC: the rules became active then, and what triggers them before does not count.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when, inclusive, UTC.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The content hash of rules and what they read.</summary>
    public required string ConfigurationHash { get; init; }

    /// <summary>When the cycles were: not when they were in life.</summary>
    public required ReplayCycles Cycles { get; init; }

    /// <summary>How many cycles there were.</summary>
    public required int CycleCount { get; init; }

    /// <summary>How many customers were looked at.</summary>
    public required int Customers { get; init; }

    /// <summary>The cases as they stood at the end, by when they fired, customer and key.</summary>
    public required IReadOnlyList<InterventionCase> Cases { get; init; }

    /// <summary>The touches that were sent or done, by when, customer and key.</summary>
    public required IReadOnlyList<ReplayTouch> Touches { get; init; }

    /// <summary>The touches by people for which there was no time until the end, or until their case was over.</summary>
    public required IReadOnlyList<ReplayTouch> Undone { get; init; }

    /// <summary>What was held back, by rule and reason.</summary>
    public required IReadOnlyList<ReplayHold> HeldBack { get; init; }

    /// <summary>What each rule did, by name; a rule that did nothing is there too.</summary>
    public required IReadOnlyList<ReplayRule> Rules { get; init; }

    /// <summary>Which rules met which others at the same customers; only those that did.</summary>
    public required IReadOnlyList<ReplayOverlap> Overlaps { get; init; }

    /// <summary>What failed, and did not stop the rest; each once.</summary>
    public required IReadOnlyList<InterventionProblem> Problems { get; init; }

    /// <summary>The touches of each week, from Monday UTC, by its Monday; weeks without touches are there with 0.</summary>
    public IReadOnlyList<ReplayCount> TouchesPerWeek => ReplayCounts.PerWeek(From, To, Touches);

    /// <summary>The touches by who owned the customer; an owner that is not known is <c>nobody</c>.</summary>
    public IReadOnlyList<ReplayCount> TouchesPerOwner => ReplayCounts.Per(Touches, t => t.Touch.OwnerId ?? "nobody");

    /// <summary>The touches by customer, of those that were touched.</summary>
    public IReadOnlyList<ReplayCount> TouchesPerCustomer => ReplayCounts.Per(Touches, t => t.CustomerId);

    /// <summary>The touches by rule, of those that touched.</summary>
    public IReadOnlyList<ReplayCount> TouchesPerRule => ReplayCounts.Per(Touches, t => t.Rule);

    /// <summary>The touches by channel; where the owner chooses it is <c>owner's choice</c>.</summary>
    public IReadOnlyList<ReplayCount> TouchesPerChannel => ReplayCounts.Per(Touches, t => t.Touch.Channel ?? "owner's choice");

    /// <summary>One line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{NumberText.Instant(From)} to {NumberText.Instant(To)}: {Customers} customers, {Cases.Count} cases, {Touches.Count} touches, {HeldBack.Sum(h => h.Count)} held back");

    /// <summary>Some lines for a person: who would have been touched, how often, and what that rests on.</summary>
    public string Explain() => ReplayText.Of(this);
}

/// <summary>A touch of a replay. Immutable.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Touch">The touch.</param>
public sealed record ReplayTouch(string CustomerId, Touch Touch)
{
    /// <summary>The rule.</summary>
    public string Rule => Touch.Key.Case.Rule;

    /// <summary>When it was sent or done; when it was due where it was not.</summary>
    public DateTimeOffset At => Touch.AttemptedAt ?? Touch.DueAt ?? DateTimeOffset.MinValue;

    /// <summary><c>2026-03-09 acme email to ann (no login)</c>.</summary>
    public override string ToString() =>
        $"{NumberText.Instant(At)} {CustomerId} {Touch.Channel ?? "owner's choice"} {(Touch.Key.ContactId is { } contact ? $"to {contact}" : "by the owner")} ({Rule})";
}

/// <summary>How many touches. Immutable.</summary>
/// <param name="Name">Of what: a week's Monday, an owner, a customer, a rule, a channel.</param>
/// <param name="Touches">How many.</param>
public sealed record ReplayCount(string Name, int Touches);

/// <summary>What was held back for one reason. Immutable.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Reason">Why.</param>
/// <param name="Occurrences">How many occurrences of the trigger opened no case.</param>
/// <param name="Touches">How many touches were held back, for some time or for good; each counts once for a reason.</param>
public sealed record ReplayHold(string Rule, SuppressionReason Reason, int Occurrences, int Touches)
{
    /// <summary>Both together.</summary>
    public int Count => Occurrences + Touches;
}

/// <summary>What one rule did. Immutable.</summary>
public sealed class ReplayRule
{
    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>How many cases it opened.</summary>
    public required int Cases { get; init; }

    /// <summary>At how many customers.</summary>
    public required int Customers { get; init; }

    /// <summary>How many touches.</summary>
    public required int Touches { get; init; }

    /// <summary>How many cases are open at the end.</summary>
    public required int Open { get; init; }

    /// <summary>How many cases ended how; only those that occurred.</summary>
    public required IReadOnlyDictionary<CaseOutcome, int> Outcomes { get; init; }

    /// <summary>How many cases succeeded or cleared before anyone was touched: they resolved by themselves.</summary>
    public required int ResolvedAlone { get; init; }

    /// <summary>Their share of the cases that ended and were not withdrawn, 0 to 1; null where none did. A high one asks for a longer <c>for</c>, or for no rule at all.</summary>
    public double? ResolvedAloneShare => Outcomes.Where(o => o.Key != CaseOutcome.Withdrawn).Sum(o => o.Value) is > 0 and var ended ? (double)ResolvedAlone / ended : null;
}

/// <summary>How a rule meets another at the same customers. Immutable.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Other">The other.</param>
/// <param name="Customers">At how many customers both had open cases at one time.</param>
/// <param name="NearTouches">How many touches of the rule were close to one of the other at the same customer.</param>
/// <param name="Touches">Of how many touches of the rule.</param>
public sealed record ReplayOverlap(string Rule, string Other, int Customers, int NearTouches, int Touches)
{
    /// <summary>The share of the rule's touches that were close to one of the other, 0 to 1; null where it has none.</summary>
    public double? NearShare => Touches == 0 ? null : (double)NearTouches / Touches;
}
