using CustomerSuccess.Benchmarks.Quick;
using CustomerSuccess.Expressions;

namespace CustomerSuccess.Benchmarks.Expressions;

/// <summary>Conditions of one customer at a time: compiled closures, a delegate written in C#, RulesEngine.</summary>
internal sealed class RowContestants
{
    /// <summary>So many that no branch predictor learns them by heart.</summary>
    public const int Customers = 65_536;

    /// <summary>Fewer for RulesEngine, which takes longer, and still too many to be learnt.</summary>
    public const int FewCustomers = 8192;

    private readonly CustomerRow[] _rows = new ExpressionWorkload(Customers).Rows(Customers);
    private readonly CelProgram<CustomerRow>[] _programs = [.. Conditions.OfRows.Select(c => ExpressionWorkload.Language.Check(c, CelType.Bool).Compile(ExpressionWorkload.Binding))];
    private readonly RulesEngineRules _rules = new(Conditions.OfRows);

    /// <summary>How often the conditions of the last run held.</summary>
    public long Held { get; private set; }

    public void ByHand()
    {
        var (held, condition) = (0L, Conditions.ByHand);
        foreach (var row in _rows)
        {
            held += condition(row) ? 1 : 0;
        }

        Held = held;
    }

    public void Closure()
    {
        var (held, condition) = (0L, _programs[0]);
        foreach (var row in _rows)
        {
            held += condition.Test(row) == true ? 1 : 0;
        }

        Held = held;
    }

    public void Closures()
    {
        var held = 0L;
        foreach (var row in _rows)
        {
            foreach (var condition in _programs)
            {
                held += condition.Test(row) == true ? 1 : 0;
            }
        }

        Held = held;
    }

    public void Rules()
    {
        var held = 0L;
        foreach (var row in _rows.AsSpan(0, FewCustomers))
        {
            held += _rules.Held(row);
        }

        Held = held;
    }

    /// <summary>The bytes that a condition of one customer costs on the heap.</summary>
    public double Bytes()
    {
        Closure();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Closure();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Customers;
    }

    /// <summary>Every condition of every customer that RulesEngine is timed with, and the first of all customers.</summary>
    public void Check()
    {
        foreach (var row in _rows)
        {
            Agreement.OfBits<bool>("The condition by hand", [_programs[0].Test(row) == true], [Conditions.ByHand(row)]);
        }

        foreach (var row in _rows.AsSpan(0, FewCustomers))
        {
            bool[] ours = [.. _programs.Select(p => p.Test(row) == true)];
            Agreement.OfBits<bool>("RulesEngine", ours, _rules.Answers(row));
        }
    }
}
