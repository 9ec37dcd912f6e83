using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>What part of a portfolio each class is, by count and by revenue. Immutable and safe to share between threads.</summary>
public sealed class EssentialShares
{
    private static readonly EssentialClass[] Classes = [EssentialClass.Essential, EssentialClass.NiceToHave, EssentialClass.NoLongerNeeded, EssentialClass.Unknown];

    private EssentialShares(IReadOnlyList<EssentialShare> rows, IReadOnlyList<string> unknownRevenue, string? reason) =>
        (Rows, UnknownRevenue, Reason) = (rows, unknownRevenue, reason);

    /// <summary>One row a class: essential, nice to have, no longer needed, unknown.</summary>
    public IReadOnlyList<EssentialShare> Rows { get; }

    /// <summary>The customers whose revenue is not known, in ordinal order: they are no part of the shares by revenue.</summary>
    public IReadOnlyList<string> UnknownRevenue { get; }

    /// <summary>Why there are no shares by revenue, in words; null where there are.</summary>
    public string? Reason { get; }

    /// <summary>Finds the shares.</summary>
    /// <param name="customers">The customers, in any order, each once. Of none there are no shares; of revenue in different currencies none by revenue: convert it at a rate that you state.</param>
    /// <exception cref="ArgumentException">A customer is there twice.</exception>
    public static EssentialShares Of(IEnumerable<EssentialCustomer> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var all = EssentialCustomer.Once(customers, nameof(customers));
        EssentialCustomer[] paying = [.. all.Where(c => c.Revenue is not null)];
        string[] currencies = [.. paying.Select(c => c.Revenue!.Value.Currency).Distinct().Order(StringComparer.Ordinal)];
        var total = currencies.Length == 1 ? Money.Sum(paying.Select(c => c.Revenue!.Value)) : null;
        var reason = all.Length == 0 ? "there are no customers"
            : currencies.Length == 0 ? "the revenue of no customer is known"
            : currencies.Length > 1 ? $"the revenue is in {string.Join(" and ", currencies)}: convert it into one currency at a rate that you state"
            : total is { Amount: 0 } ? "the customers pay nothing"
            : null;
        return new(
            Array.AsReadOnly([.. Classes.Select(c => Row(c, [.. all.Where(e => e.Finding.Class == c)], all.Length, total))]),
            Array.AsReadOnly([.. all.Where(c => c.Revenue is null).Select(c => c.CustomerId)]),
            reason);
    }

    /// <summary>The row of a class.</summary>
    public EssentialShare this[EssentialClass @class] => Rows.First(r => r.Class == @class);

    /// <summary>A small table for a person.</summary>
    public string Explain() => string.Join('\n', [
        Reason is null ? "class, customers, revenue" : $"class, customers; no shares by revenue: {Reason}",
        .. TextColumns.Of([.. Rows.Select(r => r.Cells)], 1, 2, 3, 4),
        .. UnknownRevenue.Count == 0 ? [] : (string[])[$"revenue not known: {string.Join(", ", UnknownRevenue)}"]]);

    /// <inheritdoc />
    public override string ToString() => string.Join("; ", Rows);

    private static EssentialShare Row(EssentialClass @class, EssentialCustomer[] customers, int all, Money? total)
    {
        Money? revenue = total is { } sum
            ? customers.Where(c => c.Revenue is not null).Aggregate(new Money(0, sum.Currency), (part, c) => part + c.Revenue!.Value)
            : null;
        return new()
        {
            Class = @class,
            Count = customers.Length,
            CountShare = all == 0 ? null : customers.Length / (double)all,
            Revenue = revenue,
            RevenueShare = total is { Amount: > 0 } ? (double)(revenue!.Value.Amount / total.Value.Amount) : null,
        };
    }
}

/// <summary>What part of a portfolio one class is. Immutable.</summary>
public sealed class EssentialShare
{
    /// <summary>The class.</summary>
    public required EssentialClass Class { get; init; }

    /// <summary>How many customers it has.</summary>
    public required int Count { get; init; }

    /// <summary>Its part of the customers, 0 to 1; null where there are none.</summary>
    public required double? CountShare { get; init; }

    /// <summary>The known revenue of its customers; null where currencies differ or no revenue is known.</summary>
    public required Money? Revenue { get; init; }

    /// <summary>Its part of the known revenue, 0 to 1; null where there is none, or currencies differ.</summary>
    public required double? RevenueShare { get; init; }

    internal string[] Cells =>
    [
        Class.ToText(), Count.ToString(CultureInfo.InvariantCulture), CountShare is { } count ? ConsumptionFigure.Percent(count) : "",
        Revenue?.ToString() ?? "", RevenueShare is { } revenue ? ConsumptionFigure.Percent(revenue) : "",
    ];

    /// <summary><c>essential: 12 customers (40 %), 120000 EUR (55 %)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Class.ToText()}: {Count} customers{(CountShare is { } count ? $" ({ConsumptionFigure.Percent(count)})" : "")}{(Revenue is { } money ? $", {money}" : "")}{(RevenueShare is { } share ? $" ({ConsumptionFigure.Percent(share)})" : "")}");
}
