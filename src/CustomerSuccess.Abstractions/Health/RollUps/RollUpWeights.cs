namespace CustomerSuccess.Health;

/// <summary>What children weigh: alike, or by revenue in one currency.</summary>
/// <param name="Amounts">The weight of each; null where it is not known.</param>
/// <param name="Because">Why a weight is not known, of each; null where it is.</param>
/// <param name="Refusal">Why nothing can be weighed at all; null where it can.</param>
internal sealed record RollUpWeights(IReadOnlyList<double?> Amounts, IReadOnlyList<string?> Because, string? Refusal)
{
    public static RollUpWeights Of(IReadOnlyList<RollUpPart> parts, RollUpOptions options)
    {
        if (options.Method != RollUpMethod.ByRevenue)
        {
            return new([.. parts.Select(_ => (double?)1)], [.. parts.Select(_ => (string?)null)], null);
        }

        string[] currencies = [.. parts.Where(p => p.Child.Revenue.IsKnown).Select(p => p.Child.Revenue.Value.Currency).Distinct().Order(StringComparer.Ordinal)];
        var currency = options.Currency ?? (currencies.Length == 1 ? currencies[0] : null);
        var refusal = currency is null && currencies.Length > 1 ? $"revenue is in {string.Join(" and ", currencies)}: state the Currency that weighs, or convert it" : null;
        return new(
            [.. parts.Select(p => p.Child.Revenue is { IsKnown: true, Value: var revenue } && revenue.Currency == currency ? (double)revenue.Amount : (double?)null)],
            [.. parts.Select(p => refusal is null ? Why(p.Child.Revenue, currency) : null)],
            refusal);
    }

    private static string? Why(Reading<Money> revenue, string? currency) =>
        !revenue.IsKnown ? $"revenue is not known: {string.Join("; ", revenue.Causes.Select(c => c.Reason))}"
        : revenue.Value.Currency != currency ? $"revenue is {revenue.Value}, not in {currency}"
        : null;
}
