namespace CustomerSuccess.Health;

/// <summary>
/// What a strategy says of one customer: a score with its reasons, "not known" with its causes, or a failure. The engine
/// adds level, band, bounds, hash and dates. Immutable: <see cref="Because"/> and the others give a new result.
/// </summary>
public sealed class HealthResult
{
    private HealthResult(HealthScoreState state, double value)
    {
        State = state;
        Value = value;
    }

    private HealthResult(HealthResult other)
    {
        State = other.State;
        Value = other.Value;
        Causes = other.Causes;
        Reason = other.Reason;
        Contributions = other.Contributions;
        Coverage = other.Coverage;
        Lower = other.Lower;
        Upper = other.Upper;
        Score = other.Score;
    }

    /// <summary>Scored, unknown, or failed.</summary>
    public HealthScoreState State { get; }

    /// <summary>The score as stated; NaN where there is none. The engine clamps it to 0–100 and takes NaN or an infinity for a failure.</summary>
    public double Value { get; }

    /// <summary>Why it is not known; empty where it is.</summary>
    public IReadOnlyList<UnknownCause> Causes { get; private init; } = [];

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Reason { get; private init; }

    /// <summary>What it says the score is made of.</summary>
    public IReadOnlyList<HealthContribution> Contributions { get; private init; } = [];

    /// <summary>The share of its inputs that was observed, 0 to 1; null where the strategy does not say: the engine then counts the facts it read.</summary>
    public double? Coverage { get; private init; }

    /// <summary>The lowest it could be once everything missing arrives; null where the strategy does not say.</summary>
    public double? Lower { get; private init; }

    /// <summary>The highest it could be once everything missing arrives; null where the strategy does not say.</summary>
    public double? Upper { get; private init; }

    /// <summary>The whole score, where the strategy is itself a scorecard; otherwise null.</summary>
    public HealthScore? Score { get; private init; }

    /// <summary>A score from 0 to 100.</summary>
    public static HealthResult Of(double value) => new(HealthScoreState.Scored, value);

    /// <summary>A score with everything the engine would add, for instance from a scorecard.</summary>
    public static HealthResult Of(HealthScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return new(score.State, score.Computed ?? double.NaN) { Score = score, Reason = score.Reason };
    }

    /// <summary>No score, because these are not known.</summary>
    public static HealthResult Unknown(params IReadOnlyList<UnknownCause> causes)
    {
        ArgumentNullException.ThrowIfNull(causes);
        return new(HealthScoreState.Unknown, double.NaN) { Causes = [.. causes] };
    }

    /// <summary>No score, because the strategy could not do its work.</summary>
    public static HealthResult Failed(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new(HealthScoreState.Failed, double.NaN) { Reason = reason };
    }

    /// <summary>Adds a reason.</summary>
    /// <param name="name">What counted, for instance the name of a fact. Not empty.</param>
    /// <param name="points">What it gave to the score, signed; null where the strategy cannot attribute points.</param>
    /// <param name="raw">The raw value read, or null.</param>
    public HealthResult Because(string name, double? points = null, double? raw = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(this) { Contributions = [.. Contributions, new HealthContribution(name, points, raw)] };
    }

    /// <summary>States the share of inputs that was observed, 0 to 1.</summary>
    public HealthResult Covering(double coverage)
    {
        if (!(coverage >= 0 && coverage <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "Coverage is a share from 0 to 1.");
        }

        return new(this) { Coverage = coverage };
    }

    /// <summary>States the range in which the score could lie once everything missing arrives, within 0 to 100.</summary>
    public HealthResult Between(double lower, double upper)
    {
        if (!(lower >= 0 && upper <= 100 && lower <= upper))
        {
            throw new ArgumentOutOfRangeException(nameof(lower), lower, "Bounds run from a smaller to a larger score, both from 0 to 100.");
        }

        return new(this) { Lower = lower, Upper = upper };
    }
}

/// <summary>One reason that a strategy states for its score.</summary>
public sealed class HealthContribution
{
    internal HealthContribution(string name, double? points, double? raw)
    {
        Name = name;
        Points = points;
        Raw = raw;
    }

    /// <summary>What counted.</summary>
    public string Name { get; }

    /// <summary>What it gave to the score, signed, or null.</summary>
    public double? Points { get; }

    /// <summary>The raw value read, or null.</summary>
    public double? Raw { get; }
}
