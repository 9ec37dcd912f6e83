using System.Numerics;
using CustomerSuccess.Benchmarks.Quick;
using CustomerSuccess.Expressions;

namespace CustomerSuccess.Benchmarks.Expressions;

/// <summary>Twenty conditions over columns: ours, DuckDB, and RulesEngine customer by customer. Each counts of how many a condition holds.</summary>
internal sealed class ColumnContestants : IDisposable
{
    private const int CheckedRows = 20_000;

    private readonly CelColumnProgram _program;
    private readonly CelColumns _columns;
    private readonly ulong[] _holds;
    private readonly ulong[] _unknown;
    private readonly CustomerRow[] _rows;
    private readonly RulesEngineRules _rules = new(Conditions.OfColumns);
    private readonly DuckDbConditions _duck;

    public ColumnContestants(ExpressionWorkload workload)
    {
        Customers = workload.Customers;
        _program = CelColumnProgram.Of([.. Conditions.OfColumns.Select(c => ExpressionWorkload.Language.Check(c, CelType.Bool))]);
        _columns = new CelColumns(Customers);
        foreach (var (name, column) in ExpressionWorkload.Names.Zip(workload.Columns))
        {
            _columns.Number($"customer.{name}", column);
        }

        (_holds, _unknown) = (new ulong[_columns.Words * Conditions.OfColumns.Length], new ulong[_columns.Words * Conditions.OfColumns.Length]);
        _rows = workload.Rows(Math.Min(CheckedRows, Customers));
        _duck = new(workload, Conditions.OfColumns);
    }

    /// <summary>Fewer for RulesEngine, which takes longer.</summary>
    public static int FewCustomers => RowContestants.FewCustomers;

    public int Customers { get; }

    /// <summary>How often each condition held in the last run; of RulesEngine all together.</summary>
    public long[] Held { get; private set; } = [];

    public void Columns()
    {
        _program.Test(_columns, _holds, _unknown);
        Held = Counts(_holds);
    }

    public void DuckDb() => Held = _duck.Count();

    public void Rules()
    {
        var held = 0L;
        foreach (var row in _rows.AsSpan(0, FewCustomers))
        {
            held += _rules.Held(row);
        }

        Held = [held];
    }

    /// <summary>DuckDB finds as many that hold and as many that are unknown; RulesEngine gives the same answers, row by row.</summary>
    public void Check()
    {
        Columns();
        var held = Held;
        DuckDb();
        Agreement.OfBits<long>("DuckDB", held, Held);
        Agreement.OfBits<long>("DuckDB of what is not known", Counts(_unknown), _duck.CountUnknown());
        for (var i = 0; i < _rows.Length; i++)
        {
            bool[] ours = [.. Conditions.OfColumns.Select((_, c) => (_holds[(c * _columns.Words) + (i / 64)] >> (i % 64) & 1) != 0)];
            Agreement.OfBits<bool>("RulesEngine", ours, _rules.Answers(_rows[i]));
        }
    }

    public void Dispose() => _duck.Dispose();

    private long[] Counts(ulong[] bits)
    {
        var counts = new long[Conditions.OfColumns.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            foreach (var word in bits.AsSpan(i * _columns.Words, _columns.Words))
            {
                counts[i] += BitOperations.PopCount(word);
            }
        }

        return counts;
    }
}
