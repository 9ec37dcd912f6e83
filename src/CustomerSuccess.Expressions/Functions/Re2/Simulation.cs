namespace CustomerSuccess.Expressions;

/// <summary>
/// Runs a program at all its places at once (Pike, Thompson): one code point costs at most as much as the program has steps. Not safe to use
/// from several threads.
/// </summary>
internal sealed class Simulation(Re2Program program)
{
    private readonly int[] _visited = new int[program.Instructions.Length];
    private readonly int[] _reached = new int[program.Instructions.Length];
    private readonly int[] _open = new int[program.Instructions.Length];
    private readonly int[] _places = new int[program.Instructions.Length];
    private int _opened;
    private int _count;
    private int _round;

    /// <summary>The places after the last symbol. Free to be put in another order.</summary>
    public Span<int> Places => _places.AsSpan(0, _count);

    /// <summary>Goes on by one symbol, or to the end.</summary>
    /// <param name="places">Where the program is: not the places of this simulation itself.</param>
    /// <param name="before">What stands before the symbol.</param>
    /// <param name="symbol">The symbol, or the end.</param>
    /// <returns>Whether the text matches, whatever comes.</returns>
    public bool Step(ReadOnlySpan<int> places, Re2Side before, int symbol)
    {
        _round++;
        _count = 0;
        var after = program.SideOf(symbol);
        foreach (var place in places)
        {
            Open(place);
            while (_opened > 0)
            {
                if (Visit(_open[--_opened], before, after, symbol))
                {
                    _opened = 0;
                    return true;
                }
            }
        }

        return false;
    }

    private bool Visit(int place, Re2Side before, Re2Side after, int symbol)
    {
        var step = program.Instructions[place];
        switch (step.Operation)
        {
            case Re2Operation.Match:
                return true;
            case Re2Operation.Fork:
                Open(step.Next);
                Open(program.Besides(place));
                return false;
            case Re2Operation.Assert when ((Re2Assertion)step.Argument).Holds(before, after):
                Open(step.Next);
                return false;
            case Re2Operation.TakeAny when symbol != program.Alphabet.End:
            case Re2Operation.TakeOne when step.Argument == symbol:
            case Re2Operation.TakeSome when program.Has(step.Argument, symbol):
                Reach(step.Next);
                return false;
            default:
                return false;
        }
    }

    private void Open(int place)
    {
        if (_visited[place] != _round)
        {
            _visited[place] = _round;
            _open[_opened++] = place;
        }
    }

    private void Reach(int place)
    {
        if (_reached[place] != _round)
        {
            _reached[place] = _round;
            _places[_count++] = place;
        }
    }
}
