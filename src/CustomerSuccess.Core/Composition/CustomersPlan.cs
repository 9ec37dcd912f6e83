using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerSuccess.Composition;

/// <summary>Customers of which the host has facts: read from the sources that it registered as services, in a scope for each call.</summary>
internal sealed class CustomersPlan(CustomerHealthBuilder said) : RowsPlan
{
    public override Type RowType => typeof(CustomerFacts);

    public override Func<IServiceScopeFactory, StrategyTable, IHealthScorer> Compile(
        IEnumerable<RowsPlan> all,
        IReadOnlyList<(string Name, IHealthScoreStrategy Strategy)> strategies,
        IServiceProviderIsService? known,
        DiagnosticList found)
    {
        if (known is not null && !known.IsService(typeof(ICustomerSource)) && !known.IsService(typeof(ISignalSource)))
        {
            found.Add("SR001", "sources", $"Nothing names the customers.", "Register an ICustomerSource, or an ISignalSource that is a SignalLog.");
        }

        if (said.Strategies.Count > 0)
        {
            found.Add("ST012", "strategies", $"ScoredBy is said within Customers(…), where strategies are services.", "Say AddHealthStrategy(\"default\", …), and UseStrategy(…, forSegment: …) for segments.");
        }

        if (all.Count() > 1)
        {
            found.Add("ST005", "rows", $"Customers(…) is said {all.Count()} times, or beside Rows<T>(…).", "Say one of them once.");
        }

        var plan = CustomerHealthCheck.Run(said, strategies, null, found);
        return (scopes, table) => new CustomerHealth(plan.With(table), () => Lease(scopes));
    }

    private static SourcesLease Lease(IServiceScopeFactory scopes)
    {
        var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return new(
            new CustomerSources
            {
                Customers = services.GetService<ICustomerSource>(),
                Traits = services.GetService<ITraitSource>(),
                Subscriptions = services.GetService<ISubscriptionSource>(),
                Outcomes = services.GetService<IOutcomeSource>(),
                Ownerships = services.GetService<IOwnershipSource>(),
                Signals = services.GetService<ISignalSource>(),
            },
            scope);
    }
}
