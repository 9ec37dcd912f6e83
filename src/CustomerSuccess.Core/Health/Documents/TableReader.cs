namespace CustomerSuccess.Health;

/// <summary>Reads a table of points over two numbers.</summary>
internal static class TableReader
{
    private const string Example = "{ \"rows\": { \"ranges\": [\"[0, 50)\", \"[50, 100]\"] }, \"columns\": { \"ranges\": [\"[0, 6)\", \"[6, inf)\"] }, \"cells\": [[0, 50], [50, 100]] }";

    /// <summary>The table; null where the curve is none, or is unreadable, which is then found.</summary>
    public static TableDraft? Read(DocumentReader curve)
    {
        if (curve.Object("table", Example) is not { } table)
        {
            return null;
        }

        var before = table.Check.Count;
        var (rows, columns) = (Axis(table, "rows"), Axis(table, "columns"));
        var cells = Cells(table);
        table.Done();
        return rows is null || columns is null || cells is null || table.Check.Count > before ? null : new(rows, columns, cells);
    }

    private static TableAxis? Axis(DocumentReader table, string name)
    {
        if (table.Required(name, $"State the ranges of the {name}: \"{name}\": {{ \"ranges\": [\"[0, 50)\", \"[50, 100]\"] }}.") is not { } node || DocumentReader.Of(node, table.Check, "{ \"ranges\": [\"[0, 50)\", \"[50, 100]\"] }") is not { } axis)
        {
            return null;
        }

        var made = new TableAxis();
        if (axis.Text("unit") is { } unit)
        {
            made.Unit(unit);
        }

        var outside = axis.Word<OutsideValid>("outside");
        if (axis.Find("valid") is { } valid && Ends(axis, valid) is var (low, high))
        {
            _ = outside == OutsideValid.Clamp ? made.ClampedTo(low, high) : made.Valid(low, high);
        }

        made.Ranges([.. axis.List("ranges").Select(r => DocumentRange.Read(r, axis)).OfType<Interval>()]);
        axis.Done();
        return made;
    }

    // An end may be open: null.
    private static (double Low, double High)? Ends(DocumentReader axis, DocumentNode valid)
    {
        if (valid is { Kind: DocumentKind.List, Parts: [{ Kind: DocumentKind.Number or DocumentKind.Null } low, { Kind: DocumentKind.Number or DocumentKind.Null } high] })
        {
            return (low.Kind == DocumentKind.Null ? double.NegativeInfinity : low.Number, high.Kind == DocumentKind.Null ? double.PositiveInfinity : high.Number);
        }

        axis.Check.Add("DO004", valid, $"A valid range has two ends.", "Write two numbers, the smaller first, or null for none: [0, null].");
        return null;
    }

    private static double?[,]? Cells(DocumentReader table)
    {
        if (table.Required("cells", "Write a line of points per row: \"cells\": [[0, 50], [50, null]].") is not { } node || !table.Is(node, DocumentKind.List, "a list with a list of points per row"))
        {
            return null;
        }

        var cells = new double?[node.Parts.Count, node.Parts.Select(r => r.Parts.Count).DefaultIfEmpty(0).Max()];
        for (var r = 0; r < node.Parts.Count; r++)
        {
            var row = node.Parts[r];
            if (row.Kind != DocumentKind.List || row.Parts.Count != cells.GetLength(1) || row.Parts.Any(c => c.Kind is not (DocumentKind.Number or DocumentKind.Null)))
            {
                table.Check.Add("DO004", row, $"A line of the table has as many points as there are columns, each a number or null.", "Write one for each column; null where the measure is unknown.");
                continue;
            }

            for (var c = 0; c < row.Parts.Count; c++)
            {
                cells[r, c] = row.Parts[c].Kind == DocumentKind.Null ? null : row.Parts[c].Number;
            }
        }

        return cells;
    }
}

/// <summary>What becomes of a number outside the valid range.</summary>
internal enum OutsideValid
{
    /// <summary>It is unknown.</summary>
    Unknown,

    /// <summary>It is taken as the nearer end.</summary>
    Clamp,
}
