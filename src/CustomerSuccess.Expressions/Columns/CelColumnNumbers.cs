namespace CustomerSuccess.Expressions;

/// <summary>
/// Numbers made ready to be computed over columns: those that are made of columns, constants, operators and <c>orElse</c> many
/// rows at a time, the rest row by row, with the same results as <see cref="CelProgram{T}"/> gives. A condition gives 1 and 0.
/// Safe to use from several threads.
/// </summary>
public sealed class CelColumnNumbers
{
    private readonly BlockNumber _number;
    private readonly ColumnNames _names;

    internal CelColumnNumbers(CelExpression expression, Func<CelExpression, CelNode, string?>? columnOf)
    {
        var compiler = new BlockCompiler(columnOf);
        _number = compiler.CompileNumber(expression);
        (_names, Expression) = (compiler.Names, expression);
    }

    /// <summary>The expression.</summary>
    public CelExpression Expression { get; }

    /// <summary>The columns that are read, in ordinal order.</summary>
    public IReadOnlyList<string> Reads => _names.All;

    /// <summary>Makes an expression ready to be computed over columns.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="columnOf">The column that a part as a whole is, for instance a chain of calls; it is asked of fields and calls, the outer first. Null where there are none.</param>
    /// <exception cref="ArgumentException">It is neither a number nor a condition.</exception>
    public static CelColumnNumbers Of(CelExpression expression, Func<CelExpression, CelNode, string?>? columnOf = null)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return expression.Type.WithoutNull.Kind is CelTypeKind.Bool or CelTypeKind.Int or CelTypeKind.Uint or CelTypeKind.Double or CelTypeKind.Dyn
            ? new(expression, columnOf)
            : throw new ArgumentException($"The expression '{expression}' is {expression.Type}, neither a number nor a condition.", nameof(expression));
    }

    /// <summary>Computes the number of every row.</summary>
    /// <param name="columns">The columns; each that the expression reads.</param>
    /// <param name="numbers">Takes a number a row: NaN where it is not known or an error, positive infinity where it is none.</param>
    /// <param name="cancellationToken">Cancels between blocks of rows; what was written is then worthless.</param>
    /// <exception cref="ArgumentException">A column is missing, or there is not room for every row.</exception>
    public void Compute(CelColumns columns, Span<double> numbers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (numbers.Length != columns.Rows)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {columns.Rows} rows, and room for {numbers.Length} numbers."), nameof(numbers));
        }

        _names.Check(columns);
        var block = new Block(columns, _names.Numbers, _names.Texts);
        Span<ulong> unknown = stackalloc ulong[Block.MostWords];
        for (var start = 0; start < columns.Rows; start += Block.MostRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            block.MoveTo(start);
            var room = numbers.Slice(start, block.Count);
            var made = _number.Run(block, unknown[..block.Words]);
            for (var i = 0; i < room.Length; i++)
            {
                room[i] = double.IsFinite(made[i]) ? made[i] : double.PositiveInfinity;
            }

            for (var word = 0; word < block.Words; word++)
            {
                for (var rows = unknown[word]; rows != 0;)
                {
                    room[(word * 64) + BlockBits.Next(ref rows)] = double.NaN;
                }
            }

            block.Rooms = 0;
        }
    }
}
