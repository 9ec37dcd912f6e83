using CustomerSuccess.Health;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerSuccess.Composition;

/// <summary>What the host said, in the order in which it said it; and, once it is checked, the scorer made of it.</summary>
internal sealed class CompositionPlan
{
    public List<RowsPlan> Rows { get; } = [];

    public List<StrategyPlan> Strategies { get; } = [];

    public List<StrategyUse> Uses { get; } = [];

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
/// <param name="Segment">The segment; null for everyone else.</param>
/// <param name="Strategy">The strategy's name.</param>
internal sealed record StrategyUse(string? Segment, string Strategy);
