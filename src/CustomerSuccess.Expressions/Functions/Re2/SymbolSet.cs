namespace CustomerSuccess.Expressions;

/// <summary>A set of symbols of an alphabet, one bit each. Immutable.</summary>
internal sealed class SymbolSet
{
    private const int Bits = 64;

    private readonly ulong[] _bits;

    /// <param name="symbols">The symbols of the set.</param>
    /// <param name="end">The symbol of the end, the largest that will be asked for.</param>
    public SymbolSet(ReadOnlySpan<int> symbols, int end)
    {
        _bits = new ulong[(end / Bits) + 1];
        foreach (var symbol in symbols)
        {
            _bits[symbol / Bits] |= 1UL << (symbol % Bits);
        }
    }

    public bool Has(int symbol) => (_bits[(uint)symbol / Bits] >> (symbol % Bits) & 1) != 0;
}
