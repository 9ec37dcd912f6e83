using System.Collections.ObjectModel;

namespace CustomerSuccess.SuccessPlans;

/// <summary>A plan's state with what its customer pays.</summary>
/// <param name="State">The state.</param>
/// <param name="Revenue">What the customer pays in a year, or another period that is the same for all; null where that is not known.</param>
public sealed record BlockedPlan(PlanState State, Money? Revenue);

/// <summary>
/// What stands in the way of customers over all plans, ranked by the revenue that is affected: what to fix now, for those it blocks, and what to fix for
/// ever, for all whom it may block until its cause is gone. Immutable.
/// </summary>
public sealed class BlockerPatterns
{
    private readonly BlockerPattern[] _patterns;

    private BlockerPatterns(BlockerPattern[] patterns, string[] currencies)
    {
        _patterns = patterns;
        Currencies = Array.AsReadOnly(currencies);
        FixNow = Ranked(p => p.Now, currencies.Length == 1 ? currencies[0] : null);
        FixForEver = Ranked(p => p.ForEver, currencies.Length == 1 ? currencies[0] : null);
    }

    /// <summary>The currencies in which revenue is known, by name.</summary>
    public IReadOnlyList<string> Currencies { get; }

    /// <summary>Why the ranking is by the number of customers and not by revenue; null where it is by revenue.</summary>
    public string? NotByRevenue => Currencies.Count switch
    {
        0 => "no revenue is known",
        1 => null,
        _ => $"revenue is in {string.Join(", ", Currencies)}: convert it at a rate that you state, or rank within one currency",
    };

    /// <summary>What blocks somebody now, the largest revenue of those that it blocks first.</summary>
    public IReadOnlyList<BlockerPattern> FixNow { get; }

    /// <summary>What blocks, or may block, somebody as long as its cause is there, the largest revenue of all of them first.</summary>
    public IReadOnlyList<BlockerPattern> FixForEver { get; }

    /// <summary>The patterns over some plans.</summary>
    /// <param name="plans">The plans, a customer's revenue with each of its plans. It counts once.</param>
    /// <exception cref="ArgumentException">A customer stands with two revenues.</exception>
    public static BlockerPatterns Of(IEnumerable<BlockedPlan> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        BlockedPlan[] all = [.. plans];
        var revenue = new Dictionary<string, Money?>(StringComparer.Ordinal);
        foreach (var (state, paid) in all)
        {
            if (!revenue.TryAdd(state.CustomerId, paid) && revenue[state.CustomerId] != paid)
            {
                throw new ArgumentException($"The revenue of '{state.CustomerId}' is {Said(revenue[state.CustomerId])} with one plan and {Said(paid)} with another. State the customer's whole revenue with each of its plans.", nameof(plans));
            }
        }

        var met = all.SelectMany(p => BlockerWatch.Of(p.State).Select(w => (w.Key, p.State.CustomerId, w.IsOpen))).GroupBy(w => w.Key).OrderBy(g => g.Key.Pattern, StringComparer.Ordinal).ThenBy(g => g.Key.Dimension, StringComparer.Ordinal);
        return new(
            [.. met.Select(g => new BlockerPattern { Dimension = g.Key.Dimension, Pattern = g.Key.Pattern, Now = Affected(g.Where(w => w.IsOpen).Select(w => w.CustomerId), revenue), ForEver = Affected(g.Select(w => w.CustomerId), revenue) })],
            [.. revenue.Values.OfType<Money>().Select(m => m.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>What to fix now, ranked by the revenue in one currency; the other currencies stand beside it.</summary>
    public IReadOnlyList<BlockerPattern> FixNowIn(string currency) => Ranked(p => p.Now, Known(currency));

    /// <summary>What to fix for ever, ranked by the revenue in one currency; the other currencies stand beside it.</summary>
    public IReadOnlyList<BlockerPattern> FixForEverIn(string currency) => Ranked(p => p.ForEver, Known(currency));

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{FixNow.Count} patterns to fix now, {FixForEver.Count} for ever{(NotByRevenue is { } why ? $"; {why}" : "")}");

    private string Known(string currency) => Currencies.Contains(currency, StringComparer.Ordinal)
        ? currency
        : throw new ArgumentException($"No revenue is in '{currency}'. {Suggestion.For(currency, [.. Currencies])}", nameof(currency));

    // A pattern of which no revenue is known stands behind those of which some is, and is not worth 0.
    private ReadOnlyCollection<BlockerPattern> Ranked(Func<BlockerPattern, AffectedRevenue> by, string? currency) => Array.AsReadOnly(
    [
        .. _patterns.Where(p => by(p).Customers.Count > 0)
            .OrderByDescending(p => currency is null ? null : by(p).In(currency)?.Amount)
            .ThenByDescending(p => by(p).Customers.Count)
            .ThenBy(p => p.Pattern, StringComparer.Ordinal).ThenBy(p => p.Dimension, StringComparer.Ordinal),
    ]);

    private static AffectedRevenue Affected(IEnumerable<string> customers, Dictionary<string, Money?> revenue)
    {
        string[] all = [.. customers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new()
        {
            Customers = Array.AsReadOnly(all),
            Amounts = Array.AsReadOnly([.. all.Select(c => revenue[c]).OfType<Money>().GroupBy(m => m.Currency, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Money.Sum(g)!.Value)]),
            UnknownOf = Array.AsReadOnly(Array.FindAll(all, c => revenue[c] is null)),
        };
    }

    private static string Said(Money? revenue) => revenue is { } known ? known.ToString() : "not known";
}
