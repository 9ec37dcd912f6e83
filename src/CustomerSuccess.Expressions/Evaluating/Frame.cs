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

    /// <summary>The same evaluation at a later instant, nothing new recorded meanwhile; null where the host does not say how.</summary>
    public abstract Frame? At(long instant);
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

        var later = new Frame<T> { Row = row, _binding = _binding, Now = instant, Recheck = Recheck, Left = Left };
        later.Begin(Locals.Length, Left);
        Locals.CopyTo(later.Locals, 0);
        return later;
    }
}
