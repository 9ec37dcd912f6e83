using CustomerSuccess.Benchmarks.Expressions;
using CustomerSuccess.Benchmarks.Quick;
using CustomerSuccess.Expressions;
using CustomerSuccess.Interventions;

namespace CustomerSuccess.Benchmarks.Interventions;

/// <summary>
/// A hundred rules over a portfolio of which one customer in a hundred changed since the last look, with what each answer was then: ours over the
/// host's columns, and RulesEngine customer by customer, which is spared keeping anything.
/// </summary>
internal sealed class ScreenContestants
{
    private const int Variants = 5;

    private readonly RuleScreen _screen;
    private readonly CelColumns[] _columns;
    private readonly CustomerRow[] _rows;
    private readonly RulesEngineRules _rules;
    private int _look;

    public ScreenContestants(int customers, int few)
    {
        var workload = new ExpressionWorkload(customers);
        (Customers, Few) = (customers, few);
        string[] conditions = [.. Enumerable.Range(0, Variants).SelectMany(v => Conditions.OfColumns.Select(c => v == 0 ? c : $"({c}) && customer.Tenure >= {v}.0"))];
        Rules = conditions.Length;
        var language = ExpressionWorkload.Names.Aggregate(Language.For<CustomerRow>(), (l, name) => l.Number($"customer.{name}", r => Read(r, name), "1")).Build();
        _screen = RuleScreen.Of([.. conditions.Select((c, i) => ($"rule {i}", language.Condition(c)))], customers);
        _columns = [Columns(workload.Columns), Columns([.. workload.Columns.Select(Changed)])];
        _rows = workload.Rows(few);
        _rules = new(conditions);
    }

    public int Customers { get; }

    /// <summary>Fewer for RulesEngine, which takes longer.</summary>
    public int Few { get; }

    public int Rules { get; }

    public int Changes { get; private set; }

    public void Screen() => Changes = _screen.See(_columns[_look++ % 2]).Count;

    public void RulesEngine()
    {
        foreach (var row in _rows)
        {
            _rules.Held(row);
        }
    }

    /// <summary>RulesEngine gives the same answers.</summary>
    public void Check()
    {
        _screen.See(_columns[0]);
        for (var row = 0; row < _rows.Length; row++)
        {
            var here = row;
            bool[] ours = [.. Enumerable.Range(0, Rules).Select(rule => _screen.At(rule, here) == ScreenAnswer.Holds)];
            Agreement.OfBits<bool>("RulesEngine", ours, _rules.Answers(_rows[row]));
        }

        _look = 1;
    }

    private CelColumns Columns(double[][] columns)
    {
        var all = new CelColumns(Customers);
        foreach (var (name, column) in ExpressionWorkload.Names.Zip(columns))
        {
            all.Number($"customer.{name}", column);
        }

        return all;
    }

    // One customer in a hundred takes the numbers of its neighbour.
    private static double[] Changed(double[] column)
    {
        double[] changed = [.. column];
        for (var i = 0; i + 1 < changed.Length; i += 100)
        {
            changed[i] = column[i + 1];
        }

        return changed;
    }

    private static double? Read(CustomerRow row, string name) => name switch
    {
        nameof(CustomerRow.ActiveUsers) => row.ActiveUsers,
        nameof(CustomerRow.Adoption) => row.Adoption,
        nameof(CustomerRow.DaysSinceLogin) => row.DaysSinceLogin,
        nameof(CustomerRow.InvoiceDelay) => row.InvoiceDelay,
        nameof(CustomerRow.Logins) => row.Logins,
        nameof(CustomerRow.Nps) => row.Nps,
        nameof(CustomerRow.Seats) => row.Seats,
        nameof(CustomerRow.Spend) => row.Spend,
        nameof(CustomerRow.Tenure) => row.Tenure,
        _ => row.Tickets,
    };
}
