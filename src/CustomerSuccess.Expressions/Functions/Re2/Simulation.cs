namespace CustomerSuccess.Expressions;

/// <summary>
/// Runs a program at all its places at once (Thompson, Pike): one code point costs at most as much as the program has steps. Not safe to use
/// from several threads.
/// </summary>
internal sealed class Simulation(Re2Program program)
{
    private readonly int[] _visited = new int[program.Instructions.Length];
    private readonly int[] _reached = new int[program.Instructions.Length];
    private readonly int[] _open = new int[program.Instructions.Length];
    private readonly int[] _places = new int[program.Instructions.Length];
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
        var (after, isEnd) = (program.SideOf(symbol), symbol == program.Alphabet.End);
        var steps = program.Instructions;
        var sets = program.Sets;
        var opened = 0;
        foreach (var place in places)
        {
            for (var at = place; at >= 0; at = opened > 0 ? _open[--opened] : -1)
            {
                while (_visited[at] != _round)
                {
                    _visited[at] = _round;
                    ref readonly var step = ref steps[at];
                    switch (step.Operation)
                    {
                        case Re2Operation.Match:
                            return true;
                        case Re2Operation.Fork:
                            _open[opened++] = step.Argument;
                            at = step.Next;
                            break;
                        case Re2Operation.Assert when ((Re2Assertion)step.Argument).Holds(before, after):
                            at = step.Next;
                            break;
                        case Re2Operation.TakeAny when !isEnd:
                        case Re2Operation.TakeOne when step.Argument == symbol:
                        case Re2Operation.TakeSome when sets.Has(step.Argument, symbol):
                            Reach(step.Next);
                            break;
                    }
                }
            }
        }

        return false;
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
