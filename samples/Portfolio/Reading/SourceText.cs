using System.Globalization;

namespace CustomerSuccess.Portfolio.Reading;

/// <summary>
/// Text on its way to the CSV reader, looked at once: it ends early, with the line, where the file is no text or has no line
/// ends. So 200 MB of anything costs no more memory than one buffer.
/// </summary>
internal sealed class SourceText(TextReader inner, string file) : TextReader
{
    /// <summary>A line of this shape has some 150 characters.</summary>
    public const int LongestLine = 65_536;

    private long _lineFeeds;
    private long _returns;
    private long _sinceLineEnd;

    // A file with line feeds has as many lines as these; one without may end its lines with returns alone.
    private long Line => (_lineFeeds > 0 ? _lineFeeds : _returns) + 1;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        Look(buffer.AsSpan(index, read));
        return read;
    }

    public override int Read() => throw new NotSupportedException("The CSV reader reads blocks.");

    public override int Peek() => throw new NotSupportedException("The CSV reader reads blocks.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Look(ReadOnlySpan<char> text)
    {
        // The decoder puts U+FFFD where bytes are not UTF-8.
        var strange = text.IndexOfAny('\0', '\uFFFD');
        Measure(strange < 0 ? text : text[..strange]);
        if (strange < 0)
            return;
        var (what, cure) = text[strange] == '\0' ? ("a NUL byte", "A CSV file is text.") : ("bytes that are not UTF-8", "Save the file as UTF-8 text.");
        throw InputException.At(file, Line, null, FormattableString.Invariant($"{what} at character {_sinceLineEnd + 1}. {cure}"));
    }

    private void Measure(ReadOnlySpan<char> text)
    {
        for (var end = text.IndexOfAny('\n', '\r'); end >= 0; end = text.IndexOfAny('\n', '\r'))
        {
            Grow(end);
            _ = text[end] == '\n' ? _lineFeeds++ : _returns++;
            _sinceLineEnd = 0;
            text = text[(end + 1)..];
        }

        Grow(text.Length);
    }

    private void Grow(int characters)
    {
        _sinceLineEnd += characters;
        if (_sinceLineEnd > LongestLine)
            throw InputException.At(file, Line, null, string.Create(CultureInfo.InvariantCulture, $"a line of more than {LongestLine:N0} characters. Is this a CSV file with line ends?"));
    }
}
