using System.Buffers;
using Sylvan.Data.Csv;

namespace CustomerSuccess.Portfolio.Reading;

/// <summary>The records of a CSV file one after another, each with the line it begins on. Blank lines are skipped.</summary>
internal sealed class CsvRecords : IDisposable
{
    // A record may run over several lines inside quotes; one that does not fit here is an unclosed quote.
    private const int LongestRecord = 2 * SourceText.LongestLine;

    private readonly string _file;
    private readonly CsvDataReader _csv;
    private readonly char[] _buffer = ArrayPool<char>.Shared.Rent(LongestRecord);
    private long _nextLine = 1;
    private bool _disposed;

    public CsvRecords(string path)
    {
        _file = path;
        var text = TextFile.Open(path);
        // The header is read as a record like any other: that way its lines are counted too.
        var options = new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', Comment = '\0' };
        _csv = Guarded(() => CsvDataReader.Create(text, _buffer, options));
    }

    public long Line { get; private set; }

    public int FieldCount => _csv.RowFieldCount;

    /// <summary>The column names, once known, for messages.</summary>
    public IReadOnlyList<string> Names { get; set; } = [];

    public bool Next()
    {
        while (Guarded(_csv.Read))
        {
            Line = _nextLine;
            _nextLine += Math.Max(1, _csv.GetRawRecordSpan().Count('\n'));
            if (FieldCount > 1 || !Field(0).IsEmpty)
                return true;
        }

        return false;
    }

    public ReadOnlySpan<char> Field(int ordinal) => _csv.GetFieldSpan(ordinal).Trim();

    /// <summary>A mistake in this record.</summary>
    public InputException Mistake(string? column, string mistake) => InputException.At(_file, Line, column, mistake);

    /// <summary>A mistake of the file as a whole.</summary>
    public InputException Mistake(string mistake) => InputException.At(_file, null, null, mistake);

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _csv.Dispose();
        ArrayPool<char>.Shared.Return(_buffer);
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvRecordTooLargeException)
        {
            throw InputException.At(_file, _nextLine, null, "the record that begins here does not end. Is a quote not closed?");
        }
        catch (CsvFormatException e)
        {
            var column = e.FieldOrdinal >= 0 && e.FieldOrdinal < Names.Count ? Names[e.FieldOrdinal] : null;
            throw InputException.At(_file, _nextLine, column, "a quoted text that is not closed, or goes on after its closing quote.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputException.At(_file, _nextLine, null, $"the file cannot be read on: {Quoted.Clean(e.Message)}");
        }
    }
}
