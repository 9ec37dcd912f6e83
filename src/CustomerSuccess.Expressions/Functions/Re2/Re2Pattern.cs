namespace CustomerSuccess.Expressions;

/// <summary>
/// A regular expression of RE2 that says whether it matches somewhere in a text, in time linear in the text: an automaton without
/// backtracking whose states are made as they are met, and within a bound of memory. Safe to use from several threads.
/// </summary>
internal sealed class Re2Pattern
{
    private const int RoomForStates = 256 * 1024;

    private readonly Re2Program _program;
    private readonly int _room;
    private AutomatonStates _states;

    /// <param name="pattern">The pattern as it is written.</param>
    /// <param name="room">About how many octets the states may take that are remembered.</param>
    /// <exception cref="Re2SyntaxException">It is no pattern of RE2, or too large a one.</exception>
    public Re2Pattern(string pattern, int room = RoomForStates)
    {
        _program = Re2Compiler.Compile(Re2Parser.Parse(pattern));
        _room = room;
        _states = new(_program, room);
    }

    /// <summary>How many steps the program has: what a code point of a text costs at most.</summary>
    public int Steps => _program.Instructions.Length;

    /// <summary>About how many octets it keeps, the states that it will meet aside.</summary>
    public int Octets => _program.Octets;

    public bool IsMatch(ReadOnlySpan<char> text)
    {
        var alphabet = _program.Alphabet;
        var states = Volatile.Read(ref _states);
        var state = states.Start;
        var at = 0;
        while (true)
        {
            var next = at;
            var symbol = alphabet.End;
            if (at < text.Length)
            {
                if (alphabet.TryRead(text[at], out symbol))
                {
                    next++;
                }
                else
                {
                    symbol = alphabet.Read(text, ref next);
                }
            }

            var following = state[symbol] ?? states.After(state, symbol);
            if (following is null)
            {
                // The states that were met fill the room they may have: the next text begins anew.
                Interlocked.CompareExchange(ref _states, new(_program, _room), states);
                return Simulate(text[at..], state);
            }

            if (following.IsFinal)
            {
                return following == AutomatonState.Matched;
            }

            (state, at) = (following, next);
        }
    }

    private bool Simulate(ReadOnlySpan<char> text, AutomatonState state)
    {
        var (simulation, other) = (new Simulation(_program), new Simulation(_program));
        ReadOnlySpan<int> places = state.Places;
        var before = state.Before;
        for (var at = 0; at < text.Length && !places.IsEmpty;)
        {
            var symbol = _program.Alphabet.Read(text, ref at);
            if (simulation.Step(places, before, symbol))
            {
                return true;
            }

            places = simulation.Places;
            before = _program.SideOf(symbol);
            (simulation, other) = (other, simulation);
        }

        return simulation.Step(places, before, _program.Alphabet.End);
    }
}
