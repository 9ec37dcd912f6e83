namespace CustomerSuccess.Health;

/// <summary>One axis of a table as far as it has been written: unit, valid range, ranges with stated ends.</summary>
public sealed class TableAxis
{
    internal TableAxis()
    {
    }

    internal string? UnitText { get; private set; }

    internal (double Minimum, double Maximum)? ValidRange { get; private set; }

    internal bool Clamps { get; private set; }

    internal IReadOnlyList<Interval> RangeList { get; private set; } = [];

    /// <summary>The unit, shown behind the number.</summary>
    public TableAxis Unit(string unit)
    {
        UnitText = unit;
        return this;
    }

    /// <summary>The valid range, both ends included; an end may be infinite. A number outside makes the measure unknown (out of range).</summary>
    public TableAxis Valid(double minimum, double maximum)
    {
        ValidRange = (minimum, maximum);
        return this;
    }

    /// <summary>The valid range, both ends included. A number outside is taken as the nearer end.</summary>
    public TableAxis ClampedTo(double minimum, double maximum)
    {
        Clamps = true;
        return Valid(minimum, maximum);
    }

    /// <summary>The ranges. They cover the valid range, each number once: a gap or an overlap is a mistake that <c>Build()</c> names.</summary>
    public TableAxis Ranges(params Interval[] ranges)
    {
        RangeList = [.. ranges ?? []];
        return this;
    }

    /// <summary>The ranges, written as <c>[0, 50)</c>.</summary>
    /// <exception cref="FormatException">A text is not such a range.</exception>
    public TableAxis Ranges(params string[] ranges) => Ranges([.. (ranges ?? []).Select(Interval.Parse)]);
}

/// <summary>The rows of a table: ranges of the measure's own number.</summary>
/// <typeparam name="TOptions">The words that follow the table.</typeparam>
public sealed class TableStart<TOptions>
{
    private readonly MeasureDraft _draft;
    private readonly TOptions _options;

    internal TableStart(MeasureDraft draft, TOptions options) => (_draft, _options) = (draft, options);

    /// <summary>The rows: <c>rows => rows.Unit("%").Valid(0, 100).Ranges("[0, 10)", "[10, 100]")</c>.</summary>
    public TableColumns<TOptions> Rows(Func<TableAxis, TableAxis> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new(_draft, _options, rows(new()));
    }
}

/// <summary>The columns of a table: ranges of the second number.</summary>
/// <typeparam name="TOptions">The words that follow the table.</typeparam>
public sealed class TableColumns<TOptions>
{
    private readonly MeasureDraft _draft;
    private readonly TOptions _options;
    private readonly TableAxis _rows;

    internal TableColumns(MeasureDraft draft, TOptions options, TableAxis rows) => (_draft, _options, _rows) = (draft, options, rows);

    /// <summary>The columns: <c>columns => columns.Unit("months").Ranges("[0, 6)", "[6, inf)")</c>.</summary>
    public TableCells<TOptions> Columns(Func<TableAxis, TableAxis> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new(_draft, _options, _rows, columns(new()));
    }
}

/// <summary>The cells of a table.</summary>
/// <typeparam name="TOptions">The words that follow the table.</typeparam>
public sealed class TableCells<TOptions>
{
    private readonly MeasureDraft _draft;
    private readonly TOptions _options;
    private readonly TableAxis _rows;
    private readonly TableAxis _columns;

    internal TableCells(MeasureDraft draft, TOptions options, TableAxis rows, TableAxis columns) =>
        (_draft, _options, _rows, _columns) = (draft, options, rows, columns);

    /// <summary>The points, a line per row with one number per column. Where there is null the measure is unknown.</summary>
    public TOptions Cells(double?[,] points)
    {
        ArgumentNullException.ThrowIfNull(points);
        _draft.Unit = _rows.UnitText;
        _draft.Table = new(_rows, _columns, (double?[,])points.Clone());
        return _options;
    }
}

/// <summary>A table as written.</summary>
internal sealed record TableDraft(TableAxis Rows, TableAxis Columns, double?[,] Cells);
