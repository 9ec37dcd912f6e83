using CustomerSuccess.Composition;
using CustomerSuccess.Health;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers CustomerSuccess with the host's services.</summary>
public static class CustomerSuccessServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IHealthScorer"/> over the host's rows, or <see cref="CustomerHealth"/> too over its facts, and strategies. Calling it again adds to what is there:
    /// services are registered once, and the same thing said twice is one thing. Nothing is scanned for. Mistakes are found
    /// when the host starts, or, without a host, when the scorer is first resolved: all of them in one
    /// <see cref="CustomerSuccess.ConfigurationException"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Says what the rows are and which strategies score them.</param>
    public static IServiceCollection AddCustomerSuccess(this IServiceCollection services, Action<CustomerSuccessBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = services.AddOptions<CompositionPlan>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CompositionPlan>, CompositionCheck>());
        services.TryAddSingleton<IHealthScorer>(provider =>
            provider.GetRequiredService<IOptions<CompositionPlan>>().Value.Scorer!(provider.GetRequiredService<IServiceScopeFactory>()));
        services.TryAddSingleton(provider => provider.GetRequiredService<IHealthScorer>() as CustomerHealth
            ?? throw new InvalidOperationException("Health over time needs facts, and the host scores rows. Say Customers(…) instead of Rows<T>(…)."));
        configure(new CustomerSuccessBuilder(options));
        return services;
    }
}
