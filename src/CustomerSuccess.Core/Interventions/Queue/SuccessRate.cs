using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>
/// How often a rule succeeded in a segment: the lower bound of Wilson's 95 % interval of known successes ÷ closed cases; the prior where there are too few.
/// Immutable.
/// </summary>
public sealed class SuccessRate
{
    private SuccessRate(int succeeded, int closed, double value, bool isPrior) => (Succeeded, Closed, Value, IsPrior) = (succeeded, closed, value, isPrior);

    /// <summary>The cases that are known to have succeeded.</summary>
    public int Succeeded { get; }

    /// <summary>The cases that ended in whatever way, without those that were withdrawn.</summary>
    public int Closed { get; }

    /// <summary>The rate that counts, 0 to 1.</summary>
    public double Value { get; }

    /// <summary>Whether there were too few closed cases, so that the prior counts.</summary>
    public bool IsPrior { get; }

    /// <summary>The rate of so many successes.</summary>
    /// <param name="succeeded">How many succeeded, 0 to <paramref name="closed"/>.</param>
    /// <param name="closed">Of how many that are closed, 0 or more.</param>
    /// <param name="options">The thresholds; the usual ones where null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or more succeeded than closed.</exception>
    public static SuccessRate Of(int succeeded, int closed, WorkQueueOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(closed);
        ArgumentOutOfRangeException.ThrowIfNegative(succeeded);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(succeeded, closed);
        options ??= new();
        return closed < options.MinimumCases ? new(succeeded, closed, options.Prior, true) : new(succeeded, closed, WilsonBounds.Of(succeeded, closed).Lower, false);
    }

    /// <summary><c>0.409 (of 25 cases 15 succeeded)</c>; <c>0.1 (assumed: 3 cases are closed, fewer than needed)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.###} ({(IsPrior ? $"assumed: of {Closed} closed cases {Succeeded} succeeded, too few to tell" : $"at least: of {Closed} closed cases {Succeeded} succeeded")})");
}

/// <summary>
/// How often rules succeeded in segments. A case counts in the segment in which it was opened. Every end counts, also of those whose customer went or
/// whose rule was removed: they did not succeed; only what was withdrawn counts in no rate. Immutable.
/// </summary>
public sealed class SuccessRates
{
    private readonly Dictionary<(string Rule, string Segment), (int Succeeded, int Closed)> _counts = [];
    private readonly WorkQueueOptions _options;

    private SuccessRates(WorkQueueOptions options) => _options = options;

    /// <summary>Counts cases.</summary>
    /// <param name="cases">The cases; open ones are passed over.</param>
    /// <param name="at">What ended later does not count.</param>
    /// <param name="options">The thresholds; the usual ones where null.</param>
    public static SuccessRates Of(IEnumerable<InterventionCase> cases, DateTimeOffset at, WorkQueueOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var rates = new SuccessRates(options ?? new());
        foreach (var one in cases)
        {
            if (one.Closed is { } closed && closed.At <= at && closed.Outcome != CaseOutcome.Withdrawn)
            {
                var key = (one.Key.Rule, Key(one.Opened.Segment));
                var (succeeded, all) = rates._counts.GetValueOrDefault(key);
                rates._counts[key] = (succeeded + (closed.Outcome == CaseOutcome.Succeeded ? 1 : 0), all + 1);
            }
        }

        return rates;
    }

    /// <summary>The rate of a rule in a segment.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="segment">The segment; null for cases without one.</param>
    public SuccessRate Find(string rule, string? segment)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(rule);
        var (succeeded, closed) = _counts.GetValueOrDefault((rule, Key(segment)));
        return SuccessRate.Of(succeeded, closed, _options);
    }

    // Segments have names.
    private static string Key(string? segment) => segment ?? "";
}
