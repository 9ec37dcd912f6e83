namespace CustomerSuccess.Expressions;

/// <summary>Some rows that are worked on together, few enough for what is between to stay in the nearest cache.</summary>
internal sealed class Block(CelColumns columns, IReadOnlyList<string> numbers, IReadOnlyList<string> texts)
{
    public const int MostRows = 1024;
    public const int MostWords = MostRows / 64;

    private readonly ReadOnlyMemory<double>[] _numbers = [.. numbers.Select(n => columns.FindNumber(n)!.Value)];
    private readonly ReadOnlyMemory<string?>[] _texts = [.. texts.Select(t => columns.FindText(t)!.Value)];
    private readonly List<double[]> _room = [];
    private int _taken;

    public CelColumns Columns => columns;

    public int Start { get; private set; }

    public int Count { get; private set; }

    public int Words => (Count + 63) / 64;

    public void MoveTo(int start) => (Start, Count) = (start, Math.Min(MostRows, columns.Rows - start));

    public ReadOnlySpan<double> Number(int column) => _numbers[column].Span.Slice(Start, Count);

    public ReadOnlySpan<string?> Text(int column) => _texts[column].Span.Slice(Start, Count);

    /// <summary>Room for one number a row; to be given back in the reverse order.</summary>
    public Span<double> Take()
    {
        if (_taken == _room.Count)
        {
            _room.Add(new double[MostRows]);
        }

        return _room[_taken++].AsSpan(0, Count);
    }

    public void GiveBack() => _taken--;
}

/// <summary>The answers of a block, a bit a row: it holds, it is not known, it is an error. None of them: it does not hold.</summary>
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
