using CustomerSuccess.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerSuccess.Composition;

/// <summary>Checks what the host said and makes the scorer of it. All mistakes are in one <see cref="ConfigurationException"/>.</summary>
internal sealed class CompositionCheck(IServiceProvider services) : IValidateOptions<CompositionPlan>
{
    public ValidateOptionsResult Validate(string? name, CompositionPlan options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var found = new DiagnosticList();
        var strategies = new StrategyCheck(services, options, found);
        var table = strategies.Run();
        var rows = Rows(options, strategies.Made, found);
        found.ThrowIfAny();
        options.Scorer = scopes => rows!(scopes, table!);
        return ValidateOptionsResult.Success;
    }

    private Func<IServiceScopeFactory, StrategyTable, IHealthScorer>? Rows(
        CompositionPlan plan,
        IReadOnlyList<(string Name, IHealthScoreStrategy Strategy)> strategies,
        DiagnosticList found)
    {
        if (plan.Rows.Count == 0)
        {
            found.Add("ST004", "rows", $"It is not said what the host's rows are.", "Say so: Rows<Account, AccountSource>(rows => rows.IdentifiedBy(a => a.Id)), or Customers(…) where you have facts.");
            return null;
        }

        var types = plan.Rows.Select(r => r.RowType).Distinct().ToArray();
        if (types.Length > 1)
        {
            found.Add("ST005", "rows", $"Rows are of {types.Length} types: {string.Join(", ", types.Select(t => t.Name))}.", "One row per customer, of one type, is what strategies read: join the others into it.");
        }

        if (plan.Clashes.Contains(""))
        {
            found.Add("ST005", "rows", $"Two different sources read the rows.", "Register one.");
        }

        var rules = plan.Rules.DistinctBy(r => r.ConfigurationHash).ToArray();
        if (rules.Length > 1)
        {
            found.Add("ST016", "interventions", $"Interventions(…) is said with {rules.Length} different sets of rules.", "Put them into one set: RuleSet.Of([…]).");
        }

        if (rules.Length > 0 && plan.Rows[0] is not CustomersPlan)
        {
            found.Add("ST017", "interventions", $"Rules read facts, and the host scores rows.", "Say Customers(…) instead of Rows<T>(…).");
        }

        return plan.Rows[0].Compile(new() { Rules = rules.FirstOrDefault(), All = plan.Rows, Strategies = strategies, Uses = plan.Uses, ColdStarts = plan.ColdStarts, Services = services, Found = found });
    }
}
