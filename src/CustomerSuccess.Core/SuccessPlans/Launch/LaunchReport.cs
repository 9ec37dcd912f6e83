using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// A launch, from the promise before the sale to the first renewal: what was promised against what was delivered, the early-value clock, how long it takes,
/// and the three risks, each for itself. It is for the vendor to read. Immutable; a pure function of the plan's state.
/// </summary>
public sealed class LaunchReport
{
    private LaunchReport(PlanState state, DateOnly? firstRenewal, LaunchOptions options)
    {
        (PlanId, CustomerId, AsOf, StartsOn, FirstRenewal) = (state.Plan.Version.PlanId, state.CustomerId, PlanDates.Today(state), state.Plan.Version.StartsOn, firstRenewal);
        Promises = Array.AsReadOnly([.. state.Events.OfType<PromiseMade>().Select(p => PromiseMaker.Make(state, p))]);
        FirstPromiseOn = Promises.Count == 0 ? null : state.Plan.DateOf(state.Plan.DayOf(Promises[0].Made.OccurredAt));
        EarlyValue = EarlyValueMaker.Make(state, options);
        Length = SpanMaker.Length(state);
        Risks = LaunchRiskMaker.Make(state, EarlyValue, options);
    }

    /// <summary>The plan.</summary>
    public string PlanId { get; }

    /// <summary>The customer.</summary>
    public string CustomerId { get; }

    /// <summary>Today, in the plan's zone.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The plan's start, from which days are counted.</summary>
    public DateOnly StartsOn { get; }

    /// <summary>When the first promise was made, in the plan's zone; null where none is recorded.</summary>
    public DateOnly? FirstPromiseOn { get; }

    /// <summary>When the customer decides for the first time whether to stay; null where that was not given.</summary>
    public DateOnly? FirstRenewal { get; }

    /// <summary>The days to the first renewal, negative after it; null where it was not given.</summary>
    public int? DaysToFirstRenewal => FirstRenewal?.DayNumber - AsOf.DayNumber;

    /// <summary>What was promised, by when.</summary>
    public IReadOnlyList<PromiseState> Promises { get; }

    /// <summary>The early-value clock.</summary>
    public EarlyValueClock EarlyValue { get; }

    /// <summary>From the start to the first reached milestone that ends the launch.</summary>
    public LaunchSpan Length { get; }

    /// <summary>Cannot pay, will not pay, and sees no value, in this order, whether they are there or not.</summary>
    public IReadOnlyList<LaunchRisk> Risks { get; }

    /// <summary>The report of a plan's state.</summary>
    /// <param name="state">The plan's state.</param>
    /// <param name="firstRenewal">When the customer decides for the first time whether to stay; null where that is not known.</param>
    /// <param name="options">What the launch is judged by; six months and no conditions where null.</param>
    public static LaunchReport Of(PlanState state, DateOnly? firstRenewal = null, LaunchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(state, firstRenewal, options ?? new());
    }

    /// <summary>One of the three risks.</summary>
    public LaunchRisk Risk(LaunchRiskKind kind) => Risks.First(r => r.Kind == kind);

    /// <summary>Everything, a line each.</summary>
    public string Explain() => string.Join(Environment.NewLine, Lines());

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"launch of {CustomerId}: {Promises.Count(p => p.Standing is PromiseStanding.Kept or PromiseStanding.KeptLate)} of {Promises.Count} promises delivered, early value {EarlyValue.Standing}, length {Length}");

    private IEnumerable<string> Lines()
    {
        yield return ToString();
        foreach (var promise in Promises)
        {
            yield return $"  promise: {promise}{(promise.DaysLate > 0 ? $", {PlanDates.Days(promise.DaysLate)} late" : "")}";
        }

        yield return $"  early value: {EarlyValue}";
        if (DaysToFirstRenewal is { } left)
        {
            yield return $"  first renewal on {PlanDates.Iso(FirstRenewal!.Value)}, {(left >= 0 ? $"in {PlanDates.Days(left)}" : $"{PlanDates.Days(-left)} ago")}";
        }

        foreach (var risk in Risks)
        {
            yield return $"  {risk}";
        }
    }
}
