namespace CustomerSuccess.Expressions;

/// <summary>
/// A comparison of any two values. Of things that move with time it tells when its own answer changes: recorded entries and
/// exits are walked from one to the next, and where a side grows or falls the crossing is searched for.
/// </summary>
internal sealed class ComparisonNode(CelFunction function, Node left, Node right) : CallNode(function, [left, right])
{
    public override CelGrowth Growth => CelGrowth.None;

    public override bool IsOpaque => Arguments[0].Growth != CelGrowth.None && Arguments[1].Growth != CelGrowth.None;

    public override Timed EvaluateTimed(Frame frame)
    {
        var (value, until, growth) = Sides(frame);
        if (growth == CelGrowth.Opaque)
        {
            return new(value, Math.Min(until, frame.Now + frame.Recheck));
        }

        if (growth != CelGrowth.None && !frame.CanMove)
        {
            return new(value, Math.Min(until, frame.Now + frame.Recheck), CelGrowth.Opaque);
        }

        // Changes of a side are walked that leave the answer as it is, as far as may be; then it is asked again.
        var at = frame;
        while (true)
        {
            if (growth != CelGrowth.None && Crossing(at, value, until) is { } crossing)
            {
                return new(value, crossing);
            }

            if (until == Timed.Forever || !frame.Walk.Take() || frame.At(until) is not { } later)
            {
                return new(value, until);
            }

            var (next, nextUntil, nextGrowth) = Sides(later);
            if (!Same(next, value))
            {
                return new(value, until);
            }

            if (nextGrowth == CelGrowth.Opaque || nextUntil <= until)
            {
                return new(value, until + 1);
            }

            (at, until, growth) = (later, nextUntil, nextGrowth);
        }
    }

    private (CelValue Value, long Until, CelGrowth Growth) Sides(Frame frame)
    {
        var (a, b) = (Arguments[0].EvaluateTimed(frame), Arguments[1].EvaluateTimed(frame));
        var growth = a.Growth == CelGrowth.None ? b.Growth : b.Growth == CelGrowth.None ? a.Growth : CelGrowth.Opaque;
        return (Invoke(frame, [a.Value, b.Value]), Math.Min(a.Until, b.Until), growth);
    }

    private static bool Same(CelValue one, CelValue other) => one.Kind == other.Kind && (one.IsUnknown || CelEquality.AreEqual(one, other));

    /// <summary>
    /// The first instant before a bound at which the answer is another, where one side grows or falls: less, equal, greater
    /// follow one another in one direction, so that halving finds where each begins.
    /// </summary>
    private long? Crossing(Frame at, CelValue value, long until)
    {
        // The last instant that there is.
        var last = Math.Min(until - 1, DateTime.MaxValue.Ticks);
        if (last <= at.Now || !value.IsBool)
        {
            return null;
        }

        var order = OrderAt(at, at.Now);
        for (var from = at.Now; from < last;)
        {
            if (OrderAt(at, last) == order)
            {
                return null;
            }

            var (low, high) = (from, last);
            while (high - low > 1)
            {
                var middle = low + ((high - low) / 2);
                (low, high) = OrderAt(at, middle) == order ? (middle, high) : (low, middle);
            }

            if (at.At(high) is not { } there || !Same(Sides(there).Value, value))
            {
                return high;
            }

            (from, order) = (high, OrderAt(at, high));
        }

        return null;
    }

    private int? OrderAt(Frame frame, long instant)
    {
        if ((instant == frame.Now ? frame : frame.At(instant)) is not { } there)
        {
            return null;
        }

        var (a, b) = (Arguments[0].Evaluate(there), Arguments[1].Evaluate(there));
        return a.IsKnown && b.IsKnown && CelEquality.Compare(a, b) is { } order ? Math.Sign(order) : null;
    }
}
