namespace CustomerSuccess.Portfolio.Reading;

/// <summary>A CSV file of one shape. The header is read when it is opened; lines one at a time, and none is kept.</summary>
internal sealed class CsvTable : IDisposable
{
    private readonly CsvRecords _records;
    private readonly TableShape _shape;
    private readonly Columns _columns;

    public CsvTable(string path, TableShape shape)
    {
        (_records, _shape) = (new CsvRecords(path), shape);
        try
        {
            _columns = Columns.Read(_records, shape);
        }
        catch
        {
            _records.Dispose();
            throw;
        }
    }

    /// <summary>The lines, once: the same cells again and again, of the line that is read. A file without any is refused at its end.</summary>
    public IEnumerable<Cells> Rows()
    {
        var cells = new Cells(_records, _columns);
        var any = false;
        while (_records.Next())
        {
            any = true;
            _columns.Check(_records);
            yield return cells;
        }

        if (!any)
            throw _records.Mistake($"there is a header and no {_shape.Row} below it.");
    }

    public void Dispose() => _records.Dispose();
}
