using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>How long plans live, and how often they are looked at, in calendar months of the plan's zone. Immutable.</summary>
public sealed record PlanLifecycleOptions
{
    /// <summary>How far a plan is to reach ahead, above 0; 12 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not within 1 and 1,200.</exception>
    public int HorizonMonths { get; init => field = Months(value); } = 12;

    /// <summary>How often it is updated, above 0; every month unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not within 1 and 1,200.</exception>
    public int UpdateMonths { get; init => field = Months(value); } = 1;

    /// <summary>How often it is refreshed, above 0; every 3 months unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not within 1 and 1,200.</exception>
    public int RefreshMonths { get; init => field = Months(value); } = 3;

    private static int Months(int value) => value is >= 1 and <= 1200 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "State 1 to 1200 months.");
}

/// <summary>
/// Whether a plan is alive: how far ahead it reaches, when it was looked at last and is to be looked at next, and whether it is stale. Immutable; a pure
/// function of the plan's state.
/// </summary>
public sealed class PlanLifecycle
{
    private PlanLifecycle(PlanState state, PlanLifecycleOptions options)
    {
        var version = state.Plan.Version;
        DateOnly On(DateTimeOffset instant) => state.Plan.DateOf(state.Plan.DayOf(instant));
        var reviews = state.Events.OfType<PlanReviewed>().Select(r => (r.Kind, On: On(r.OccurredAt))).ToArray();
        AsOf = PlanDates.Today(state);
        ReachesTo = state.Plan.Span.Last;
        ToReachTo = PlanDates.AddMonths(AsOf, options.HorizonMonths);
        MonthsAhead = Months(AsOf, ReachesTo);
        LastUpdate = reviews.Select(r => (DateOnly?)r.On).Max();
        LastRefresh = reviews.Where(r => r.Kind == PlanReviewKind.Refresh).Select(r => (DateOnly?)r.On).Max();

        // A new version is an update: somebody looked at where the plan stands.
        UpdateDue = PlanDates.AddMonths(Later(LastUpdate, Later(version.StartsOn, On(version.EffectiveAt))), options.UpdateMonths);
        RefreshDue = PlanDates.AddMonths(LastRefresh is { } last && last > version.StartsOn ? last : version.StartsOn, options.RefreshMonths);
        IsHorizonShort = ReachesTo < PlanDates.AddMonths(AsOf, Math.Max(0, options.HorizonMonths - options.RefreshMonths));
        Reasons = Array.AsReadOnly([.. Stale()]);
    }

    /// <summary>Today, in the plan's zone.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The date of the last item that is due.</summary>
    public DateOnly ReachesTo { get; }

    /// <summary>The date to which a refresh today would make it reach: twelve months from today unless stated.</summary>
    public DateOnly ToReachTo { get; }

    /// <summary>The complete calendar months from today to <see cref="ReachesTo"/>, 0 where it lies behind.</summary>
    public int MonthsAhead { get; }

    /// <summary>Whether less lies ahead than a refresh in time would have left: less than nine of the twelve months unless stated.</summary>
    public bool IsHorizonShort { get; }

    /// <summary>When it was last looked at, updates and refreshes both; null where it never was.</summary>
    public DateOnly? LastUpdate { get; }

    /// <summary>When it was last refreshed; null where it never was.</summary>
    public DateOnly? LastRefresh { get; }

    /// <summary>When the next monthly update is due: a month after the last one, after the start or after the version came into force, whichever was last.</summary>
    public DateOnly UpdateDue { get; }

    /// <summary>When the next quarterly refresh is due: three months after the last one, or after the start.</summary>
    public DateOnly RefreshDue { get; }

    /// <summary>Whether it is stale: an update or a refresh is overdue, or nothing lies ahead of it.</summary>
    public bool IsStale => Reasons.Count > 0;

    /// <summary>Why it is stale, in words; empty where it is not.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>The lifecycle as of a plan's state.</summary>
    /// <param name="state">The plan's state.</param>
    /// <param name="options">How long plans live and how often they are looked at; 12 months, monthly and quarterly where null.</param>
    public static PlanLifecycle Of(PlanState state, PlanLifecycleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(state, options ?? new());
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsStale ? $"stale: {string.Join("; ", Reasons)}" : $"update due {PlanDates.Iso(UpdateDue)}, refresh due {PlanDates.Iso(RefreshDue)}")}; {MonthsAhead} months ahead, to {PlanDates.Iso(ReachesTo)}");

    private IEnumerable<string> Stale()
    {
        if (AsOf > UpdateDue)
        {
            yield return $"the update of {PlanDates.Iso(UpdateDue)} is {PlanDates.Days(AsOf.DayNumber - UpdateDue.DayNumber)} overdue";
        }

        if (AsOf > RefreshDue)
        {
            yield return $"the refresh of {PlanDates.Iso(RefreshDue)} is {PlanDates.Days(AsOf.DayNumber - RefreshDue.DayNumber)} overdue";
        }

        if (ReachesTo < AsOf)
        {
            yield return $"nothing is planned after {PlanDates.Iso(ReachesTo)}";
        }
    }

    private static DateOnly Later(DateOnly? one, DateOnly other) => one > other ? one.Value : other;

    private static int Months(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return Math.Max(0, PlanDates.AddMonths(from, Math.Max(0, months)) > to ? months - 1 : months);
    }
}
