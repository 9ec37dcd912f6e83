namespace CustomerSuccess.Expressions;

/// <summary>One row of columns.</summary>
internal readonly record struct ColumnRow(CelColumns Columns, int Row);

/// <summary>A part of an expression that is evaluated row by row over columns.</summary>
internal sealed class ColumnRows(Node node, int locals, long cost)
{
    public CelValue Evaluate(Block block, int row)
    {
        var frame = Frame<ColumnRow>.Rent(new(block.Columns, block.Start + row), null);
        frame.Begin(locals, cost);
        var value = node.Evaluate(frame);
        Frame<ColumnRow>.Return(frame);
        return value;
    }
}
