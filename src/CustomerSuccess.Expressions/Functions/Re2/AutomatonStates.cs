using System.Runtime.InteropServices;

namespace CustomerSuccess.Expressions;

/// <summary>The states of an automaton that were met, up to a bound of memory. Safe to use from several threads.</summary>
internal sealed class AutomatonStates
{
    private const int OctetsOfState = 150;

    private readonly Re2Program _program;
    private readonly Lock _lock = new();
    private readonly Dictionary<int[], AutomatonState> _met;
    private readonly Dictionary<int[], AutomatonState>.AlternateLookup<ReadOnlySpan<int>> _byPlaces;
    private readonly int[] _key;
    private Simulation? _simulation;
    private int _room;

    /// <param name="program">What the states are of.</param>
    /// <param name="room">About how many octets they may take.</param>
    public AutomatonStates(Re2Program program, int room)
    {
        _room = room;
        _program = program;
        _met = new(PlacesComparer.Instance);
        _byPlaces = _met.GetAlternateLookup<ReadOnlySpan<int>>();
        _key = new int[program.Instructions.Length + 1];
        Start = new([0], program.Start, program.Alphabet.End + 1);
    }

    public AutomatonState Start { get; }

    /// <summary>The state after a symbol; null where there is no room for another one.</summary>
    public AutomatonState? After(AutomatonState state, int symbol)
    {
        lock (_lock)
        {
            _simulation ??= new(_program);
            var following = _simulation.Step(state.Places, state.Before, symbol) ? AutomatonState.Matched
                : _simulation.Places.IsEmpty ? AutomatonState.Dead
                : Find(_simulation.Places, _program.SideOf(symbol));
            if (following is not null)
            {
                state[symbol] = following;
            }

            return following;
        }
    }

    private AutomatonState? Find(Span<int> places, Re2Side before)
    {
        places.Sort();
        places.CopyTo(_key);
        _key[places.Length] = (int)before;
        var key = _key.AsSpan(0, places.Length + 1);
        if (_byPlaces.TryGetValue(key, out var state))
        {
            return state;
        }

        _room -= OctetsOfState + (places.Length * 8) + (_program.Alphabet.End * 8);
        if (_room < 0)
        {
            return null;
        }

        state = new(places.ToArray(), before, _program.Alphabet.End + 1);
        _byPlaces[key] = state;
        return state;
    }

    private sealed class PlacesComparer : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
    {
        public static PlacesComparer Instance { get; } = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<int> alternate, int[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<int> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(alternate));
            return hash.ToHashCode();
        }

        public int[] Create(ReadOnlySpan<int> alternate) => alternate.ToArray();
    }
}
