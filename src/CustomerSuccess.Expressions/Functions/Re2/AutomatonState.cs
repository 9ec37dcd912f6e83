namespace CustomerSuccess.Expressions;

/// <summary>Where a program may be after what was read, and what was read last. What follows is filled in as it is met.</summary>
internal sealed class AutomatonState
{
    private readonly AutomatonState?[] _following;

    /// <param name="places">Where the program may be, ascending.</param>
    /// <param name="before">What was read last, as far as an assertion asks.</param>
    /// <param name="symbols">How many symbols there are, with the end.</param>
    public AutomatonState(int[] places, Re2Side before, int symbols)
    {
        Places = places;
        Before = before;
        _following = new AutomatonState?[symbols];
    }

    /// <summary>The text matches.</summary>
    public static AutomatonState Matched { get; } = new([], Re2Side.Other, 0);

    /// <summary>The text cannot match any more.</summary>
    public static AutomatonState Dead { get; } = new([], Re2Side.Other, 0);

    public int[] Places { get; }

    public Re2Side Before { get; }

    public bool IsFinal => _following.Length == 0;

    /// <summary>The state after a symbol; null where it was not met yet. Several threads may read while one writes.</summary>
    public AutomatonState? this[int symbol]
    {
        get => Volatile.Read(ref _following[symbol]);
        set => Volatile.Write(ref _following[symbol], value);
    }
}
