namespace CustomerSuccess.Expressions;

/// <summary>
/// A comparison of any two values. Of things that move with time it tells when its own answer changes: recorded entries and
/// exits are walked from one to the next, and where a side grows or falls the crossing is searched for.
/// </summary>
internal sealed class ComparisonNode(CelFunction function, Node left, Node right) : CallNode(function, [left, right])
{
    // So many ticks beside where the line crosses: more than rounding is off over the whole calendar.
    private const long GuessMargin = 4096;

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
            Narrow(at, order, ref low, ref high);
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

    // What grows with time grows evenly: where a straight line crosses is looked at first. However far off that is, halving finds the same.
    private void Narrow(Frame at, int? order, ref long low, ref long high)
    {
        if (DifferenceAt(at, low) is not { } now || DifferenceAt(at, high) is not { } then || now == then)
        {
            return;
        }

        var share = now / (now - then);
        if (!(share > 0 && share < 1))
        {
            return;
        }

        var guess = low + (long)((high - low) * share);
        foreach (var instant in (ReadOnlySpan<long>)[guess - GuessMargin, guess + GuessMargin])
        {
            if (instant > low && instant < high)
            {
                (low, high) = OrderAt(at, instant) == order ? (instant, high) : (low, instant);
            }
        }
    }

    private double? DifferenceAt(Frame frame, long instant) =>
        SidesAt(frame, instant) is var (a, b) && NumberOf(a) is { } left && NumberOf(b) is { } right ? left - right : null;

    private static double? NumberOf(CelValue value) => value.Kind switch
    {
        CelKind.Double => value.AsDouble(),
        CelKind.Int => value.AsInt(),
        CelKind.Duration => value.AsNanoseconds(),
        CelKind.Timestamp => value.AsTimestamp().UtcTicks * (double)TimeSpan.NanosecondsPerTick,
        _ => null,
    };

    private int? OrderAt(Frame frame, long instant) =>
        SidesAt(frame, instant) is var (a, b) && a.IsKnown && b.IsKnown && CelEquality.Compare(a, b) is { } order ? Math.Sign(order) : null;

    private (CelValue Left, CelValue Right)? SidesAt(Frame frame, long instant) =>
        (instant == frame.Now ? frame : frame.At(instant)) is { } there ? (Arguments[0].Evaluate(there), Arguments[1].Evaluate(there)) : null;
}
