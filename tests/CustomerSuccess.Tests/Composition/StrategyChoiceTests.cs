using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.OverTime;
using CustomerSuccess.Tests.Health.Strategies;
using CustomerSuccess.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerSuccess.Tests.Composition;

/// <summary>Which strategy scores whom, as it is registered: by stage, and new customers.</summary>
public sealed class StrategyChoiceTests
{
    [Fact]
    [Requirement("HLT-10")]
    [Requirement("HLT-7")]
    public async Task Stages_and_new_customers_have_strategies_by_name()
    {
        var accounts = new AccountLog().Add(new Customer("acme", Usage.Start) { LifecycleStage = "onboarding" });
        var services = new ServiceCollection().AddSingleton<ICustomerSource>(accounts).AddCustomerSuccess(cs => cs.Customers(_ => { })
            .AddHealthStrategy("default", _ => HealthResult.Of(1)).AddHealthStrategy("first", _ => HealthResult.Of(2)).AddHealthStrategy("new", _ => HealthResult.Of(3))
            .UseStrategy("first", forStage: "onboarding")
            .UseColdStart("new", maximumAge: TimeSpan.FromDays(1)).UseColdStart("new", maximumAge: TimeSpan.FromDays(1)));
        var health = services.Health();
        var (young, old) = ((await health.ScoreAsync("acme", Usage.Start.AddDays(0.5)))!, (await health.ScoreAsync("acme", Usage.Start.AddDays(1)))!);

        Assert.Equal((3, "'new' as a cold start: 0.5 days old, until 1 day old"), (young.Value, young.Selection));
        Assert.Equal((2, "'first' for the stage 'onboarding'; no cold start: 1 day old"), (old.Value, old.Selection));
    }

    [Fact]
    [Requirement("HLT-10")]
    public async Task Rows_have_stages_where_they_are_read()
    {
        var source = new TenantSource(TenantHost.Tenants);
        var services = TenantHost.Over(source, cs => cs.Rows<Tenant>(r => r.LifecycleStage(t => t.Plan == "trial" ? "onboarding" : null))
            .AddHealthStrategy("default", _ => HealthResult.Of(1)).AddHealthStrategy("first", c => HealthResult.Of(c.LifecycleStage == "onboarding" ? 2 : 0)).UseStrategy("first", forStage: "onboarding"));
        var scores = await TenantHost.All(services.BuildServiceProvider().GetRequiredService<IHealthScorer>());

        Assert.Equal([(1, "'default' for everyone"), (2, "'first' for the stage 'onboarding'"), (2, "'first' for the stage 'onboarding'")], scores.Select(s => (s.Value!.Value, s.Selection!)));
    }

    [Fact]
    public void ST013_New_customers_are_scored_in_one_way_by_a_strategy_that_there_is() => Assert.Equal(
        ["ST013", "ST001"],
        FactsHost.Services(cs => cs.Customers(_ => { }).AddHealthStrategy("default", _ => HealthResult.Of(1)).UseColdStart("default", TimeSpan.FromDays(1)).UseColdStart("nwe", TimeSpan.FromDays(1))).Codes());

    [Fact]
    public void ST014_Stages_of_rows_are_read_and_ST015_rows_are_not_new() => Assert.Equal(
        ["ST014", "ST015"],
        TenantHost.Over(new TenantSource(TenantHost.Tenants), cs => cs.AddHealthStrategy("default", _ => HealthResult.Of(1)).UseStrategy("default", forStage: "live").UseColdStart("default", untilCoverage: 0.5)).Codes<IHealthScorer>());

    [Fact]
    public void ST007_A_stage_is_scored_by_one_and_ST012_a_cold_start_is_said_beside_the_services()
    {
        var found = Assert.Throws<ConfigurationException>(FactsHost.Services(cs => cs.Customers(c => c.ColdStart(Usage.Card(), TimeSpan.FromDays(1)))
            .AddHealthStrategy("default", _ => HealthResult.Of(1)).AddHealthStrategy("a", _ => HealthResult.Of(1)).UseStrategy("a", forStage: "live").UseStrategy("default", forStage: "live")).Health).Diagnostics;

        Assert.Equal(["ST007 stages/live", "ST012 strategies"], found.Select(d => $"{d.Code} {d.Path}"));
        Assert.StartsWith("ColdStart is said within Customers(…)", found[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_with_arguments_that_are_none_are_refused() => new ServiceCollection().AddCustomerSuccess(cs =>
    {
        Assert.Throws<ArgumentException>(() => cs.UseStrategy("a", forStage: ""));
        Assert.Throws<ArgumentException>(() => cs.UseColdStart("a"));
        Assert.Throws<ArgumentException>(() => cs.UseColdStart(" ", TimeSpan.FromDays(1)));
    });
}
