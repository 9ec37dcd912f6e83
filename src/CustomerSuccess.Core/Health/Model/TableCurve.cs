namespace CustomerSuccess.Health;

/// <summary>
/// Points by two numbers: the measure's own, which chooses the row, and a second one (the input <c>NAME.by</c>), which chooses
/// the column. Gaps and overlaps on either axis are configuration errors. Immutable.
/// </summary>
public sealed class TableCurve : Curve
{
    internal TableCurve()
    {
    }

    /// <summary>The ranges of the measure's own number, as written.</summary>
    public required IReadOnlyList<Interval> Rows { get; init; }

    /// <summary>The ranges of the second number, as written.</summary>
    public required IReadOnlyList<Interval> Columns { get; init; }

    /// <summary>The valid range of the measure's own number, of which an end may be infinite; null where every number is valid.</summary>
    public Interval? RowsValid { get; init; }

    /// <summary>The valid range of the second number; null where every number is valid.</summary>
    public Interval? ColumnsValid { get; init; }

    /// <summary>Whether a number outside <see cref="RowsValid"/> is clamped into it rather than unknown.</summary>
    public bool RowsClamped { get; init; }

    /// <summary>Whether a number outside <see cref="ColumnsValid"/> is clamped into it rather than unknown.</summary>
    public bool ColumnsClamped { get; init; }

    /// <summary>The unit of the second number, or null.</summary>
    public string? ColumnsUnit { get; init; }

    /// <summary>The points, a list per row with one entry per column; null where the measure is unknown.</summary>
    public required IReadOnlyList<IReadOnlyList<double?>> Cells { get; init; }
}
