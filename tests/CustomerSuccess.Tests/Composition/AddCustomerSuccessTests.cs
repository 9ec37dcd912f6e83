using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Strategies;
using CustomerSuccess.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CustomerSuccess.Tests.Composition;

public sealed class AddCustomerSuccessTests
{
    private static readonly Scorecard<Tenant> Card = Tenant.Card();
    private static readonly TenantSource Source = new(TenantHost.Tenants);

    [Fact]
    [Requirement("HLT-1")]
    public async Task Strategies_are_added_by_type_instance_or_lambda_under_a_name_and_chosen_per_segment()
    {
        var scorer = TenantHost.Scorer(Source, cs => cs
            .AddHealthStrategy("default", Card)
            .AddHealthStrategy<PerLogin>("by type")
            .AddHealthStrategy("by lambda", context => HealthResult.Of(33).Because("as of", raw: context.AsOf.Year))
            .UseStrategy("by type", forSegment: "trial")
            .UseStrategy("by lambda", forSegment: "free"));

        Assert.Equal(("card", 98), await Score("acme"));
        Assert.Equal(("by type", 20), await Score("globex"));
        Assert.Equal(HealthScoreState.Unknown, (await scorer.ScoreAsync("initech", Tenant.AsOf))!.State);

        var free = TenantHost.Scorer(new TenantSource(new Tenant("hooli", Plan: "free")), cs => cs
            .AddHealthStrategy("default", new PerLogin()).AddHealthStrategy("by lambda", context => HealthResult.Of(33)).UseStrategy("by lambda", forSegment: "free"));
        Assert.Equal(33, (await free.ScoreAsync("hooli", Tenant.AsOf))!.Value);

        async Task<(string, double?)> Score(string id)
        {
            var score = await scorer.ScoreAsync(id, Tenant.AsOf);
            return (score!.Definition.Strategy, score.Value);
        }
    }

    [Fact]
    public void Strategies_are_keyed_services()
    {
        var services = TenantHost.Over(Source, cs => cs.AddHealthStrategy("default", Card).AddHealthStrategy<PerLogin>("typed")).BuildServiceProvider();

        Assert.Same(Card, services.GetRequiredKeyedService<IHealthScoreStrategy>("default"));
        Assert.Same(services.GetRequiredKeyedService<IHealthScoreStrategy>("typed"), services.GetRequiredKeyedService<IHealthScoreStrategy>("typed"));
    }

    [Fact]
    public async Task A_keyed_service_of_the_host_can_be_used_too()
    {
        var services = TenantHost.Over(Source, cs => cs.UseStrategy("the host's"));
        services.AddKeyedSingleton<IHealthScoreStrategy, PerLogin>("the host's");

        Assert.Equal(80, (await services.BuildServiceProvider().GetRequiredService<IHealthScorer>().ScoreAsync("acme", Tenant.AsOf))!.Value);
    }

    [Fact]
    public void A_type_gets_the_services_of_the_host()
    {
        var services = TenantHost.Over(Source, cs => cs.AddHealthStrategy<Weighed>("default"));
        services.AddSingleton(new Weights(3));

        Assert.IsType<Weighed>(services.BuildServiceProvider().GetRequiredKeyedService<IHealthScoreStrategy>("default"));
    }

    [Fact]
    public async Task A_source_may_be_a_scoped_type_or_registered_by_the_host()
    {
        var typed = new ServiceCollection().AddScoped<Scoped>().AddCustomerSuccess(cs => cs
            .Rows<Tenant, ScopedSource>(TenantHost.Words).AddHealthStrategy("default", new PerLogin()));
        var own = new ServiceCollection().AddScoped<Scoped>().AddScoped<IRowSource<Tenant>, ScopedSource>().AddCustomerSuccess(cs => cs
            .Rows(TenantHost.Words).AddHealthStrategy("default", new PerLogin()));

        foreach (var services in (IServiceCollection[])[typed, own])
        {
            var provider = services.BuildServiceProvider(validateScopes: true);
            Assert.Equal(20, Assert.Single(await TenantHost.All(provider.GetRequiredService<IHealthScorer>())).Value);
        }
    }

    [Fact]
    public async Task Calling_it_again_adds_to_what_is_there_and_registers_nothing_twice()
    {
        static void Module(IServiceCollection services) => services.AddCustomerSuccess(cs => cs
            .Rows(Source, TenantHost.Words)
            .AddHealthStrategy("default", Card)
            .AddHealthStrategy<PerLogin>("typed", new() { Version = "1" })
            .AddHealthStrategy("lambda", context => HealthResult.Of(50))
            .UseStrategy("typed", forSegment: "trial"));

        var services = new ServiceCollection();
        Module(services);
        var once = services.Count(d => d.ServiceType.Assembly == typeof(IHealthScorer).Assembly);
        Module(services);
        services.AddCustomerSuccess(cs => cs.AddHealthStrategy("late", new PerLogin()).UseStrategy("late"));

        Assert.Equal(once + 1, services.Count(d => d.ServiceType.Assembly == typeof(IHealthScorer).Assembly));
        var scorer = services.BuildServiceProvider().GetRequiredService<IHealthScorer>();
        Assert.Equal("late", (await scorer.ScoreAsync("acme", Tenant.AsOf))!.Definition.Strategy);
        Assert.Equal("typed", (await scorer.ScoreAsync("globex", Tenant.AsOf))!.Definition.Strategy);
    }

    [Fact]
    public async Task Strategies_read_the_measures_of_registered_scorecards_by_name_also_inside_composites()
    {
        var other = Scorecard.For<Tenant>("other").Measure("nps", t => t.Nps, m => m.MoreIsBetter().Linear(-100, 100)).Build();
        var scorer = TenantHost.Scorer(Source, cs => cs
            .AddHealthStrategy("default", context => HealthResult.Of(context.Facts.Number("nps").Value))
            .AddHealthStrategy("composite", HealthStrategies.WorstOf("worst", ("other", other))));

        Assert.Equal(50, (await scorer.ScoreAsync("acme", Tenant.AsOf))!.Value);
    }

    [Fact]
    public async Task A_host_starts_where_all_is_well_and_not_where_there_is_a_mistake()
    {
        var well = Host.CreateEmptyApplicationBuilder(null);
        well.Services.AddCustomerSuccess(cs => cs.Rows(Source, TenantHost.Words).AddHealthStrategy("default", Card));
        using var host = well.Build();
        await host.StartAsync();
        await host.StopAsync();

        var wrong = Host.CreateEmptyApplicationBuilder(null);
        wrong.Services.AddCustomerSuccess(cs => cs.Rows(Source, TenantHost.Words).AddHealthStrategy("usual", Card).UseStrategy("gold", forSegment: "gold"));
        using var broken = wrong.Build();
        var mistakes = await Assert.ThrowsAsync<ConfigurationException>(() => broken.StartAsync());
        Assert.Equal(["ST001", "ST003"], mistakes.Diagnostics.Select(d => d.Code));
    }

    internal sealed class PerLogin : IHealthScoreStrategy
    {
        public HealthResult Score(HealthScoreContext context)
        {
            var logins = context.Facts.Number("logins");
            return logins.IsKnown ? HealthResult.Of(2 * logins.Value).Because("logins", points: 2 * logins.Value, raw: logins.Value) : HealthResult.Unknown(logins.Causes);
        }
    }

    internal sealed record Weights(double PerLogin);

    internal sealed class Weighed(Weights weights) : IHealthScoreStrategy
    {
        public HealthResult Score(HealthScoreContext context) => HealthResult.Of(weights.PerLogin);
    }

    internal sealed class Scoped;

    internal sealed class ScopedSource(Scoped scoped) : IRowSource<Tenant>
    {
        public IAsyncEnumerable<Tenant> ReadAsync(DateTimeOffset asOf, CancellationToken cancellationToken) =>
            new TenantSource(new Tenant(scoped.GetType().Name, Logins: 10)).ReadAsync(asOf, cancellationToken);

        public ValueTask<Tenant?> FindAsync(string customerId, DateTimeOffset asOf, CancellationToken cancellationToken) => default;
    }
}
