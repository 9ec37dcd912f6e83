using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerSuccess.Composition;

/// <summary>What the host said, in the order in which it said it; and, once it is checked, the scorer made of it.</summary>
internal sealed class CompositionPlan
{
    public List<RowsPlan> Rows { get; } = [];

    public List<StrategyPlan> Strategies { get; } = [];

    public List<StrategyUse> Uses { get; } = [];

    public List<ColdStartUse> ColdStarts { get; } = [];

    /// <summary>The rules of interventions, as often as they were said.</summary>
    public List<RuleSet> Rules { get; } = [];

    /// <summary>Names of strategies registered twice with different things; empty for the source of rows.</summary>
    public List<string> Clashes { get; } = [];

    /// <summary>Makes the scorer; set by the check.</summary>
    public Func<IServiceScopeFactory, IHealthScorer>? Scorer { get; set; }
}

/// <summary>A registered strategy.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Options">How to complete what it states; null for the defaults.</param>
internal sealed record StrategyPlan(string Name, HealthStrategyOptions? Options);

/// <summary>Which strategy scores whom.</summary>
/// <param name="Segment">The segment; null for any.</param>
/// <param name="Stage">The lifecycle stage; null for any.</param>
/// <param name="Strategy">The strategy's name.</param>
internal sealed record StrategyUse(string? Segment, string? Stage, string Strategy);

/// <summary>Which strategy scores new customers.</summary>
/// <param name="Strategy">The strategy's name.</param>
/// <param name="MaximumAge">From this age on a customer is not new.</param>
/// <param name="UntilCoverage">From this coverage of the usual score on a customer is not new.</param>
internal sealed record ColdStartUse(string Strategy, TimeSpan? MaximumAge, double? UntilCoverage);
