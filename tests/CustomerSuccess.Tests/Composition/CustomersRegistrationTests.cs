using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.OverTime;
using CustomerSuccess.Tests.Segmentation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CustomerSuccess.Tests.Composition;

public sealed class CustomersRegistrationTests
{
    private static readonly InMemoryHealthHistory History = new();

    [Fact]
    public async Task Customers_of_the_hosts_sources_are_scored_by_strategies_that_are_services()
    {
        var services = FactsHost.Services(cs => cs.Customers(c => Words(c).RecordedIn(History)).AddHealthStrategy("default", Usage.Card()).AddHealthStrategy("trials", _ => HealthResult.Of(7)).UseStrategy("trials", forSegment: "trial"));
        var provider = services.BuildServiceProvider(validateScopes: true);
        var scorer = provider.GetRequiredService<IHealthScorer>();

        Assert.Same(scorer, provider.GetRequiredService<CustomerHealth>());
        Assert.Equal([("acme", 80, "paying"), ("globex", 7, "trial")], (await Usage.All(scorer.ScorePortfolioAsync(FactsHost.AsOf))).Select(s => (s.CustomerId, s.Value, s.Segment)));
        Assert.Equal("trial", (await provider.GetRequiredService<CustomerHealth>().SegmentsAsync("globex", FactsHost.AsOf))!.Experience!.Segment);
        Assert.Equal(2, await provider.GetRequiredService<CustomerHealth>().RecordPortfolioAsync(FactsHost.AsOf));
    }

    [Fact]
    public async Task Each_call_reads_scoped_sources_from_a_scope_of_its_own_that_ends_with_it()
    {
        var made = new List<Scoped>();
        var services = new ServiceCollection().AddSingleton(made).AddScoped<Scoped>()
            .AddScoped<ICustomerSource>(s => s.GetRequiredService<Scoped>()).AddScoped<ISignalSource>(_ => FactsHost.Signals)
            .AddCustomerSuccess(cs => cs.Customers(_ => { }).AddHealthStrategy("default", Usage.Card()));
        var health = services.Health();
        Assert.Empty(made);

        Assert.Equal(80, (await health.ScoreAsync("acme", FactsHost.AsOf))!.Value);
        Assert.True(Assert.Single(made).Disposed);
        await using (var scores = health.ScorePortfolioAsync(FactsHost.AsOf).GetAsyncEnumerator())
        {
            Assert.True(await scores.MoveNextAsync());
            Assert.Equal(2, made.Count);
            Assert.False(made[1].Disposed);
        }

        Assert.True(made[1].Disposed);
        Assert.All(made, m => Assert.False(m.ReadAfterwards));
        await health.TrendAsync("acme", new(FactsHost.AsOf));
        Assert.Equal(3, made.Count(m => m.Disposed));
    }

    [Fact]
    public async Task A_source_that_cannot_be_made_is_not_data_and_leaves_no_scope_behind()
    {
        var made = new List<Scoped>();
        var services = new ServiceCollection().AddSingleton(made).AddScoped<Scoped>().AddScoped<ICustomerSource>(s => s.GetRequiredService<Scoped>())
            .AddScoped<ISignalSource>(_ => throw new InvalidOperationException("no connection string"))
            .AddCustomerSuccess(cs => cs.Customers(_ => { }).AddHealthStrategy("default", Usage.Card()));
        var health = services.Health();

        Assert.Equal("no connection string", (await Assert.ThrowsAsync<InvalidOperationException>(async () => await health.ScoreAsync("acme", FactsHost.AsOf))).Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Usage.All(health.ScorePortfolioAsync(FactsHost.AsOf)));
        Assert.Equal([true, true], made.Select(m => m.Disposed));
    }

    [Fact]
    public async Task A_missing_source_is_found_when_the_host_starts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCustomerSuccess(cs => cs.Customers(Say).AddHealthStrategy("default", Usage.Card()).UseStrategy("default", forSegment: "paying"));
        using var host = builder.Build();
        var mistakes = await Assert.ThrowsAsync<ConfigurationException>(() => host.StartAsync());

        Assert.Equal(("SR001", "sources", "Nothing names the customers: there is no ICustomerSource and no ISignalSource."), (Assert.Single(mistakes.Diagnostics).Code, mistakes.Diagnostics[0].Path, mistakes.Diagnostics[0].Message));

        var well = Host.CreateEmptyApplicationBuilder(null);
        well.Services.AddSingleton<ICustomerSource>(FactsHost.Accounts).AddCustomerSuccess(cs => cs.Customers(Say).AddHealthStrategy("default", Usage.Card()));
        using var starts = well.Build();
        await starts.StartAsync();
        await starts.StopAsync();
    }

    [Fact]
    public async Task Without_a_source_of_customers_a_log_of_signals_names_them_and_no_other_source_does()
    {
        IServiceCollection Signals(Func<IServiceProvider, ISignalSource> source) => new ServiceCollection().AddScoped(source)
            .AddCustomerSuccess(cs => cs.Customers(_ => { }).AddHealthStrategy("default", Usage.Card()));

        Assert.Equal(["acme"], (await Usage.All(Signals(_ => FactsHost.Signals).Health().ScorePortfolioAsync(FactsHost.AsOf))).Select(s => s.CustomerId));
        Assert.Equal(["SR001"], Signals(_ => new Elsewhere()).Codes());
        Assert.Equal(["SR001"], Signals(_ => throw new InvalidOperationException("no connection")).Codes());
    }

    [Fact]
    public async Task Said_again_it_is_the_same_thing_and_modules_add_to_each_other()
    {
        static void Module(IServiceCollection services) => services.AddCustomerSuccess(cs => cs
            .Customers(c => Words(c).On(new EvaluationGrid(TimeZoneInfo.Utc, 7)).TrendOver(TimeSpan.FromDays(40)).InBatches(3, 2).OverriddenBy(NoOverride))
            .AddHealthStrategy("default", Card));

        var services = FactsHost.Services(_ => { });
        Module(services);
        var once = services.Count(d => d.ServiceType.Assembly == typeof(IHealthScorer).Assembly || d.ServiceType.Assembly == typeof(CustomerHealth).Assembly);
        Module(services);
        services.AddCustomerSuccess(cs => cs.Customers(c => c.Trait("plan", TraitKind.Text, "plan again").InBatches(3, 2)));
        Assert.Equal(once, services.Count(d => d.ServiceType.Assembly == typeof(IHealthScorer).Assembly || d.ServiceType.Assembly == typeof(CustomerHealth).Assembly));

        var health = services.Health();
        Assert.Equal(TimeSpan.FromDays(40), (await health.TrendAsync("acme", new(FactsHost.AsOf)))!.Spacing);
        Assert.Equal("paying", Assert.Single((await health.SegmentsAsync("acme", FactsHost.AsOf))!.Answers).Segment);
        Assert.Equal(2, (await Usage.All(health.ScorePortfolioAsync(FactsHost.AsOf))).Count);
    }

    [Fact]
    public void ST005_Different_things_said_twice_are_mistakes()
    {
        var services = FactsHost.Services(cs => cs
            .Customers(c => Words(c).On(new EvaluationGrid(TimeZoneInfo.Utc, 7)).TrendOver(TimeSpan.FromDays(40)).InBatches(3, 2).RecordedIn(History).OverriddenBy(NoOverride))
            .Customers(c => c.On(new EvaluationGrid(TimeZoneInfo.Utc, 6)).TrendOver(TimeSpan.FromDays(41)).InBatches(3, 1).RecordedIn(new InMemoryHealthHistory()).OverriddenBy(_ => null))
            .AddHealthStrategy("default", Card));

        Assert.Equal(Enumerable.Repeat("ST005", 5), services.Codes());
        var other = SegmentScheme.For("experience", SegmentPurpose.Experience).Otherwise("paying", Experiences.SelfServe).Build();
        Assert.Equal(["SG007", "SG008"], FactsHost.Services(cs => cs.Customers(Say).Customers(c => c.SegmentedBy(other)).AddHealthStrategy("default", Card)).Codes());
    }

    [Fact]
    public void ST005_Rows_and_customers_are_one_or_the_other()
    {
        var source = new TenantSource(TenantHost.Tenants);

        Assert.Equal(["ST005"], FactsHost.Services(cs => cs.Customers(Say).Rows(source, TenantHost.Words).AddHealthStrategy("default", _ => HealthResult.Of(1))).Codes());
        Assert.Equal(["ST005"], FactsHost.Services(cs => cs.Rows(source, TenantHost.Words).Customers(Say).AddHealthStrategy("default", _ => HealthResult.Of(1))).Codes());
    }

    [Fact]
    public void ST011_A_strategy_is_used_for_a_segment_that_there_is() =>
        Assert.Equal(["ST011"], FactsHost.Services(cs => cs.Customers(Say).AddHealthStrategy("default", Card).UseStrategy("default", forSegment: "trail")).Codes());

    [Fact]
    public void ST012_Strategies_are_services_and_not_said_within_customers() =>
        Assert.Equal(["ST012"], FactsHost.Services(cs => cs.Customers(c => Words(c).ScoredBy(Card)).AddHealthStrategy("default", Card)).Codes());

    [Fact]
    public void All_mistakes_are_in_one_exception() => Assert.Equal(
        ["ST001", "ST003", "SR001", "ST012", "ST011", "SG009", "ST009", "SR002"],
        new ServiceCollection().AddCustomerSuccess(cs => cs
            .Customers(c => c.SegmentedBy(Scheme).ScoredBy(Card).Signal("seats", SignalMeasure.Count("seat").InLast(9)).TrendOver(TimeSpan.FromDays(1)))
            .AddHealthStrategy("columns", Scorecard.ForColumns().Measure("logins", m => m.MoreIsBetter().Linear(0, 1)).Build())
            .UseStrategy("gold", forSegment: "gold")).Codes());

    [Fact]
    public void Rows_have_no_health_over_time()
    {
        var provider = TenantHost.Over(new TenantSource(TenantHost.Tenants), cs => cs.AddHealthStrategy("default", _ => HealthResult.Of(1))).BuildServiceProvider();

        Assert.Contains("Say Customers(…)", Assert.Throws<InvalidOperationException>(provider.GetRequiredService<CustomerHealth>).Message, StringComparison.Ordinal);
    }

    private static SegmentScheme Scheme { get; } = SegmentScheme.For("experience", SegmentPurpose.Experience)
        .Segment("trial", Fact.Text("plan").Is("trial"), Experiences.SelfServe).Otherwise("paying", Experiences.HighTouch).Build();

    private static Scorecard<CustomerFacts> Card { get; } = Usage.Card();

    private static CustomerHealthBuilder Words(CustomerHealthBuilder builder) => builder.Trait("plan", TraitKind.Text).SegmentedBy(Scheme);

    private static void Say(CustomerHealthBuilder builder) => Words(builder);

    private static ManualOverride? NoOverride(CustomerFacts facts) => null;

    private sealed class Elsewhere : ISignalSource
    {
        public IAsyncEnumerable<Signal> ReadAsync(SignalQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<SignalCoverage> CoverageAsync(string signal, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    /// <summary>A source that lives as long as its scope.</summary>
    private sealed class Scoped : ICustomerSource, IAsyncDisposable
    {
        private readonly ICustomerSource _inner = FactsHost.Accounts;

        public Scoped(List<Scoped> made) => made.Add(this);

        public bool Disposed { get; private set; }

        public bool ReadAfterwards { get; private set; }

        public IAsyncEnumerable<string> IdsAsync(CancellationToken cancellationToken) => Open().IdsAsync(cancellationToken);

        public ValueTask<IReadOnlyList<Customer>> FindAsync(string customerId, CancellationToken cancellationToken) => Open().FindAsync(customerId, cancellationToken);

        public IAsyncEnumerable<Customer> ReadAsync(FactQuery query, CancellationToken cancellationToken) => Open().ReadAsync(query, cancellationToken);

        public IAsyncEnumerable<Customer> ReadChildrenAsync(FactQuery query, CancellationToken cancellationToken) => Open().ReadChildrenAsync(query, cancellationToken);

        public ValueTask DisposeAsync()
        {
            Disposed = true;
            return ValueTask.CompletedTask;
        }

        private ICustomerSource Open()
        {
            ReadAfterwards |= Disposed;
            return _inner;
        }
    }
}
