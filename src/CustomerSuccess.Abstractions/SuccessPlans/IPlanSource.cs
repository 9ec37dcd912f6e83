namespace CustomerSuccess.SuccessPlans;

/// <summary>The host's plans, and what was recorded about them. Duties as of <see cref="Customers.ICustomerSource"/>.</summary>
public interface IPlanSource
{
    /// <summary>Every version of the plans that these customers have, or share as customers of a cluster, visible within the query, in any order.</summary>
    IAsyncEnumerable<CustomerPlan> ReadPlansAsync(FactQuery query, CancellationToken cancellationToken);

    /// <summary>Every event about these customers that is visible within the query, in any order.</summary>
    IAsyncEnumerable<PlanEvent> ReadEventsAsync(FactQuery query, CancellationToken cancellationToken);
}

/// <summary>A version of a plan, for one customer that has it: its own, or that of a cluster it belongs to. Immutable.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Version">The version.</param>
public sealed record CustomerPlan(string CustomerId, PlanVersion Version);
