namespace CustomerSuccess.Expressions;

/// <summary>
/// The code points by what a pattern tells apart: all that are in the same of its sets are one symbol. Symbols count from 0;
/// <see cref="End"/>, one more, stands for the end of the text. Immutable.
/// </summary>
internal sealed class Alphabet
{
    private const int Ascii = 128;

    private readonly ushort[] _ofAscii = new ushort[Ascii];

    // Where a run of code points of one symbol begins, and the symbol.
    private readonly int[] _starts;
    private readonly ushort[] _symbols;

    public Alphabet(IReadOnlyCollection<CodePointSet> sets)
    {
        _starts = Starts(sets);
        var symbols = Split(sets);
        End = symbols.Max() + 1;
        _symbols = Array.ConvertAll(symbols, s => (ushort)s);
        for (var i = 0; i < Ascii; i++)
        {
            _ofAscii[i] = _symbols[Run(i)];
        }
    }

    /// <summary>The symbol of the end, and how many others there are.</summary>
    public int End { get; }

    public int Octets => (_starts.Length * (sizeof(int) + sizeof(ushort))) + (Ascii * sizeof(ushort));

    /// <summary>The symbols that a set, one of those it was made of, consists of; ascending.</summary>
    public int[] Of(CodePointSet set) => [.. RunsOf(set).Select(r => (int)_symbols[r]).Distinct().Order()];

    /// <summary>The symbol of a character of ASCII.</summary>
    /// <returns>False where it is none.</returns>
    public bool TryRead(char unit, out int symbol)
    {
        var isAscii = unit < _ofAscii.Length;
        symbol = isAscii ? _ofAscii[unit] : 0;
        return isAscii;
    }

    /// <summary>Reads a code point of a text, and goes on behind it. Half a character is one.</summary>
    public int Read(ReadOnlySpan<char> text, ref int at)
    {
        var codePoint = (int)text[at++];
        if (char.IsHighSurrogate((char)codePoint) && at < text.Length && char.IsLowSurrogate(text[at]))
        {
            codePoint = char.ConvertToUtf32((char)codePoint, text[at++]);
        }

        return _symbols[Run(codePoint)];
    }

    private static int[] Starts(IEnumerable<CodePointSet> sets)
    {
        var starts = new List<int> { 0 };
        foreach (var set in sets)
        {
            for (var i = 0; i < set.Bounds.Length; i += 2)
            {
                starts.Add(set.Bounds[i]);
                starts.Add(set.Bounds[i + 1] + 1);
            }
        }

        starts.Sort();
        return [.. starts.Distinct().Where(s => s <= CodePointSet.Last)];
    }

    // Set after set: what it has of a symbol becomes a symbol of its own.
    private int[] Split(IEnumerable<CodePointSet> sets)
    {
        var symbols = new int[_starts.Length];
        var count = 1;
        var parted = new Dictionary<int, int>();
        foreach (var set in sets)
        {
            parted.Clear();
            foreach (var run in RunsOf(set))
            {
                if (!parted.TryGetValue(symbols[run], out var part))
                {
                    parted.Add(symbols[run], part = count++);
                }

                symbols[run] = part;
            }
        }

        parted.Clear();
        for (var run = 0; run < symbols.Length; run++)
        {
            if (!parted.TryGetValue(symbols[run], out var dense))
            {
                parted.Add(symbols[run], dense = parted.Count);
            }

            symbols[run] = dense;
        }

        return symbols;
    }

    private IEnumerable<int> RunsOf(CodePointSet set)
    {
        for (var i = 0; i < set.Ranges; i++)
        {
            for (var run = Run(set.Bounds[2 * i]); run < _starts.Length && _starts[run] <= set.Bounds[(2 * i) + 1]; run++)
            {
                yield return run;
            }
        }
    }

    private int Run(int codePoint)
    {
        var at = Array.BinarySearch(_starts, codePoint);
        return at < 0 ? ~at - 1 : at;
    }
}
