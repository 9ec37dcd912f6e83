namespace CustomerSuccess.Expressions;

/// <summary>One row of columns.</summary>
internal readonly record struct ColumnRow(CelColumns Columns, int Row);

/// <summary>Reads a column as values of a type: yes or no from 1 and 0, durations from days.</summary>
internal sealed class ColumnReader(string name, CelType type) : CelReader<ColumnRow>(name)
{
    private readonly CelTypeKind _kind = type.WithoutNull.Kind;

    public override CelValue Read(ColumnRow row)
    {
        var value = row.Columns.ValueOf(Name, row.Row);
        return !value.IsDouble ? value : _kind switch
        {
            CelTypeKind.Bool => CelValue.Of(value.DoubleBits != 0),
            CelTypeKind.Duration => CelTime.Duration((Int128)Math.Round(value.DoubleBits * TimeSpan.TicksPerDay) * TimeSpan.NanosecondsPerTick),
            _ => value,
        };
    }
}

/// <summary>A part of an expression that is evaluated row by row over columns.</summary>
internal sealed class ColumnRows(Node node, int locals, long cost)
{
    public CelValue Evaluate(Block block, int row) => Evaluate(block.Columns, block.Start + row);

    public CelValue Evaluate(CelColumns columns, int row)
    {
        var frame = Frame<ColumnRow>.Rent(new(columns, row), null);
        frame.Begin(locals, cost);
        var value = node.Evaluate(frame);
        Frame<ColumnRow>.Return(frame);
        return value;
    }
}
