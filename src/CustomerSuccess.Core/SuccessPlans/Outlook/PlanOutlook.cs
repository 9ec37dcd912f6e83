using System.Collections.ObjectModel;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// What lies ahead of the customer in a plan: what is expected when and by whom, what comes after it, and what will be asked for. Every open item stands
/// once. It names contacts by id only, blames nobody and holds nothing that is the vendor's own business. Immutable; a pure function of the plan's state.
/// </summary>
public sealed class PlanOutlook
{
    private static readonly int[] Unless = [30, 60, 90];

    private PlanOutlook(PlanState state, int[] days)
    {
        (PlanId, CustomerId, AsOf) = (state.Plan.Version.PlanId, state.CustomerId, PlanDates.Today(state));
        var ahead = OutlookMaker.Open(state);
        StillOpen = Array.AsReadOnly([.. ahead.Where(e => e.DueOn < AsOf)]);
        Periods = OutlookMaker.Periods(state, days, [.. ahead.Where(e => e.DueOn >= AsOf)]);
        Asks = OutlookMaker.Asks(state);
        Titles = state.Plan.Content.Items.ToDictionary(i => i.Id, i => i.Title, StringComparer.Ordinal).AsReadOnly();
    }

    /// <summary>The plan.</summary>
    public string PlanId { get; }

    /// <summary>The customer.</summary>
    public string CustomerId { get; }

    /// <summary>Today, in the plan's zone.</summary>
    public DateOnly AsOf { get; }

    /// <summary>What was agreed for a day before today and is open, by that day.</summary>
    public IReadOnlyList<OutlookEntry> StillOpen { get; }

    /// <summary>The periods that were asked for, and after them the time beyond.</summary>
    public IReadOnlyList<OutlookPeriod> Periods { get; }

    /// <summary>What will be asked for, by when; what was asked, declined or done is left out.</summary>
    public IReadOnlyList<OutlookAsk> Asks { get; }

    /// <summary>What each milestone and accountability of the plan is called, by id.</summary>
    internal ReadOnlyDictionary<string, string> Titles { get; }

    /// <summary>The outlook from a plan's state.</summary>
    /// <param name="state">The plan's state.</param>
    /// <param name="days">Where periods end, in days from now, each above 0, in any order; 30, 60 and 90 where none is given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of days is not within 1 and 100,000.</exception>
    public static PlanOutlook Of(PlanState state, params IReadOnlyList<int> days)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(days);
        foreach (var end in days)
        {
            if (end is < 1 or > PlanCheck.LastDay)
            {
                throw new ArgumentOutOfRangeException(nameof(days), end, $"A period of an outlook ends 1 to {PlanCheck.LastDay.ToString(System.Globalization.CultureInfo.InvariantCulture)} days from now. State for instance 30, 60, 90.");
            }
        }

        return new(state, [.. (days.Count == 0 ? Unless : days).Distinct().Order()]);
    }

    /// <summary>The outlook as Markdown, for the customer to read. Everything from the plan is escaped.</summary>
    /// <param name="format">Names, words and culture; contact ids, "you" and "we", and dates of ISO 8601 where null.</param>
    public string ToMarkdown(OutlookFormat? format = null) => OutlookMarkdown.Of(this, format ?? new());

    /// <summary>The outlook as one HTML page that can be mailed: inline styles only, nothing loaded from elsewhere, everything from the plan escaped.</summary>
    /// <inheritdoc cref="ToMarkdown" />
    public string ToHtml(OutlookFormat? format = null) => OutlookHtml.Of(this, format ?? new());

    /// <summary>The outlook as JSON, with ids and dates of ISO 8601. The names are a contract.</summary>
    public string ToJson() => OutlookJson.Of(this);

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PlanId} of {CustomerId} from {PlanDates.Iso(AsOf)}: {StillOpen.Count} still open, {Periods.Sum(p => p.Entries.Count)} ahead, {Asks.Count} {(Asks.Count == 1 ? "ask" : "asks")}");
}
