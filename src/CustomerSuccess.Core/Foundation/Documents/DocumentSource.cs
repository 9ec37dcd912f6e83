using System.Text;

namespace CustomerSuccess;

/// <summary>The text of a document in UTF-8, and where its bytes stand in lines.</summary>
internal sealed class DocumentSource(ConfigurationDocument document, byte[] utf8, int order)
{
    private int[]? _lines;
    private (int Offset, int Column) _last;

    public ConfigurationDocument Document => document;

    public ReadOnlyMemory<byte> Utf8 => utf8;

    /// <summary>The place of the document among those that are read together.</summary>
    public int Order => order;

    /// <summary>Line and column (in code points) of a byte, both from 1.</summary>
    public (int Line, int Column) At(int offset)
    {
        _lines ??= Lines(utf8);
        var found = Array.BinarySearch(_lines, offset);
        var line = found < 0 ? ~found - 1 : found;
        // A document may be one long line: what was counted is not counted again.
        var (end, from) = (Math.Clamp(offset, 0, utf8.Length), _last.Offset >= _lines[line] && _last.Offset <= offset ? _last : (_lines[line], 0));
        _last = (end, from.Item2 + CodePoints(utf8.AsSpan(from.Item1, end - from.Item1)));
        return (line + 1, _last.Column + 1);
    }

    /// <summary>The byte of a code point within a text that is written at an offset as a JSON string: what an expression calls line and column.</summary>
    public int Within(int offset, int line, int column)
    {
        var (at, atLine, atColumn) = (offset + 1, 1, 1);
        while (at < utf8.Length && utf8[at] != '"' && (atLine < line || (atLine == line && atColumn < column)))
        {
            var (length, isBreak) = Character(at);
            (atLine, atColumn) = isBreak ? (atLine + 1, 1) : (atLine, atColumn + 1);
            at += length;
        }

        return at;
    }

    private static int CodePoints(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
        {
            count += (b & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }

    // One character as JSON writes it: its bytes, and whether it ends a line of the text.
    private (int Length, bool IsBreak) Character(int at)
    {
        if (utf8[at] != '\\')
        {
            return (Rune.DecodeFromUtf8(utf8.AsSpan(at), out _, out var length) == System.Buffers.OperationStatus.Done ? length : 1, false);
        }

        if (at + 1 >= utf8.Length || utf8[at + 1] != 'u')
        {
            return (2, at + 1 < utf8.Length && utf8[at + 1] == 'n');
        }

        // A character beyond the basic plane is two escapes.
        var isPair = at + 11 < utf8.Length && utf8[at + 2] is (byte)'d' or (byte)'D' && utf8[at + 3] is (byte)'8' or (byte)'9' or (byte)'a' or (byte)'A' or (byte)'b' or (byte)'B' && utf8[at + 6] == '\\';
        return (isPair ? 12 : 6, utf8.AsSpan(at, Math.Min(6, utf8.Length - at)) is [_, _, (byte)'0', (byte)'0', (byte)'0', (byte)'a' or (byte)'A']);
    }

    private static int[] Lines(byte[] utf8)
    {
        List<int> starts = [0];
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
