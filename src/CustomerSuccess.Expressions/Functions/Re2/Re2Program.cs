namespace CustomerSuccess.Expressions;

/// <summary>A pattern as steps over the symbols of its alphabet. The first step is where a text begins. Immutable.</summary>
internal sealed class Re2Program
{
    private const int OctetsOfInstruction = 12;
    private const int OctetsOfPlace = 5 * sizeof(int);

    private readonly Re2Instruction[] _instructions;
    private readonly Re2Side[] _sides;

    internal Re2Program(Re2Instruction[] instructions, Alphabet alphabet, SymbolSets sets, Re2Side[] sides, Re2Side start)
    {
        _instructions = instructions;
        _sides = sides;
        Alphabet = alphabet;
        Sets = sets;
        Start = start;
    }

    public ReadOnlySpan<Re2Instruction> Instructions => _instructions;

    public Alphabet Alphabet { get; }

    /// <summary>What the steps take that take several symbols.</summary>
    public SymbolSets Sets { get; }

    /// <summary>What is before the text, as far as an assertion asks.</summary>
    public Re2Side Start { get; }

    /// <summary>About how many octets it keeps, with a simulation of it.</summary>
    public int Octets => (_instructions.Length * (OctetsOfInstruction + OctetsOfPlace)) + Sets.Octets + Alphabet.Octets + _sides.Length + 500;

    /// <summary>What a symbol is, as far as an assertion asks.</summary>
    public Re2Side SideOf(int symbol) => _sides[symbol];
}
