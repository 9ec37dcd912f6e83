using RulesEngine.Models;

namespace CustomerSuccess.Benchmarks.Expressions;

/// <summary>
/// Conditions as a workflow of RulesEngine, with everything off that it does beside evaluating: local parameters, messages,
/// actions. The input has its type, and the first evaluation compiles all rules.
/// </summary>
internal sealed class RulesEngineRules(string[] conditions)
{
    private const string Name = "customers";

    private readonly RulesEngine.RulesEngine _engine = new(
        [new Workflow { WorkflowName = Name, Rules = [.. conditions.Select((c, i) => new Rule { RuleName = $"rule {i}", Expression = c, RuleExpressionType = RuleExpressionType.LambdaExpression })] }],
        new ReSettings
        {
            AutoExecuteActions = false,
            AutoRegisterInputType = false,
            EnableFormattedErrorMessage = false,
            EnableScopedParams = false,
            IsExpressionCaseSensitive = true,
            UseFastExpressionCompiler = true,
        });

    /// <summary>How many conditions hold of a customer.</summary>
    public int Held(CustomerRow customer)
    {
        var held = 0;
        foreach (var result in Run(customer))
        {
            held += result.IsSuccess ? 1 : 0;
        }

        return held;
    }

    /// <summary>Which hold, in the order of the conditions.</summary>
    public bool[] Answers(CustomerRow customer)
    {
        var answers = Run(customer);
        var failed = answers.Find(a => !string.IsNullOrEmpty(a.ExceptionMessage));
        return failed is null ? [.. answers.Select(a => a.IsSuccess)] : throw new InvalidOperationException($"RulesEngine failed: {failed.ExceptionMessage}");
    }

    private List<RuleResultTree> Run(CustomerRow customer)
    {
        var run = _engine.ExecuteAllRulesAsync(Name, new RuleParameter("customer", customer));
        return run.IsCompletedSuccessfully ? run.Result : throw new InvalidOperationException("RulesEngine did not answer at once.");
    }
}
