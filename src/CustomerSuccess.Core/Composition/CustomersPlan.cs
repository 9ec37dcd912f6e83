using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerSuccess.Composition;

/// <summary>Customers of which the host has facts: read from the sources that it registered as services, in a scope for each call.</summary>
internal sealed class CustomersPlan(CustomerHealthBuilder said) : RowsPlan
{
    public override Type RowType => typeof(CustomerFacts);

    public override Func<IServiceScopeFactory, StrategyTable, IHealthScorer> Compile(RowsCheck check)
    {
        CustomerHealthBuilder[] parts = [.. check.All.OfType<CustomersPlan>().Select(p => p.Said)];
        if (Unnamed(check.Services) is { } why)
        {
            check.Found.Add("SR001", "sources", $"Nothing names the customers: {why}.", "Register an ICustomerSource, or an ISignalSource that is a SignalLog.");
        }

        if (parts.Any(p => p.Strategies.Count + p.ColdStarts.Count > 0))
        {
            check.Found.Add("ST012", "strategies", $"{(parts.Any(p => p.Strategies.Count > 0) ? "ScoredBy" : "ColdStart")} is said within Customers(…), where strategies are services.", "Say AddHealthStrategy(\"default\", …), UseStrategy(…, forSegment: …) for segments, and UseColdStart(…) for new customers.");
        }

        var whole = CustomersMerge.Of(parts, check);
        CustomerHealthCheck.Segments(whole, check.Uses.Select(u => (u.Segment, u.Strategy)).Distinct(), check.Found);
        var plan = CustomerHealthCheck.Run(whole, check.Strategies, null, check.Found);
        if (check.Rules is { } rules)
        {
            SourceCheck.Run(plan, rules, check.Found);
        }

        return (scopes, table) => new CustomerHealth(plan.With(table), () => Lease(scopes));
    }

    private CustomerHealthBuilder Said => said;

    // Why nothing names the customers, in words; null where something does, or the container cannot tell.
    private static string? Unnamed(IServiceProvider services)
    {
        var known = services.GetService<IServiceProviderIsService>();
        if (known is null || known.IsService(typeof(ICustomerSource)))
        {
            return null;
        }

        if (!known.IsService(typeof(ISignalSource)))
        {
            return "there is no ICustomerSource and no ISignalSource";
        }

        // Only a log in memory knows of whom it has signals.
        var scope = services.CreateAsyncScope();
        try
        {
            return scope.ServiceProvider.GetRequiredService<ISignalSource>() is SignalLog ? null : "there is no ICustomerSource, and the ISignalSource is no SignalLog";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return $"there is no ICustomerSource, and the ISignalSource cannot be made: {e.Message}";
        }
        finally
        {
            scope.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static SourcesLease Lease(IServiceScopeFactory scopes)
    {
        var scope = scopes.CreateAsyncScope();
        try
        {
            var services = scope.ServiceProvider;
            return new(
                new CustomerSources
                {
                    Customers = services.GetService<ICustomerSource>(),
                    Traits = services.GetService<ITraitSource>(),
                    Subscriptions = services.GetService<ISubscriptionSource>(),
                    Outcomes = services.GetService<IOutcomeSource>(),
                    Ownerships = services.GetService<IOwnershipSource>(),
                    Plans = services.GetService<IPlanSource>(),
                    Signals = services.GetService<ISignalSource>(),
                    Contacts = services.GetService<IContactSource>(),
                    Interactions = services.GetService<IInteractionSource>(),
                    Issues = services.GetService<IIssueSource>(),
                    Advocacy = services.GetService<IAdvocacySource>(),
                    Leads = services.GetService<IExpansionLeadSource>(),
                },
                scope);
        }
        catch
        {
            // A source that cannot be made leaves no scope behind.
            scope.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }
}
