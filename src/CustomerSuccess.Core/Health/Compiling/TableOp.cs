namespace CustomerSuccess.Health;

/// <summary>A table, flat: the edges of both axes with their tolerance, and the cells row by row, NaN where there are no points.</summary>
internal sealed class TableOp
{
    private readonly double[] _cells;
    private readonly int _width;

    private TableOp(AxisOp rows, AxisOp columns, double[] cells) => (Rows, Columns, _cells, _width) = (rows, columns, cells, columns.Edges.Length + 1);

    public AxisOp Rows { get; }

    public AxisOp Columns { get; }

    public static TableOp Of(TableCurve table)
    {
        var rows = AxisOp.Order(table.Rows);
        var columns = AxisOp.Order(table.Columns);
        return new(
            new AxisOp(table.Rows, rows, table.RowsValid, table.RowsClamped),
            new AxisOp(table.Columns, columns, table.ColumnsValid, table.ColumnsClamped),
            // Adding 0 turns −0 into 0, as curves do.
            [.. rows.SelectMany(r => columns.Select(c => (table.Cells[r][c] ?? double.NaN) + 0d))]);
    }

    /// <summary>The points of two accepted numbers; NaN where the cell has none.</summary>
    public double Points(double x, double by) => _cells[(Rows.Index(x) * _width) + Columns.Index(by)];

    /// <summary>The lowest and the highest points within the valid ranges; NaN where there are none.</summary>
    public (double Low, double High) Reach()
    {
        var (low, high) = (double.NaN, double.NaN);
        for (var r = Rows.Index(Rows.ClampLow); r <= Rows.Index(Rows.ClampHigh); r++)
        {
            for (var c = Columns.Index(Columns.ClampLow); c <= Columns.Index(Columns.ClampHigh); c++)
            {
                var points = _cells[(r * _width) + c];
                if (!double.IsNaN(points))
                {
                    (low, high) = (points >= low ? low : points, points <= high ? high : points);
                }
            }
        }

        return (low, high);
    }
}

/// <summary>One axis of a table, flat: which numbers it accepts, and the edges between its ranges.</summary>
internal sealed class AxisOp
{
    public AxisOp(IReadOnlyList<Interval> ranges, int[] order, Interval? valid, bool clamps)
    {
        Edges = [.. order.Skip(1).Select(i => ranges[i].LowerIncluded ? Edge.AtLeast(ranges[i].Lower) : Edge.MoreThan(ranges[i].Lower))];
        ClampLow = Math.Max(valid?.Lower ?? double.NegativeInfinity, -double.MaxValue);
        ClampHigh = Math.Min(valid?.Upper ?? double.PositiveInfinity, double.MaxValue);
        AcceptLow = clamps ? -double.MaxValue : Math.Max(ClampLow - Edge.Tolerance, -double.MaxValue);
        AcceptHigh = clamps ? double.MaxValue : Math.Min(ClampHigh + Edge.Tolerance, double.MaxValue);
    }

    public double[] Edges { get; }

    public double AcceptLow { get; }

    public double AcceptHigh { get; }

    public double ClampLow { get; }

    public double ClampHigh { get; }

    /// <summary>The places of the ranges from the lowest to the highest.</summary>
    public static int[] Order(IReadOnlyList<Interval> ranges) =>
        [.. Enumerable.Range(0, ranges.Count).OrderBy(i => ranges[i].Lower).ThenBy(i => ranges[i].Upper)];

    public bool Accepts(double number) => number >= AcceptLow && number <= AcceptHigh;

    /// <summary>The place of the range that holds a number, clamped into the valid range.</summary>
    public int Index(double number)
    {
        var (x, index) = (ScalarMath.Clamp(number, ClampLow, ClampHigh), 0);
        foreach (var edge in Edges)
        {
            index += x >= edge ? 1 : 0;
        }

        return index;
    }
}
