using CustomerSuccess.Expressions;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Health;

public sealed partial class Scorecard<T>
{
    /// <summary>
    /// The columns that <see cref="Compute"/> reads, in ordinal order: of each expression the parts that it reads of a row, by
    /// their canonical texts (<c>customer.seats</c>, <c>signals.login.count(days(28))</c>), and of each lambda the input's name.
    /// </summary>
    public IReadOnlyList<string> ComputedFrom =>
        [.. _readers.SelectMany((r, i) => r.Compiled is { } expression ? ExpressionColumn.Of(expression, r).Reads : [Program.Inputs[i]]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The columns among these that are measures over signals, by name: what a <see cref="SignalTable"/> computes.</summary>
    public IReadOnlyList<(string Name, SignalMeasure Measure)> SignalColumns =>
        [.. _readers.SelectMany((r, i) => r.Compiled is { } expression ? expression.Wholes.Where(w => w.Source is SignalMeasure).Select(w => (Name: w.Column, Measure: (SignalMeasure)w.Source!)) : r.Source is SignalMeasure measure ? [(Name: Program.Inputs[i], Measure: measure)] : [])
            .DistinctBy(c => c.Name, StringComparer.Ordinal).OrderBy(c => c.Name, StringComparer.Ordinal)];

    /// <summary>Computes the scorecard's own columns from those that its expressions read: what <see cref="Scorecard.Score(ScoreColumns, ScoreResults, int, CancellationToken)"/> then scores, with the same results as row by row.</summary>
    /// <param name="columns">Every column of <see cref="ComputedFrom"/>.</param>
    /// <param name="cancellationToken">Cancels between blocks of rows.</param>
    /// <exception cref="ArgumentException">A column is missing.</exception>
    /// <exception cref="InvalidOperationException">An expression reads what no column can hold: subscriptions, the customer as a whole, an instant, null.</exception>
    public ScoreColumns Compute(CelColumns columns, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var computed = new ScoreColumns(columns.Rows);
        for (var i = 0; i < _readers.Length; i++)
        {
            var (input, reader) = (Program.Inputs[i], _readers[i]);
            computed.Add(input, reader.Compiled is { } expression
                ? ExpressionColumn.Of(expression, reader).Checked(input, expression).Compute(columns, cancellationToken)
                : columns.FindNumber(input) ?? throw new ArgumentException($"'{Name}' reads '{input}' by a lambda, and there is no column of that name. Add it, filled with NaN where nothing is known.", nameof(columns)));
        }

        return computed;
    }
}

/// <summary>An input of a scorecard that an expression computes over columns.</summary>
internal sealed class ExpressionColumn(IReadOnlyList<string> reads, Func<CelColumns, CancellationToken, ReadOnlyMemory<double>> compute)
{
    public IReadOnlyList<string> Reads => reads;

    public ReadOnlyMemory<double> Compute(CelColumns columns, CancellationToken cancellationToken) => compute(columns, cancellationToken);

    /// <summary>Finds what no column can hold.</summary>
    public ExpressionColumn Checked<T>(string input, CompiledExpression<T> expression)
    {
        var parts = expression.Expression.Environment.Variables.Where(v => reads.Contains(v.Name, StringComparer.Ordinal)).Select(v => (Column: v.Name, v.Type))
            .Concat(expression.Wholes.Select(w => (w.Column, w.Type)));
        foreach (var (column, type) in parts.Where(p => IsNone(p.Type)))
        {
            throw new InvalidOperationException($"'{input}' reads '{column}', which is {type} and no column. Score row by row, or give it as a trait that is a number, a text or a yes or no.");
        }

        if (expression.NamesNull)
        {
            throw new InvalidOperationException($"'{input}' asks for null, which no column can say. Score row by row, or ask with has(…) or known(…).");
        }

        return this;
    }

    private static bool IsNone(CelType type) => type.Kind == CelTypeKind.Nullable
        ? IsNone(type.Parameters[0])
        : type.Kind is CelTypeKind.List or CelTypeKind.Map or CelTypeKind.Record or CelTypeKind.Timestamp;

    public static ExpressionColumn Of<T>(CompiledExpression<T> expression, RowReader<T> reader)
    {
        if (reader is CategoryReadingReader<T> category)
        {
            var texts = CelColumnTexts.Of(expression.Expression, expression.ColumnOf);
            return new(texts.Reads, (columns, cancellationToken) =>
            {
                var made = new string?[columns.Rows];
                texts.Compute(columns, made, cancellationToken);
                return Array.ConvertAll(made, category.CodeOf);
            });
        }

        var numbers = CelColumnNumbers.Of(expression.Expression, expression.ColumnOf);
        return new(numbers.Reads, (columns, cancellationToken) =>
        {
            var made = new double[columns.Rows];
            numbers.Compute(columns, made, cancellationToken);
            return made;
        });
    }
}
