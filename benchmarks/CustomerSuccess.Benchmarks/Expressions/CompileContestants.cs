using System.Linq.Dynamic.Core;
using System.Linq.Expressions;
using CustomerSuccess.Benchmarks.Quick;
using CustomerSuccess.Expressions;

namespace CustomerSuccess.Benchmarks.Expressions;

/// <summary>From the texts of the conditions of rows to something that answers. What can be made once for all of them is made before.</summary>
internal sealed class CompileContestants
{
    private static readonly ParsingConfig Config = new() { IsCaseSensitive = true };
    private static readonly Type Answer = typeof(bool);

    public static int Count => Conditions.OfRows.Length;

    /// <summary>The last condition that was compiled.</summary>
    public object? Last { get; private set; }

    public void Ours()
    {
        foreach (var condition in Conditions.OfRows)
        {
            Last = Ours(condition);
        }
    }

    public void DynamicLinq()
    {
        foreach (var condition in Conditions.OfRows)
        {
            Last = DynamicLinq(condition);
        }
    }

    public static void Check()
    {
        var rows = new ExpressionWorkload(1000).Rows(1000);
        foreach (var condition in Conditions.OfRows)
        {
            var (ours, theirs) = (Ours(condition), DynamicLinq(condition));
            Agreement.OfBits<bool>("Dynamic LINQ", [.. rows.Select(r => ours.Test(r) == true)], [.. rows.Select(theirs)]);
        }
    }

    private static CelProgram<CustomerRow> Ours(string condition) => ExpressionWorkload.Language.Check(condition, CelType.Bool).Compile(ExpressionWorkload.Binding);

    private static Func<CustomerRow, bool> DynamicLinq(string condition) =>
        (Func<CustomerRow, bool>)DynamicExpressionParser.ParseLambda(Config, false, [Expression.Parameter(typeof(CustomerRow), "customer")], Answer, condition).Compile();
}
