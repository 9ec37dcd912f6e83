using CustomerSuccess.Health;

namespace CustomerSuccess.Interventions;

/// <summary>
/// Runs rules over history, before they are switched on: the very engine that runs them live, with a store of its own, nothing sent. It reads the
/// sources once and holds the customers in memory. Safe to use from several threads.
/// </summary>
public static class Replay
{
    /// <summary>What rules would have done. Cycles are at the instants that the options say, not those of life: what is known at each is what was recorded by then.</summary>
    /// <param name="health">How customers are read.</param>
    /// <param name="rules">The rules. They become active at <paramref name="from"/>.</param>
    /// <param name="from">From when.</param>
    /// <param name="to">Until when, inclusive; after <paramref name="from"/>.</param>
    /// <param name="options">How; the defaults where null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    /// <exception cref="ConfigurationException">A rule reads what nothing gives.</exception>
    public static async Task<ReplayReport> RunAsync(CustomerHealth health, RuleSet rules, DateTimeOffset from, DateTimeOffset to, ReplayOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(health);
        ArgumentNullException.ThrowIfNull(rules);
        (from, to) = (from.ToUniversalTime(), to.ToUniversalTime());
        if (to <= from)
        {
            throw new ArgumentException($"The replay ends {NumberText.Instant(to)}, and begins {NumberText.Instant(from)}. Give an end after it.", nameof(to));
        }

        return await ReplayRun.RunAsync(CustomerInterventions.Of(health, rules), from, to, options ?? new(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What two versions of rules would have done over the same history.</summary>
    /// <param name="health">How customers are read.</param>
    /// <param name="before">The one: the rules as they are.</param>
    /// <param name="after">The other: the rules as they are meant to be.</param>
    /// <param name="from">From when.</param>
    /// <param name="to">Until when, inclusive.</param>
    /// <param name="options">How; the defaults where null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    /// <exception cref="ConfigurationException">A rule reads what nothing gives.</exception>
    public static async Task<ReplayComparison> CompareAsync(CustomerHealth health, RuleSet before, RuleSet after, DateTimeOffset from, DateTimeOffset to, ReplayOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(after);
        var one = await RunAsync(health, before, from, to, options, cancellationToken).ConfigureAwait(false);
        var other = await RunAsync(health, after, from, to, options, cancellationToken).ConfigureAwait(false);
        return Compared(one, other, anyName: before.Rules.Count == 1 && after.Rules.Count == 1);
    }

    private static ReplayComparison Compared(ReplayReport before, ReplayReport after, bool anyName)
    {
        (string, string, string, string) KeyOf(InterventionCase c) => (c.CustomerId, anyName ? "" : c.Key.Rule, c.Key.Correlation, c.Key.Occurrence);
        var (one, other) = (before.Cases.ToDictionary(KeyOf), after.Cases.ToDictionary(KeyOf));
        return new()
        {
            Before = before,
            After = after,
            OnlyBefore = [.. before.Cases.Where(c => !other.ContainsKey(KeyOf(c)))],
            OnlyAfter = [.. after.Cases.Where(c => !one.ContainsKey(KeyOf(c)))],
            Both = [.. before.Cases.Where(c => other.ContainsKey(KeyOf(c))).Select(c => new ReplayPair(c, other[KeyOf(c)]))],
        };
    }
}
