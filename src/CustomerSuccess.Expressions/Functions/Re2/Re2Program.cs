namespace CustomerSuccess.Expressions;

/// <summary>A pattern as steps over the symbols of its alphabet. The first step is where a text begins. Immutable.</summary>
internal sealed class Re2Program
{
    private readonly Re2Instruction[] _instructions;
    private readonly int[] _forks;
    private readonly SymbolSet[] _sets;
    private readonly Re2Side[] _sides;

    internal Re2Program(Re2Instruction[] instructions, int[] forks, SymbolSet[] sets, Alphabet alphabet, Re2Side[] sides, Re2Side start)
    {
        _instructions = instructions;
        _forks = forks;
        _sets = sets;
        _sides = sides;
        Alphabet = alphabet;
        Start = start;
    }

    public Alphabet Alphabet { get; }

    public ReadOnlySpan<Re2Instruction> Instructions => _instructions;

    /// <summary>What is before the text, as far as an assertion asks.</summary>
    public Re2Side Start { get; }

    /// <summary>About how many octets it keeps.</summary>
    public int Octets => (_instructions.Length * 16) + (_sets.Length * ((Alphabet.End / 8) + 40)) + (Alphabet.Runs * 6) + 1000;

    /// <summary>Where a fork goes on besides.</summary>
    public int Besides(int fork) => _forks[fork];

    /// <summary>Whether a set has a symbol; none has the end.</summary>
    public bool Has(int set, int symbol) => _sets[set].Has(symbol);

    /// <summary>What a symbol is, as far as an assertion asks.</summary>
    public Re2Side SideOf(int symbol) => _sides[symbol];
}
