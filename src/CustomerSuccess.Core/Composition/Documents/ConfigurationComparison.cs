using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CustomerSuccess.Health;

namespace CustomerSuccess.Composition;

/// <summary>What another configuration would change, before it is switched on: which customers change band, and why. Immutable.</summary>
public sealed class ConfigurationComparison
{
    private const int MostShown = 20;

    private ConfigurationComparison(long customers, long unpaired, double meanShift, IReadOnlyList<BandChange> changes, IReadOnlyList<BandMove> moves) =>
        (Customers, Unpaired, MeanShift, Changes, Moves) = (customers, unpaired, meanShift, changes, moves);

    /// <summary>How many customers were scored by both.</summary>
    public long Customers { get; }

    /// <summary>How many customers were scored by one of the two only, because they came or went in between, or the sources differ: they are compared with nothing.</summary>
    public long Unpaired { get; }

    /// <summary>The mean of the new score less the old one, over customers that have both, in points; 0 where nobody has.</summary>
    public double MeanShift { get; }

    /// <summary>The customers that change band, in the order of the source.</summary>
    public IReadOnlyList<BandChange> Changes { get; }

    /// <summary>How many customers go from which band to which, largest first.</summary>
    public IReadOnlyList<BandMove> Moves { get; }

    /// <summary>Scores every active customer as of an instant by both configurations. Memory is that of the changes.</summary>
    /// <param name="before">Health by the configuration that is active.</param>
    /// <param name="after">Health by the other one, over the same sources.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<ConfigurationComparison> RunAsync(CustomerHealth before, CustomerHealth after, DateTimeOffset asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (changes, moves, customers, shifted, shift) = (new List<BandChange>(), new Dictionary<(string, string), long>(), 0L, 0L, 0d);
        var unpaired = new StrongBox<long>();
        await foreach (var (one, other) in PairsAsync(before.ScorePortfolioAsync(asOf, cancellationToken: cancellationToken), after.ScorePortfolioAsync(asOf, cancellationToken: cancellationToken), unpaired).ConfigureAwait(false))
        {
            customers++;
            if (one.Value is { } from && other.Value is { } to)
            {
                shifted++;
                shift += to - from;
            }

            var (old, now) = (BandChange.NameOf(one), BandChange.NameOf(other));
            if (old == now)
            {
                continue;
            }

            changes.Add(new(one, other));
            moves[(old, now)] = moves.GetValueOrDefault((old, now)) + 1;
        }

        return new(
            customers,
            unpaired.Value,
            shifted == 0 ? 0 : shift / shifted,
            changes.AsReadOnly(),
            Array.AsReadOnly([.. moves.Select(m => new BandMove(m.Key.Item1, m.Key.Item2, m.Value)).OrderByDescending(m => m.Customers).ThenBy(m => m.From, StringComparer.Ordinal).ThenBy(m => m.To, StringComparer.Ordinal)]));
    }

    /// <summary>The numbers, the moves, and of the first twenty customers why.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Changes.Count} of {Customers} customers change band; scores shift by {MeanShift:+0.0;-0.0;0.0} on average");
        if (Unpaired > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"; {Unpaired} more were scored by one of the two only");
        }

        foreach (var move in Moves)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {move}");
        }

        foreach (var change in Changes.Take(MostShown))
        {
            text.Append('\n').Append(change);
        }

        return Changes.Count > MostShown ? text.Append(CultureInfo.InvariantCulture, $"\n… and {Changes.Count - MostShown} more").ToString() : text.ToString();
    }

    // Both go through the same customers in the same order, unless some came or went in between.
    private static async IAsyncEnumerable<(HealthScore Before, HealthScore After)> PairsAsync(IAsyncEnumerable<HealthScore> before, IAsyncEnumerable<HealthScore> after, StrongBox<long> unpaired)
    {
        var (old, now) = (before.GetAsyncEnumerator(), after.GetAsyncEnumerator());
        await using (old.ConfigureAwait(false))
        await using (now.ConfigureAwait(false))
        {
            Dictionary<string, HealthScore> waitingOld = new(StringComparer.Ordinal), waitingNow = new(StringComparer.Ordinal);
            bool hasOld = true, hasNow = true;
            while (hasOld || hasNow)
            {
                hasOld = hasOld && await old.MoveNextAsync().ConfigureAwait(false);
                hasNow = hasNow && await now.MoveNextAsync().ConfigureAwait(false);
                if (hasOld && hasNow && old.Current.CustomerId == now.Current.CustomerId)
                {
                    yield return (old.Current, now.Current);
                    continue;
                }

                if (hasOld)
                {
                    waitingOld[old.Current.CustomerId!] = old.Current;
                }

                if (hasNow)
                {
                    waitingNow[now.Current.CustomerId!] = now.Current;
                }

                foreach (var id in new[] { hasOld ? old.Current.CustomerId : null, hasNow ? now.Current.CustomerId : null }.OfType<string>())
                {
                    if (waitingOld.TryGetValue(id, out var one) && waitingNow.Remove(id, out var other))
                    {
                        waitingOld.Remove(id);
                        yield return (one, other);
                    }
                }
            }

            unpaired.Value = waitingOld.Count + waitingNow.Count;
        }
    }
}

/// <summary>How many customers go from one band to another. Immutable.</summary>
/// <param name="From">The band by the configuration before; <c>no score</c> where there is none.</param>
/// <param name="To">The band by the other one; <c>no score</c> where there is none.</param>
/// <param name="Customers">How many.</param>
public sealed record BandMove(string From, string To, long Customers)
{
    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From} → {To}: {Customers}");
}

/// <summary>A customer whose band another configuration would change. Immutable.</summary>
public sealed class BandChange
{
    private const string NoScore = "no score";

    internal BandChange(HealthScore before, HealthScore after) => (Before, After) = (before, after);

    /// <summary>The customer.</summary>
    public string CustomerId => Before.CustomerId!;

    /// <summary>The score by the configuration before.</summary>
    public HealthScore Before { get; }

    /// <summary>The score by the other one.</summary>
    public HealthScore After { get; }

    /// <summary>The difference by its lines; null where one of the two has no score.</summary>
    public ScoreChange? Why => Before.Computed is null || After.Computed is null ? null : After.ChangeSince(Before);

    /// <inheritdoc />
    public override string ToString() => $"{CustomerId}: {NameOf(Before)} → {NameOf(After)}{Segment()}{Card()}\n  {(Why is { } why ? why.ToString().Replace("\n", "\n  ", StringComparison.Ordinal) : After.Computed is null ? After.Reason : Before.Reason)}";

    internal static string NameOf(HealthScore score) => score.Band?.Name ?? NoScore;

    private string Segment() => Before.Segment == After.Segment ? "" : $", segment {Before.Segment ?? "none"} → {After.Segment ?? "none"}";

    private string Card() => Before.Definition.Strategy == After.Definition.Strategy ? "" : $", scorecard {Before.Definition.Strategy} → {After.Definition.Strategy}";
}
