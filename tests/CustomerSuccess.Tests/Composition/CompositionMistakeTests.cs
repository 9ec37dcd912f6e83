using CustomerSuccess.Composition;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Strategies;
using CustomerSuccess.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerSuccess.Tests.Composition;

public sealed class CompositionMistakeTests
{
    private static readonly IHealthScoreStrategy Flat = HealthStrategies.From("flat", _ => HealthResult.Of(50));
    private static readonly TenantSource Source = new();

    [Fact]
    public void An_unknown_strategy_name_asks_whether_another_was_meant() =>
        Assert.Equal(
            "ST001 segments/trial: No health strategy named 'retenton'. Did you mean 'retention'? Add it with AddHealthStrategy(\"retenton\", …).",
            Mistake(cs => Rows(cs).AddHealthStrategy("default", Flat).AddHealthStrategy("retention", Flat).UseStrategy("retenton", forSegment: "trial")));

    [Fact]
    public void Two_different_strategies_of_one_name_are_a_mistake()
    {
        Assert.Equal(
            "ST002 strategies/default: Two different health strategies are named 'default'. Rename one.",
            Mistake(cs => Rows(cs).AddHealthStrategy("default", Flat).AddHealthStrategy("default", Tenant.Card())));
        Assert.StartsWith("ST002", Mistake(cs => Rows(cs).AddHealthStrategy("default", Flat, new() { Version = "1" }).AddHealthStrategy("default", Flat, new() { Version = "2" })), StringComparison.Ordinal);
        Assert.StartsWith("ST002", Mistake(cs => Rows(cs).AddHealthStrategy("default", Flat).AddHealthStrategy<Odd>("default")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_default_strategy_is_a_mistake() =>
        Assert.Equal(
            "ST003 strategies: No health strategy is named 'default'. Did you mean 'defualt'? Add one of that name, or say which scores everyone: UseStrategy(\"…\").",
            Mistake(cs => Rows(cs).AddHealthStrategy("defualt", Flat)));

    [Fact]
    public void Missing_rows_or_their_source_are_a_mistake()
    {
        Assert.StartsWith("ST004 rows: It is not said what the host's rows are.", Mistake(cs => cs.AddHealthStrategy("default", Flat)), StringComparison.Ordinal);
        Assert.Equal(
            "ST004 rows: Nothing reads rows of type Tenant. Register an IRowSource<Tenant>, or name it: Rows<Tenant, MySource>(…).",
            Mistake(cs => cs.Rows(TenantHost.Words).AddHealthStrategy("default", Flat)));
    }

    [Fact]
    public void Two_sources_two_row_types_or_two_ways_to_read_the_id_are_a_mistake()
    {
        Assert.StartsWith("ST005", Mistake(cs => Rows(Rows(cs, new TenantSource())).AddHealthStrategy("default", Flat)), StringComparison.Ordinal);
        Assert.StartsWith("ST005", Mistake(cs => Rows(cs).Rows<string>(_ => { }).AddHealthStrategy("default", Flat)), StringComparison.Ordinal);
        Assert.Equal(
            "ST005 rows: IdentifiedBy is said 2 times with different lambdas. Say it once.",
            Mistake(cs => Rows(cs).Rows<Tenant>(rows => rows.IdentifiedBy(t => t.Plan)).AddHealthStrategy("default", Flat)));
    }

    [Fact]
    public void A_missing_id_is_a_mistake() =>
        Assert.StartsWith("ST006", Mistake(cs => cs.Rows<Tenant>(Source, rows => rows.Number("logins", t => t.Logins)).AddHealthStrategy("default", Flat)), StringComparison.Ordinal);

    [Fact]
    public void Two_strategies_for_one_segment_or_for_everyone_are_a_mistake()
    {
        Assert.StartsWith("ST007 segments/trial: 'a' and 'default' are both to score the segment 'trial'.", Mistake(cs => Rows(cs)
            .AddHealthStrategy("default", Flat).AddHealthStrategy("a", Flat).UseStrategy("a", "trial").UseStrategy("default", "trial")), StringComparison.Ordinal);
        Assert.StartsWith("ST007 strategies: 'a' and 'default' are both to score everyone.", Mistake(cs => Rows(cs)
            .AddHealthStrategy("default", Flat).AddHealthStrategy("a", Flat).UseStrategy("a").UseStrategy("default")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_cannot_be_made_is_a_mistake_that_says_why()
    {
        var mistake = Mistake(cs => Rows(cs).AddHealthStrategy<Odd>("default"));

        Assert.StartsWith("ST008 strategies/default: The health strategy 'default' cannot be made: Unable to resolve service for type", mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_scorecard_that_reads_what_no_reader_gives_is_a_mistake()
    {
        var columns = Scorecard.ForColumns("columns").Measure("login", m => m.MoreIsBetter().Linear(0, 1)).Build();

        Assert.Equal(
            "ST009 strategies/default/login: The scorecard reads 'login' by name, and nothing reads that from a Tenant. Did you mean 'logins'?",
            Mistake(cs => Rows(cs).AddHealthStrategy("default", columns)));
    }

    [Fact]
    public void Options_of_a_strategy_that_brings_its_own_are_a_mistake() =>
        Assert.StartsWith("ST010", Mistake(cs => Rows(cs).AddHealthStrategy("default", Tenant.Card(), new() { Version = "1" })), StringComparison.Ordinal);

    [Fact]
    public void Two_readers_of_one_name_are_a_mistake() =>
        Assert.StartsWith("VO001 facts/logins", Mistake(cs => Rows(cs).Rows<Tenant>(rows => rows.Number("logins", t => t.Nps)).AddHealthStrategy("default", Flat)), StringComparison.Ordinal);

    [Fact]
    [Requirement("HLT-19")]
    public void All_mistakes_are_in_one_exception_at_start_and_when_the_scorer_is_resolved()
    {
        var services = new ServiceCollection().AddCustomerSuccess(cs => cs
            .Rows<Tenant>(rows => rows.Number("logins", t => t.Logins).Text("logins", t => t.Plan))
            .AddHealthStrategy("usual", Flat).AddHealthStrategy<Odd>("usual").UseStrategy("gold", forSegment: "gold")).BuildServiceProvider();

        foreach (var thrown in (ConfigurationException[])
            [
                Assert.Throws<ConfigurationException>(() => services.GetRequiredService<IStartupValidator>().Validate()),
                Assert.Throws<ConfigurationException>(() => services.GetRequiredService<IHealthScorer>()),
            ])
        {
            Assert.Equal(["ST002", "ST001", "ST003", "ST004", "ST006", "VO001"], thrown.Diagnostics.Select(d => d.Code));
            Assert.All(thrown.Diagnostics, d => Assert.Contains(d.ToString(), thrown.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Empty_names_and_nulls_are_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => Mistake(cs => cs.AddHealthStrategy(" ", Flat)));
        Assert.Throws<ArgumentException>(() => Mistake(cs => cs.AddHealthStrategy<Odd>("")));
        Assert.Throws<ArgumentException>(() => Mistake(cs => cs.UseStrategy("default", forSegment: "")));
        Assert.Throws<ArgumentNullException>(() => Mistake(cs => cs.AddHealthStrategy("x", (IHealthScoreStrategy)null!)));
        Assert.Throws<ArgumentNullException>(() => Mistake(cs => cs.Rows((IRowSource<Tenant>)null!, _ => { })));
    }

    private static CustomerSuccessBuilder Rows(CustomerSuccessBuilder cs, IRowSource<Tenant>? source = null) => cs.Rows(source ?? Source, TenantHost.Words);

    private static string Mistake(Action<CustomerSuccessBuilder> configure)
    {
        var services = new ServiceCollection().AddCustomerSuccess(configure).BuildServiceProvider();
        return Assert.Single(Assert.Throws<ConfigurationException>(() => services.GetRequiredService<IHealthScorer>()).Diagnostics).ToString();
    }

    internal sealed class Odd(Tenant tenant) : IHealthScoreStrategy
    {
        public HealthResult Score(HealthScoreContext context) => HealthResult.Failed(tenant.Id!);
    }
}
