using System.Runtime.InteropServices;

namespace CustomerSuccess.Expressions;

/// <summary>Some rows that are worked on together, few enough for what is between to stay in the nearest cache.</summary>
internal sealed class Block(CelColumns columns, IReadOnlyList<string> numbers, IReadOnlyList<string> texts)
{
    public const int MostRows = 1024;
    public const int MostWords = MostRows / 64;

    private readonly BlockColumn<double>[] _numbers = [.. numbers.Select(n => new BlockColumn<double>(columns.FindNumber(n)!.Value))];
    private readonly BlockColumn<string?>[] _texts = [.. texts.Select(t => new BlockColumn<string?>(columns.FindText(t)!.Value))];
    private readonly ulong[] _unknown = new ulong[numbers.Count * MostWords];
    private readonly bool[] _isUnknownTold = new bool[numbers.Count];
    private readonly List<double[]> _rooms = [];

    public CelColumns Columns => columns;

    public int Start { get; private set; }

    public int Count { get; private set; }

    public int Words { get; private set; }

    /// <summary>How many rooms are taken. Who takes some sets it back to what it was.</summary>
    public int Rooms { get; set; }

    public void MoveTo(int start)
    {
        (Start, Count) = (start, Math.Min(MostRows, columns.Rows - start));
        Words = (Count + 63) / 64;
        Array.Clear(_isUnknownTold);
    }

    public ReadOnlySpan<double> Number(int column) => _numbers[column].Rows(Start, Count);

    /// <summary>Which numbers of a column are not known: told once for all who ask.</summary>
    public ReadOnlySpan<ulong> Unknown(int column)
    {
        var unknown = _unknown.AsSpan(column * MostWords, Words);
        if (!_isUnknownTold[column])
        {
            _isUnknownTold[column] = true;
            BlockKernels.NotFinite(Number(column), unknown);
        }

        return unknown;
    }

    public ReadOnlySpan<string?> Text(int column) => _texts[column].Rows(Start, Count);

    /// <summary>Takes room for one number a row.</summary>
    public Span<double> Take()
    {
        if (Rooms == _rooms.Count)
        {
            _rooms.Add(new double[MostRows]);
        }

        return _rooms[Rooms++].AsSpan(0, Count);
    }
}

/// <summary>A column of the host, of which parts are read often: where it is an array, without asking what it is every time.</summary>
internal readonly struct BlockColumn<T>
{
    private readonly ReadOnlyMemory<T> _column;
    private readonly ArraySegment<T> _array;

    public BlockColumn(ReadOnlyMemory<T> column)
    {
        _column = column;
        _ = MemoryMarshal.TryGetArray(column, out _array);
    }

    public ReadOnlySpan<T> Rows(int start, int count) => _array.Array is { } array ? new ReadOnlySpan<T>(array, _array.Offset + start, count) : _column.Span.Slice(start, count);
}

/// <summary>
/// The answers of a block, a bit a row: it holds, it is not known, it is an error. None of them: it does not hold. A test that
/// cannot fail leaves the errors as they are.
/// </summary>
internal readonly ref struct BlockAnswer(Span<ulong> holds, Span<ulong> unknown, Span<ulong> failed)
{
    public Span<ulong> Holds { get; } = holds;

    public Span<ulong> Unknown { get; } = unknown;

    public Span<ulong> Failed { get; } = failed;

    public void Clear()
    {
        Holds.Clear();
        Unknown.Clear();
        Failed.Clear();
    }
}
