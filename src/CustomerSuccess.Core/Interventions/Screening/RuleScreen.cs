using System.Numerics;
using CustomerSuccess.Expressions;

namespace CustomerSuccess.Interventions;

/// <summary>
/// Looks at the conditions of many rules over a whole portfolio at once, for hosts that have their measures as columns, and says which answers changed
/// since the last look: those customers are what a cycle is to be told of. It keeps a few bits for each rule and customer. Not safe to use from several
/// threads.
/// </summary>
public sealed class RuleScreen
{
    private readonly CelColumnProgram _program;
    private readonly string[] _rules;
    private readonly int _customers;
    private readonly int _words;
    private ulong[] _holds;
    private ulong[] _unknown;
    private ulong[] _nextHolds;
    private ulong[] _nextUnknown;
    private readonly ulong[] _failed;

    private RuleScreen(string[] rules, CelColumnProgram program, int customers)
    {
        (_rules, _program, _customers, _words) = (rules, program, customers, (int)(((long)customers + 63) / 64));
        (_holds, _unknown) = (new ulong[rules.Length * _words], new ulong[rules.Length * _words]);
        (_nextHolds, _nextUnknown, _failed) = (new ulong[_holds.Length], new ulong[_holds.Length], new ulong[_holds.Length]);
    }

    /// <summary>The rules, in their order.</summary>
    public IReadOnlyList<string> Rules => Array.AsReadOnly(_rules);

    /// <summary>The columns that are read, in ordinal order: a trait as <c>customer.seats</c>, a measure over signals by its canonical text.</summary>
    public IReadOnlyList<string> Reads => _program.Reads;

    /// <summary>Begins to look at the rules of a set that are triggered by an expression. All customers begin as not fulfilling any.</summary>
    /// <param name="rules">The rules; those with another trigger are left out: they are due by themselves.</param>
    /// <param name="customers">How many customers, 0 or more: the rows of every look, in one order.</param>
    /// <exception cref="ArgumentException">No rule is triggered by an expression.</exception>
    public static RuleScreen Of(RuleSet rules, int customers)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return Of([.. rules.Rules.Where(r => r.Content.Trigger is ConditionTrigger { When: ConditionExpression<CustomerFacts> }).Select(r => (r.Name, (ConditionExpression<CustomerFacts>)((ConditionTrigger)r.Content.Trigger).When))], customers);
    }

    /// <summary>Begins to look at conditions over the host's own rows. All customers begin as not fulfilling any.</summary>
    /// <typeparam name="T">The row type of the conditions.</typeparam>
    /// <param name="rules">The conditions by name.</param>
    /// <param name="customers">How many customers, 0 or more: the rows of every look, in one order.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static RuleScreen Of<T>(IReadOnlyList<(string Name, ConditionExpression<T> When)> rules, int customers)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentOutOfRangeException.ThrowIfNegative(customers);
        var compiled = rules.DistinctBy(r => r.When.Expression).ToDictionary(r => r.When.Expression, r => r.When.Compiled);
        var program = CelColumnProgram.Of([.. rules.Select(r => r.When.Expression)], (expression, node) => compiled[expression].ColumnOf(expression, node));
        return new([.. rules.Select(r => r.Name)], program, customers);
    }

    /// <summary>Looks at all customers, and gives every answer that is another than at the last look, by rule and then by row.</summary>
    /// <param name="columns">The columns, of as many rows as there are customers. NaN, an infinity and a null text are not given.</param>
    /// <param name="cancellationToken">Cancels: the state is then that of the look before.</param>
    /// <exception cref="ArgumentException">There are more or fewer rows, or a column is missing.</exception>
    public IReadOnlyList<ScreenChange> See(CelColumns columns, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Rows != _customers)
        {
            throw new ArgumentException($"There are {_customers} customers, and columns of {columns.Rows} rows.", nameof(columns));
        }

        _program.Test(columns, _nextHolds, _nextUnknown, _failed, cancellationToken);
        var changes = new List<ScreenChange>();
        for (var rule = 0; rule < _rules.Length; rule++)
        {
            Compare(rule, changes);
        }

        (_holds, _nextHolds) = (_nextHolds, _holds);
        (_unknown, _nextUnknown) = (_nextUnknown, _unknown);
        return changes.AsReadOnly();
    }

    /// <summary>The answer of the last look.</summary>
    /// <param name="rule">The place of the rule.</param>
    /// <param name="row">The place of the customer.</param>
    public ScreenAnswer At(int rule, int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rule);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rule, _rules.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, _customers);
        return Answer(_holds, _unknown, (rule * _words) + (row / 64), row % 64);
    }

    private void Compare(int rule, List<ScreenChange> changes)
    {
        for (int word = rule * _words, first = 0; first < _customers; word++, first += 64)
        {
            _nextUnknown[word] |= _failed[word];
            var changed = (_holds[word] ^ _nextHolds[word]) | (_unknown[word] ^ _nextUnknown[word]);
            while (changed != 0)
            {
                var bit = BitOperations.TrailingZeroCount(changed);
                changes.Add(new(rule, first + bit, Answer(_holds, _unknown, word, bit), Answer(_nextHolds, _nextUnknown, word, bit)));
                changed &= changed - 1;
            }
        }
    }

    private static ScreenAnswer Answer(ulong[] holds, ulong[] unknown, int word, int bit) =>
        (holds[word] >> bit & 1) != 0 ? ScreenAnswer.Holds : (unknown[word] >> bit & 1) != 0 ? ScreenAnswer.Unknown : ScreenAnswer.DoesNotHold;
}

/// <summary>What a condition comes to for a customer.</summary>
public enum ScreenAnswer
{
    /// <summary>It does not hold.</summary>
    DoesNotHold,

    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It is not known, or could not be computed.</summary>
    Unknown,
}

/// <summary>An answer that changed.</summary>
/// <param name="Rule">The place of the rule.</param>
/// <param name="Row">The place of the customer.</param>
/// <param name="Before">The answer of the look before.</param>
/// <param name="Now">The answer of this one.</param>
public readonly record struct ScreenChange(int Rule, int Row, ScreenAnswer Before, ScreenAnswer Now);
