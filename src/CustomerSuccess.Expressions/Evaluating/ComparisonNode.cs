namespace CustomerSuccess.Expressions;

/// <summary>
/// A comparison of any two values. Of things that move with time it tells when its own answer changes: recorded entries and
/// exits are walked from one to the next, and where a side grows or falls the crossing is searched for.
/// </summary>
internal sealed class ComparisonNode(CelFunction function, Node left, Node right) : CallNode(function, [left, right])
{
    // So many ticks beside where the line crosses: the first is more than rounding is off over the whole calendar, and each leaves less of it.
    private static ReadOnlySpan<long> Margins => [4096, 16, 1];

    public override CelGrowth Growth => CelGrowth.None;

    public override bool IsOpaque => Arguments[0].Growth != CelGrowth.None && Arguments[1].Growth != CelGrowth.None;

    public override Timed EvaluateTimed(Frame frame)
    {
        var (value, until, growth) = Sides(frame);
        if (growth == CelGrowth.Opaque)
        {
            return new(value, Math.Min(until, frame.Now + frame.Recheck));
        }

        // Changes of a side are walked that leave the answer as it is, as far as may be; then it is asked again.
        var at = frame;
        while (true)
        {
            if (growth != CelGrowth.None)
            {
                var crossing = Crossing(at, value, until, out var canMove);
                if (!canMove && at == frame)
                {
                    return new(value, Math.Min(until, frame.Now + frame.Recheck), CelGrowth.Opaque);
                }

                if (crossing is { } instant)
                {
                    return new(value, instant);
                }
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
    private long? Crossing(Frame at, CelValue value, long until, out bool canMove)
    {
        // The last instant that there is.
        var last = Math.Min(until - 1, DateTime.MaxValue.Ticks);
        if (last <= at.Now || !value.IsBool)
        {
            canMove = at.CanMove;
            return null;
        }

        var (start, end) = (PointAt(at, at.Now), PointAt(at, last));
        canMove = end.IsThere;
        while (start.Instant < last)
        {
            if (end.Order == start.Order)
            {
                return null;
            }

            var (low, high) = (start, end);
            Narrow(at, ref low, ref high);
            while (high.Instant - low.Instant > 1)
            {
                Halve(PointAt(at, low.Instant + ((high.Instant - low.Instant) / 2)), ref low, ref high);
            }

            if (at.At(high.Instant) is not { } there || !Same(Sides(there).Value, value))
            {
                return high.Instant;
            }

            start = high;
        }

        return null;
    }

    // What grows with time grows evenly: where a straight line crosses is looked at first. However far off that is, halving finds the same.
    private void Narrow(Frame at, ref Point low, ref Point high)
    {
        foreach (var margin in Margins)
        {
            var width = high.Instant - low.Instant;
            var share = low.Difference / (low.Difference - high.Difference);
            if (width < 4 * margin || !(share >= 0 && share <= 1))
            {
                continue;
            }

            var guess = low.Instant + (long)(width * share.Value);
            foreach (var instant in (ReadOnlySpan<long>)[guess - margin, guess + margin])
            {
                if (instant > low.Instant && instant < high.Instant)
                {
                    Halve(PointAt(at, instant), ref low, ref high);
                }
            }
        }
    }

    // The lower end keeps its order, the upper one has another.
    private static void Halve(Point between, ref Point low, ref Point high) => (low, high) = between.Order == low.Order ? (between, high) : (low, between);

    private static double? NumberOf(CelValue value) => value.Kind switch
    {
        CelKind.Double => value.AsDouble(),
        CelKind.Int => value.AsInt(),
        CelKind.Duration => value.AsNanoseconds(),
        CelKind.Timestamp => value.AsTimestamp().UtcTicks * (double)TimeSpan.NanosecondsPerTick,
        _ => null,
    };

    private Point PointAt(Frame frame, long instant)
    {
        if ((instant == frame.Now ? frame : frame.At(instant)) is not { } there)
        {
            return new(instant, null, null, IsThere: false);
        }

        var (left, right) = (Arguments[0].Evaluate(there), Arguments[1].Evaluate(there));
        return new(
            instant,
            left.IsKnown && right.IsKnown && CelEquality.Compare(left, right) is { } order ? Math.Sign(order) : null,
            NumberOf(left) - NumberOf(right));
    }

    /// <summary>How the sides stand to one another at an instant.</summary>
    /// <param name="Instant">UTC ticks.</param>
    /// <param name="Order">Less, equal or greater, as a sign; null where they have no order, or it is not known.</param>
    /// <param name="Difference">The left one less the right one; null where they are no numbers.</param>
    /// <param name="IsThere">Whether the row can be moved there.</param>
    private readonly record struct Point(long Instant, int? Order, double? Difference, bool IsThere = true);
}
