namespace CustomerSuccess.Expressions;

/// <summary>
/// Conditions made ready to run over columns together: an answer of three bits a row and condition. What is made of numbers,
/// comparisons and logic runs many rows at a time; the rest row by row, with the same answers as <see cref="CelProgram{T}"/>
/// gives. Safe to use from several threads.
/// </summary>
public sealed class CelColumnProgram
{
    private readonly BlockTest[] _tests;
    private readonly ColumnNames _names;

    internal CelColumnProgram(IReadOnlyList<CelExpression> conditions, Func<CelExpression, CelNode, string?>? columnOf)
    {
        foreach (var condition in conditions.Where(c => c.Type.WithoutNull.Kind is not (CelTypeKind.Bool or CelTypeKind.Dyn)))
        {
            throw new ArgumentException($"The expression '{condition}' is {condition.Type}, not a condition.", nameof(conditions));
        }

        var compiler = new BlockCompiler(columnOf);
        _tests = [.. conditions.Select(compiler.CompileTest)];
        (_names, Conditions) = (compiler.Names, conditions);
    }

    /// <summary>The conditions.</summary>
    public IReadOnlyList<CelExpression> Conditions { get; }

    /// <summary>The columns that are read, in ordinal order.</summary>
    public IReadOnlyList<string> Reads => _names.All;

    /// <summary>Makes conditions ready to run over columns together: each part of a column is then read once for all.</summary>
    /// <exception cref="ArgumentException">There are none, or one is no condition.</exception>
    public static CelColumnProgram Of(params IReadOnlyList<CelExpression> conditions) => Of(conditions, null);

    /// <summary>Makes conditions ready to run over columns together, of which some parts as a whole are columns.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="columnOf">The column that a part is, for instance a chain of calls; it is asked of fields and calls, the outer first. Null where there are none.</param>
    /// <exception cref="ArgumentException">There are none, or one is no condition.</exception>
    public static CelColumnProgram Of(IReadOnlyList<CelExpression> conditions, Func<CelExpression, CelNode, string?>? columnOf)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        return conditions.Count > 0 ? new(Array.AsReadOnly([.. conditions]), columnOf) : throw new ArgumentException("Give a condition.", nameof(conditions));
    }

    /// <summary>Tests every condition of every row. A row whose bit is set nowhere does not meet the condition.</summary>
    /// <param name="columns">The columns; each that a condition reads.</param>
    /// <param name="holds">Takes a bit a row, the first row the lowest: set where the condition holds. One condition after another, <see cref="CelColumns.Words"/> words each.</param>
    /// <param name="unknown">Takes a bit a row: set where it is not known. The same length.</param>
    /// <param name="failed">Takes a bit a row: set where it is an error. The same length, or empty where that is not asked.</param>
    /// <param name="cancellationToken">Cancels between blocks of rows; what was written is then worthless.</param>
    /// <exception cref="ArgumentException">A column is missing, or an answer has another length.</exception>
    public void Test(CelColumns columns, Span<ulong> holds, Span<ulong> unknown, Span<ulong> failed = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Check(columns, holds.Length, unknown.Length, failed.Length);
        var block = new Block(columns, _names.Numbers, _names.Texts);
        Span<ulong> spare = stackalloc ulong[Block.MostWords];
        for (var start = 0; start < columns.Rows; start += Block.MostRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            block.MoveTo(start);
            for (var i = 0; i < _tests.Length; i++)
            {
                var at = (i * columns.Words) + (start / 64);
                _tests[i].RunWhole(block, new(holds.Slice(at, block.Words), unknown.Slice(at, block.Words), failed.IsEmpty ? spare[..block.Words] : failed.Slice(at, block.Words)));
            }
        }
    }

    private void Check(CelColumns columns, int holds, int unknown, int failed)
    {
        var words = (long)columns.Words * _tests.Length;
        if (holds != words || unknown != words || (failed != words && failed != 0))
        {
            throw new ArgumentException(FormattableString.Invariant($"Each answer has {words} words, {columns.Words} a condition: {holds}, {unknown} and {failed} were given."));
        }

        _names.Check(columns);
    }
}
