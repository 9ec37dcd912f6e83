namespace CustomerSuccess.Health;

/// <summary>
/// The way to a band: what would have to change. Only measures marked actionable move; the cost of a move is the share of
/// the measure's range that it crosses × the measure's effort. Every answer was verified by scoring again. Immutable.
/// </summary>
public sealed class Counterfactual
{
    /// <summary>The band to be reached.</summary>
    public required HealthBand Band { get; init; }

    /// <summary>True where the score is in that band or a better one already; nothing needs to move.</summary>
    public required bool AlreadyThere { get; init; }

    /// <summary>The cheapest single measure that reaches the band, or null where none does.</summary>
    public required CounterfactualPlan? BestSingle { get; init; }

    /// <summary>The cheapest set of measures that reaches the band, or null where none does. May equal <see cref="BestSingle"/>.</summary>
    public required CounterfactualPlan? Cheapest { get; init; }

    /// <summary>Why there is no answer, or what the answer leaves out; null where there is nothing to say.</summary>
    public required string? Reason { get; init; }

    /// <summary>
    /// The ids of the exceptions that held, or are not known to hold, by the host's own lambda: no move can change what the
    /// lambda said, so they are held as they stand.
    /// </summary>
    public required IReadOnlyList<string> HeldAsTheyStand { get; init; }

    /// <summary>Whether the band can be reached by moving actionable measures.</summary>
    public bool CanReach => AlreadyThere || Cheapest is not null;

    /// <inheritdoc />
    public override string ToString() => AlreadyThere ? $"already {Band}" : Cheapest is { } plan ? plan.ToString() : $"cannot reach {Band}: {Reason}";
}

/// <summary>Moves that together reach a band.</summary>
public sealed class CounterfactualPlan
{
    /// <summary>The moves, by measure name.</summary>
    public required IReadOnlyList<CounterfactualMove> Moves { get; init; }

    /// <summary>The sum of the moves' costs.</summary>
    public required double Cost { get; init; }

    /// <summary>The score that the moves reach, from scoring again.</summary>
    public required double Value { get; init; }

    /// <summary>The bands and the display of the score, for the text; null for 0 to 100 with one decimal.</summary>
    public ScoreDefinition? Definition { get; init; }

    /// <inheritdoc />
    public override string ToString() =>
        $"{string.Join(", ", Moves)} → {(Definition?.Display ?? ScoreDisplay.Default).Show(Value, Definition?.Bands)}";
}

/// <summary>One measure's move.</summary>
public sealed class CounterfactualMove
{
    /// <summary>The measure.</summary>
    public required string Measure { get; init; }

    /// <summary>The raw value now, in the measure's unit.</summary>
    public required double From { get; init; }

    /// <summary>The raw value to reach. Equal to <see cref="From"/> where a fresh observation of the same value is enough.</summary>
    public required double To { get; init; }

    /// <summary>The text of <see cref="From"/>: the category, or the number.</summary>
    public required string FromText { get; init; }

    /// <summary>The text of <see cref="To"/>: the category, or the number.</summary>
    public required string ToText { get; init; }

    /// <summary>The share of the measure's range crossed × its effort.</summary>
    public required double Cost { get; init; }

    /// <inheritdoc />
    public override string ToString() => FromText == ToText ? $"{Measure}: {FromText}, observed afresh" : $"{Measure}: {FromText} → {ToText}";
}
