using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>What an item is worth a minute. Immutable.</summary>
internal sealed class WorkWorth
{
    private readonly string _days;
    private readonly Reading<Money> _revenue;

    public WorkWorth(WorkItem item, DateTimeOffset at, string? currency, WorkQueueOptions options)
    {
        Item = item;
        var days = item.Deadline is { } deadline ? Math.Max(0, (deadline - at).TotalDays) : options.NoDeadlineDays;
        _days = item.Deadline is not { } by ? string.Create(CultureInfo.InvariantCulture, $"no deadline, as {NumberText.Of(days)} days")
            : by <= at ? "the deadline is past or now"
            : string.Create(CultureInfo.InvariantCulture, $"{NumberText.Of(days)} days left");
        Urgency = 1 / (1 + (days / options.UrgencyDays));
        _revenue = !item.AnnualRevenue.IsKnown || item.AnnualRevenue.Value.Currency == currency
            ? item.AnnualRevenue
            : Reading.Unknown<Money>(new UnknownCause("annual revenue", UnknownKind.Stated, $"it is in {item.AnnualRevenue.Value.Currency}, and this queue counts {currency}"));
        Product = (IsKnown ? (double)_revenue.Value.Amount : 1) * item.Rate.Value * Urgency / item.Minutes;
    }

    public WorkItem Item { get; }

    public double Urgency { get; }

    /// <summary>The product; without the revenue where that is not known.</summary>
    public double Product { get; }

    public bool IsKnown => _revenue.IsKnown;

    public QueuedWork At(int place, string? cutBecause) => new()
    {
        Item = Item,
        Place = place,
        Worth = IsKnown ? Reading.Known(Product) : Reading.Unknown<double>(_revenue.Causes),
        Urgency = Urgency,
        Because = IsKnown
            ? string.Create(CultureInfo.InvariantCulture, $"{_revenue.Value} a year × {Rest} = {NumberText.Of(Product)} {_revenue.Value.Currency} a minute")
            : $"revenue not known ({string.Join("; ", _revenue.Causes)}), so after all others, by {Rest}",
        CutBecause = cutBecause,
    };

    private string Rest => string.Create(CultureInfo.InvariantCulture, $"{Item.Rate} × urgency {Urgency:0.###} ({_days}) ÷ {NumberText.Of(Item.Minutes)} minutes");
}
