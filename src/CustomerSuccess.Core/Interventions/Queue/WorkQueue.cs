using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>
/// The work of people in the order of revenue at stake × success rate × urgency ÷ minutes, the most first. Urgency is 1 ÷ (1 + days to the deadline ÷ 30),
/// with 90 days where there is no deadline and 0 where it is past. What is at stake counts in one currency. Where the revenue is not known the item comes after all others,
/// by the rest of the product. Of equals the first by the case's key, then the touch's. Immutable.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "What it is called where people work through it.")]
public sealed class WorkQueue
{
    private const double Tolerance = 1e-9;

    private WorkQueue(DateTimeOffset at, double? capacity, string? currency, QueuedWork[] all)
    {
        (At, Capacity, Currency) = (at, capacity, currency);
        Taken = Array.AsReadOnly(Array.FindAll(all, w => w.CutBecause is null));
        Cut = Array.AsReadOnly(Array.FindAll(all, w => w.CutBecause is not null));
    }

    /// <summary>The instant, UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>How many minutes there are; null where that is not limited.</summary>
    public double? Capacity { get; }

    /// <summary>The currency in which revenue counts; null where no revenue is known.</summary>
    public string? Currency { get; }

    /// <summary>What there is time for, in order.</summary>
    public IReadOnlyList<QueuedWork> Taken { get; }

    /// <summary>What there is no time for, in order, each with the reason.</summary>
    public IReadOnlyList<QueuedWork> Cut { get; }

    /// <summary>The minutes of what is taken.</summary>
    public double Minutes => Taken.Aggregate(0d, (sum, w) => sum + w.Item.Minutes);

    /// <summary>Puts items in order, and takes of them, in that order, each that still fits.</summary>
    /// <param name="items">The items, each touch once.</param>
    /// <param name="at">The instant from which days to deadlines count.</param>
    /// <param name="capacity">How many minutes there are, 0 or more; null for as many as it takes.</param>
    /// <param name="options">The thresholds; the usual ones where null.</param>
    /// <exception cref="ArgumentException">An item takes no time, or a touch is there twice; or the capacity is negative.</exception>
    public static WorkQueue Of(IEnumerable<WorkItem> items, DateTimeOffset at, double? capacity = null, WorkQueueOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (capacity is not null and not >= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "A capacity is a number of minutes, 0 or more. Leave it out where it is not limited.");
        }

        WorkItem[] all = [.. items];
        Check(all);
        options ??= new();
        var currency = options.Currency ?? CurrencyOf(all);
        var order = all.Select(i => new WorkWorth(i, at, currency, options))
            .OrderByDescending(w => w.IsKnown).ThenByDescending(w => w.Product)
            .ThenBy(w => w.Item.Case.Key).ThenBy(w => w.Item.Touch.Key.Step).ThenBy(w => w.Item.Touch.Key.Rung).ThenBy(w => w.Item.Touch.Key.ContactId, StringComparer.Ordinal);
        return new(at.ToUniversalTime(), capacity, currency, [.. Placed(order, capacity)]);
    }

    /// <summary>A line an item, for a person: its place, why it is there, and why there is no time for it.</summary>
    public string Explain() => string.Join('\n', [
        string.Create(CultureInfo.InvariantCulture, $"{Taken.Count} of {Taken.Count + Cut.Count} items, {NumberText.Of(Minutes)}{(Capacity is { } minutes ? $" of {NumberText.Of(minutes)}" : "")} minutes"),
        .. Taken.Select(w => $"  {w}"),
        .. Cut.Select(w => $"  cut: {w}")]);

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Taken.Count} items in {NumberText.Of(Minutes)} minutes, {Cut.Count} cut");

    private static IEnumerable<QueuedWork> Placed(IEnumerable<WorkWorth> order, double? capacity)
    {
        var (place, left) = (0, capacity ?? double.PositiveInfinity);
        foreach (var worth in order)
        {
            var fits = worth.Item.Minutes <= left + Tolerance;
            yield return worth.At(++place, fits ? null : string.Create(CultureInfo.InvariantCulture, $"it takes {NumberText.Of(worth.Item.Minutes)} minutes, and {NumberText.Of(left)} of {NumberText.Of(capacity!.Value)} are left"));
            left = fits ? Math.Max(0, left - worth.Item.Minutes) : left;
        }
    }

    private static string? CurrencyOf(WorkItem[] items) => items
        .Where(i => i.AnnualRevenue.IsKnown).GroupBy(i => i.AnnualRevenue.Value.Currency, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    private static void Check(WorkItem[] items)
    {
        if (Array.Find(items, i => !(i.Minutes > 0) || double.IsInfinity(i.Minutes)) is { } timeless)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The touch '{timeless}' takes {timeless.Minutes} minutes. State how many minutes its rule takes, above 0."), nameof(items));
        }

        if (items.GroupBy(i => i.Touch.Key).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The touch '{twice.Key}' is there {twice.Count()} times. Put each touch in the queue once.", nameof(items));
        }
    }
}
