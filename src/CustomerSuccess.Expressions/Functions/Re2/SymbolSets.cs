namespace CustomerSuccess.Expressions;

/// <summary>Sets of symbols of an alphabet, one bit each. Immutable.</summary>
internal sealed class SymbolSets
{
    private const int Bits = 64;

    private readonly int _words;
    private readonly ulong[] _bits;

    /// <param name="sets">The symbols of each set.</param>
    /// <param name="end">The symbol of the end, the largest that will be asked for.</param>
    public SymbolSets(IReadOnlyList<int[]> sets, int end)
    {
        _words = (end / Bits) + 1;
        _bits = new ulong[sets.Count * _words];
        for (var set = 0; set < sets.Count; set++)
        {
            foreach (var symbol in sets[set])
            {
                _bits[(set * _words) + (symbol / Bits)] |= 1UL << symbol;
            }
        }
    }

    public int Octets => _bits.Length * sizeof(ulong);

    public bool Has(int set, int symbol) => (_bits[(set * _words) + (int)((uint)symbol / Bits)] & (1UL << symbol)) != 0;
}
