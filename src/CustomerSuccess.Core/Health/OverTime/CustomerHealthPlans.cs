using CustomerSuccess.Customers;
using CustomerSuccess.Segmentation;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Health;

/// <content>The plans of customers.</content>
public sealed partial class CustomerHealth
{
    /// <summary>How the plan in force for one customer stands; null where, then, there was no such customer, or no plan of it that can be read.</summary>
    public async ValueTask<PlanState?> PlanAsync(string customerId, ScoreInstant instant, CancellationToken cancellationToken = default)
    {
        var history = await ReadAsync(customerId, instant, cancellationToken).ConfigureAwait(false);
        return Exists(history, instant) ? new HealthTimeline(_plan.Model, history, instant).FactsAt(instant.AsOf).Plan?.State : null;
    }

    /// <summary>
    /// How the plan of every customer stands that was active as of the instant, in the order of the source, as a stream; customers without one, or whose plan
    /// cannot be read, are there with the reason.
    /// </summary>
    /// <exception cref="InvalidOperationException">A source throws.</exception>
    public IAsyncEnumerable<CustomerPlan> PlansAsync(ScoreInstant instant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instant);
        return PortfolioAsync<CustomerPlan>(
            instant,
            history => IsActive(history, instant) ? [PlanOf(history, instant)] : [],
            (customer, reason) => throw new InvalidOperationException($"The plan of '{customer}': {reason}"),
            cancellationToken);
    }

    /// <summary>What the portfolio's vector is made of: every customer that was active a window ago, with its revenue and value of then.</summary>
    internal IAsyncEnumerable<CustomerMovement> MovementsAsync(ScoreInstant instant, TimeSpan window, CancellationToken cancellationToken) => PortfolioAsync<CustomerMovement>(
        instant,
        history => Movement(history, instant, window),
        (customer, reason) => throw new InvalidOperationException($"The plan of '{customer}': {reason}"),
        cancellationToken);

    private CustomerPlan PlanOf(CustomerHistory history, ScoreInstant instant)
    {
        var facts = new HealthTimeline(_plan.Model, history, instant).FactsAt(instant.AsOf);
        return new()
        {
            CustomerId = history.CustomerId,
            State = facts.Plan?.State,
            Why = facts.Plan is { } plan ? plan.Why : new UnknownCause("plan", UnknownKind.NotDeclared, "no source gives plans"),
            Segment = facts.Segments.Experience?.Segment,
            AnnualRevenue = facts.Account.AnnualRevenue(),
        };
    }

    // Who left meanwhile is seen with the plan last in force, at the instant at which it left.
    private IEnumerable<CustomerMovement> Movement(CustomerHistory history, ScoreInstant instant, TimeSpan window)
    {
        var before = new ScoreInstant(instant.AsOf - window, instant.KnownAt);
        if (!IsActive(history, before))
        {
            return [];
        }

        var timeline = new HealthTimeline(_plan.Model, history, instant, rescored: true);
        if (timeline.LostAt(before.AsOf) is not null)
        {
            return [];
        }

        var lost = timeline.LostAt(instant.AsOf);
        var isLost = lost is not null || !IsActive(history, instant);
        var then = timeline.FactsAt(before.AsOf);
        var last = timeline.FactsAt(lost ?? instant.AsOf).Plan?.State;
        return [new(history.CustomerId, then.Account.AnnualRevenue(), isLost, last, last is null ? null : last.AsOf > before.AsOf ? last.RewoundTo(before.AsOf).Value : last.Value)];
    }
}

/// <summary>What one customer adds to the portfolio's vector.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Revenue">Its annual revenue a window ago.</param>
/// <param name="IsLost">Whether it was lost meanwhile.</param>
/// <param name="Plan">How its plan stands; null where it has none.</param>
/// <param name="Before">The value a window ago, under that plan; null where it has none.</param>
internal sealed record CustomerMovement(string CustomerId, Reading<Money> Revenue, bool IsLost, PlanState? Plan, ValueRange? Before);
