using System.Runtime.CompilerServices;

namespace CustomerSuccess.Expressions;

/// <summary>What one evaluation works with: the row, the elements that macros are at, what may still be used. Of one thread at a time.</summary>
internal abstract class Frame : CelCallContext
{
    public CelValue[] Locals { get; private set; } = [];

    /// <summary>Where a trace puts the value of each part; null where nobody asks.</summary>
    public CelValue?[]? Seen { get; set; }

    /// <summary>The instant of a timed evaluation, UTC ticks.</summary>
    public long Now { get; set; }

    /// <summary>How long what cannot be foreseen is taken to stand, in ticks.</summary>
    public long Recheck { get; set; }

    public void Begin(int locals, long cost)
    {
        if (Locals.Length < locals)
        {
            Locals = new CelValue[locals];
        }

        Left = cost;
        Seen = null;
    }

    /// <summary>How many more changes of sides comparisons may walk, all of them together and at all instants.</summary>
    public WalkBudget Walk { get; set; } = new();

    /// <summary>Whether the row can be moved to a later instant.</summary>
    public bool CanMove => Now < DateTime.MaxValue.Ticks && At(Now + 1) is not null;

    /// <summary>The same evaluation at a later instant, nothing new recorded meanwhile; null where the host does not say how.</summary>
    public abstract Frame? At(long instant);
}

/// <summary>How much one timed evaluation may walk. Of one thread at a time.</summary>
internal sealed class WalkBudget
{
    private const int Most = 1000;

    private int _left = Most;

    /// <summary>Takes a step, if there is one left.</summary>
    public bool Take() => _left-- > 0;
}

/// <summary>A frame over a row of the host.</summary>
internal sealed class Frame<T> : Frame
{
    [ThreadStatic]
    private static Frame<T>? _spare;

    public T Row = default!;

    private CelBinding<T>? _binding;

    public static Frame<T> Rent(T row, CelBinding<T>? binding)
    {
        var frame = _spare ?? new();
        _spare = null;
        (frame.Row, frame._binding) = (row, binding);
        return frame;
    }

    public static void Return(Frame<T> frame)
    {
        frame.Row = default!;
        Array.Clear(frame.Locals);
        _spare = frame;
    }

    public static T RowOf(Frame frame) => Unsafe.As<Frame<T>>(frame).Row;

    public override Frame? At(long instant)
    {
        if (_binding?.Moved is not { } moved || moved(Row, new DateTimeOffset(instant, TimeSpan.Zero)) is not { } row)
        {
            return null;
        }

        var later = new Frame<T> { Row = row, _binding = _binding, Now = instant, Recheck = Recheck, Left = Left, Walk = Walk };
        later.Begin(Locals.Length, Left);
        Locals.CopyTo(later.Locals, 0);
        return later;
    }
}
