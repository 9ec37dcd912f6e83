namespace CustomerSuccess.Health;

/// <summary>Finds the mistakes of a table, and makes its curve.</summary>
internal sealed class TableCheck(MeasureDraft measure, PointsRange points, bool overRows, string path, DiagnosticList found)
{
    /// <summary>The curve, with points as written; null where there are mistakes.</summary>
    public TableCurve? Run(TableDraft table)
    {
        var before = found.Count;
        var rowsValid = Axis(table.Rows, $"{path}/rows", "rows");
        var columnsValid = Axis(table.Columns, $"{path}/columns", "columns");
        var (rows, columns) = (table.Rows.RangeList.Count, table.Columns.RangeList.Count);
        if (table.Cells.GetLength(0) != rows || table.Cells.GetLength(1) != columns)
        {
            found.Add("SC035", path, $"The table has {table.Cells.GetLength(0)} × {table.Cells.GetLength(1)} cells for {rows} rows and {columns} columns.", "Write a line of cells per row, with one number or null per column.");
        }

        foreach (var cell in table.Cells.OfType<double>().Where(c => !points.Holds(c)))
        {
            found.Add("SC013", path, $"The table gives {cell} points, outside {points.Low} to {points.High}.", points.Adds ? "Use smaller points, or wider limits of the group." : $"Give {points.Low} to {points.High}, or null where the measure is unknown.");
        }

        if (overRows && measure.Missing.Kind == MissingDataKind.CarryForward && measure.LastByReader is null)
        {
            found.Add("SC035", path, $"'{measure.Name}' carries the last value forward, and nothing reads the second number that belongs to it.", "Say CarryForward(last, lastBy, observedAt, maximumAge).");
        }

        if (found.Count > before)
        {
            return null;
        }

        var curve = new TableCurve
        {
            Rows = table.Rows.RangeList,
            Columns = table.Columns.RangeList,
            RowsValid = rowsValid,
            ColumnsValid = columnsValid,
            RowsClamped = table.Rows.Clamps,
            ColumnsClamped = table.Columns.Clamps,
            ColumnsUnit = table.Columns.UnitText,
            Cells = [.. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).Select(c => table.Cells[r, c]).ToList().AsReadOnly())],
        };
        if (double.IsNaN(TableOp.Of(curve).Reach().Low))
        {
            found.Add("SC035", path, $"No cell of the table that can be reached has points.", "Write points into at least one cell within the valid ranges.");
            return null;
        }

        return curve;
    }

    private Interval? Axis(TableAxis axis, string at, string name)
    {
        if (axis.RangeList.Count == 0 || axis.RangeList.Any(r => r is null))
        {
            found.Add("SC035", at, $"The table has no {name}, or one that is null.", "State the ranges: Ranges(\"[0, 10)\", \"[10, inf)\").");
            return null;
        }

        var (minimum, maximum) = axis.ValidRange ?? (double.NegativeInfinity, double.PositiveInfinity);
        if (!(minimum < maximum) || double.IsPositiveInfinity(minimum) || double.IsNegativeInfinity(maximum))
        {
            found.Add("SC014", at, $"The valid range from {minimum} to {maximum} of the {name} is not a range.", "State two different numbers, the smaller first; an end may be infinite.");
            return null;
        }

        var (gaps, overlaps) = RangeCoverage.Check([.. axis.RangeList.Select(r => (r.ToString(), r))], minimum, maximum);
        foreach (var gap in gaps)
        {
            found.Add("SC019", at, $"The {name} leave a gap: {gap} has no points.", axis.ValidRange is null ? $"Extend a range, or state the valid range of the {name}." : "Extend a range.");
        }

        foreach (var overlap in overlaps)
        {
            found.Add("SC020", at, $"Two {name} overlap: {overlap}.", "Let each value be in one range: [0, 50) and [50, 75).");
        }

        return axis.ValidRange is null ? null
            : double.IsInfinity(minimum) ? Interval.AtMost(maximum)
            : double.IsInfinity(maximum) ? Interval.AtLeast(minimum)
            : Interval.Closed(minimum, maximum);
    }
}
