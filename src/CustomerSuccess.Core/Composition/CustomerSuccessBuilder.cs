using System.Diagnostics.CodeAnalysis;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CustomerSuccess.Composition;

/// <summary>
/// Says what the host's rows are and which strategies score them. Strategies are keyed services of
/// <see cref="IHealthScoreStrategy"/> under their names. Not safe to use from several threads.
/// </summary>
public sealed class CustomerSuccessBuilder
{
    private readonly OptionsBuilder<CompositionPlan> _plan;

    internal CustomerSuccessBuilder(OptionsBuilder<CompositionPlan> plan) => _plan = plan;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services => _plan.Services;

    /// <summary>The host's rows, read from an <see cref="IRowSource{T}"/> that the host registers itself.</summary>
    /// <typeparam name="T">The host's row type; there is one.</typeparam>
    /// <param name="rows">How a row is read. Called at once; calling this method again adds to it.</param>
    public CustomerSuccessBuilder Rows<T>(Action<RowsBuilder<T>> rows)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        var builder = new RowsBuilder<T>();
        rows(builder);
        _plan.Configure(plan => plan.Rows.Add(new RowsPlan<T>(builder)));
        return this;
    }

    /// <summary>The host's rows and the source that reads them, registered as a scoped service. Each call of the scorer has its own scope.</summary>
    /// <typeparam name="T">The host's row type; there is one.</typeparam>
    /// <typeparam name="TSource">The source.</typeparam>
    /// <param name="rows">How a row is read. Called at once.</param>
    public CustomerSuccessBuilder Rows<T, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(Action<RowsBuilder<T>> rows)
        where T : class
        where TSource : class, IRowSource<T>
    {
        Once(ServiceDescriptor.Scoped<IRowSource<T>, TSource>(), typeof(TSource));
        return Rows(rows);
    }

    /// <summary>The host's rows and the source that reads them.</summary>
    /// <typeparam name="T">The host's row type; there is one.</typeparam>
    /// <param name="source">The source; used by several threads at once.</param>
    /// <param name="rows">How a row is read. Called at once.</param>
    public CustomerSuccessBuilder Rows<T>(IRowSource<T> source, Action<RowsBuilder<T>> rows)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(source);
        Once(ServiceDescriptor.Singleton(source), source);
        return Rows(rows);
    }

    /// <summary>
    /// Customers of which the host has facts, read from the sources that it registers as services itself: <c>ICustomerSource</c>,
    /// <c>ISignalSource</c> and their like, of any lifetime; each call has its own scope. Takes the place of rows.
    /// </summary>
    /// <param name="customers">What is read, which segments there are, on which grid bands are evaluated. Called at once.</param>
    public CustomerSuccessBuilder Customers(Action<CustomerHealthBuilder> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var builder = new CustomerHealthBuilder();
        customers(builder);
        _plan.Configure(plan => plan.Rows.Add(new CustomersPlan(builder)));
        return this;
    }

    /// <summary>Customers of which the host has facts, by a configuration that was read from documents: its scorecards are strategies under their names. Sources are services, as with <see cref="Customers(Action{CustomerHealthBuilder})"/>.</summary>
    public CustomerSuccessBuilder Customers(CustomerConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        configuration.AddTo(this);
        return this;
    }

    /// <summary>
    /// Rules over customers: registers <see cref="CustomerInterventions"/>. Cases are kept in the registered <see cref="IInterventionStore"/>, in memory
    /// where there is none; touches go out through the registered <see cref="ITouchChannel"/>s; silences come from the registered
    /// <see cref="ISilenceSource"/>. Each is used for the life of the host.
    /// </summary>
    /// <param name="rules">The rules; said twice they are the same.</param>
    public CustomerSuccessBuilder Interventions(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _plan.Configure(plan => plan.Rules.Add(rules));
        Services.TryAddSingleton<IInterventionStore, InMemoryInterventionStore>();
        Services.TryAddSingleton(provider => CustomerInterventions.Of(provider.GetRequiredService<CustomerHealth>(), rules, new()
        {
            Store = provider.GetRequiredService<IInterventionStore>(),
            Channels = [.. provider.GetServices<ITouchChannel>()],
            Silences = provider.GetService<ISilenceSource>(),
        }));
        return this;
    }

    /// <summary>Adds a strategy of a type that the container makes, once, as a singleton.</summary>
    /// <typeparam name="TStrategy">The strategy. Its constructor takes services of the host; take the instance overload for one with parameters of its own.</typeparam>
    /// <param name="name">The name, compared ordinally. Not empty.</param>
    /// <param name="options">How the engine completes what the strategy states; null for the defaults.</param>
    public CustomerSuccessBuilder AddHealthStrategy<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStrategy>(string name, HealthStrategyOptions? options = null)
        where TStrategy : class, IHealthScoreStrategy
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Add(name, ServiceDescriptor.KeyedSingleton<IHealthScoreStrategy, TStrategy>(name), typeof(TStrategy), options);
    }

    /// <summary>Adds a strategy: an instance, a scorecard, or a composite of <see cref="HealthStrategies"/>.</summary>
    /// <param name="name">The name, compared ordinally. Not empty. A scorecard's scores keep the scorecard's own name.</param>
    /// <param name="strategy">The strategy; used by several threads at once.</param>
    /// <param name="options">How the engine completes what the strategy states; null for the defaults. Scorecards and composites bring their own.</param>
    public CustomerSuccessBuilder AddHealthStrategy(string name, IHealthScoreStrategy strategy, HealthStrategyOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(strategy);
        return Add(name, ServiceDescriptor.KeyedSingleton(name, strategy), StrategyIdentity.Of(strategy), options);
    }

    /// <summary>Adds a strategy of one lambda, pure and synchronous.</summary>
    /// <param name="name">The name, compared ordinally. Not empty.</param>
    /// <param name="score">The lambda; called by several threads at once.</param>
    /// <param name="options">How the engine completes what the lambda states, and its version; null for the defaults.</param>
    public CustomerSuccessBuilder AddHealthStrategy(string name, Func<HealthScoreContext, HealthResult> score, HealthStrategyOptions? options = null) =>
        AddHealthStrategy(name, HealthStrategies.From(name, score), options);

    /// <summary>Says which strategy scores whom. Unless said otherwise, the strategy named <c>default</c> scores everyone.</summary>
    /// <param name="name">The name of a registered strategy.</param>
    /// <param name="forSegment">The segment whose customers it scores, compared ordinally; null for all segments without a strategy of their own.</param>
    /// <param name="forStage">The lifecycle stage whose customers it scores, compared ordinally; null for any. The most specific wins: segment and stage, segment, stage, everyone.</param>
    public CustomerSuccessBuilder UseStrategy(string name, string? forSegment = null, string? forStage = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (forSegment is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(forSegment);
        }

        if (forStage is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(forStage);
        }

        _plan.Configure(plan => plan.Uses.Add(new(forSegment, forStage, name)));
        return this;
    }

    /// <summary>
    /// Says which strategy scores new customers, whatever their segment and stage; of customers of which the host has facts. One is new until
    /// the first of the two comes, and never again: it has an age, or at a point of the grid the usual strategy scores it with a coverage.
    /// </summary>
    /// <param name="name">The name of a registered strategy.</param>
    /// <param name="maximumAge">The age, above 0, since there is such a customer; null for whatever its age.</param>
    /// <param name="untilCoverage">The coverage of the usual score, above 0 up to 1; null for whatever is known.</param>
    /// <exception cref="ArgumentException">Neither is stated.</exception>
    public CustomerSuccessBuilder UseColdStart(string name, TimeSpan? maximumAge = null, double? untilCoverage = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        CustomerHealthBuilder.CheckColdStart(name, maximumAge, untilCoverage);
        _plan.Configure(plan => plan.ColdStarts.Add(new(name, maximumAge, untilCoverage)));
        return this;
    }

    private CustomerSuccessBuilder Add(string name, ServiceDescriptor descriptor, object identity, HealthStrategyOptions? options)
    {
        Once(descriptor, identity);
        _plan.Configure(plan => plan.Strategies.Add(new(name, options)));
        return this;
    }

    private void Once(ServiceDescriptor descriptor, object identity)
    {
        var other = Services.FirstOrDefault(d => d.ServiceType == descriptor.ServiceType && Equals(d.ServiceKey, descriptor.ServiceKey));
        if (other is null)
        {
            Services.Add(descriptor);
        }
        else if (!Equals(StrategyIdentity.Of(other), identity))
        {
            _plan.Configure(plan => plan.Clashes.Add(descriptor.ServiceKey as string ?? ""));
        }
    }
}
