namespace CustomerSuccess.Expressions;

/// <summary>Texts made ready to be computed over columns, row by row, with the same results as <see cref="CelProgram{T}"/> gives. Safe to use from several threads.</summary>
public sealed class CelColumnTexts
{
    private readonly ColumnRows _rows;
    private readonly ColumnNames _names;

    private CelColumnTexts(CelExpression expression, Func<CelExpression, CelNode, string?>? columnOf)
    {
        var compiler = new BlockCompiler(columnOf);
        _rows = compiler.CompileRows(expression);
        (_names, Expression) = (compiler.Names, expression);
    }

    /// <summary>The expression.</summary>
    public CelExpression Expression { get; }

    /// <summary>The columns that are read, in ordinal order.</summary>
    public IReadOnlyList<string> Reads => _names.All;

    /// <summary>Makes an expression ready to be computed over columns.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="columnOf">The column that a part as a whole is, for instance a chain of calls; it is asked of fields and calls, the outer first. Null where there are none.</param>
    /// <exception cref="ArgumentException">It is no text.</exception>
    public static CelColumnTexts Of(CelExpression expression, Func<CelExpression, CelNode, string?>? columnOf = null)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return expression.Type.WithoutNull.Kind is CelTypeKind.String or CelTypeKind.Dyn
            ? new(expression, columnOf)
            : throw new ArgumentException($"The expression '{expression}' is {expression.Type}, not a text.", nameof(expression));
    }

    /// <summary>Computes the text of every row.</summary>
    /// <param name="columns">The columns; each that the expression reads.</param>
    /// <param name="texts">Takes a text a row: null where it is not known, or an error.</param>
    /// <param name="cancellationToken">Cancels between rows; what was written is then worthless.</param>
    /// <exception cref="ArgumentException">A column is missing, or there is not room for every row.</exception>
    public void Compute(CelColumns columns, Span<string?> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (texts.Length != columns.Rows)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {columns.Rows} rows, and room for {texts.Length} texts."), nameof(texts));
        }

        _names.Check(columns);
        for (var row = 0; row < texts.Length; row++)
        {
            if (row % Block.MostRows == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            texts[row] = _rows.Evaluate(columns, row).Object as string;
        }
    }
}
