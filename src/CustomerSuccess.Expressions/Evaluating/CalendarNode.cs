namespace CustomerSuccess.Expressions;

/// <summary>A part of an instant by the calendar of a zone: of an instant that moves with time it changes at the calendar's next boundary.</summary>
internal sealed class CalendarNode(CelFunction function, CalendarGetter getter, Node[] arguments) : CallNode(function, arguments)
{
    public override CelGrowth Growth => CelGrowth.None;

    public override bool IsOpaque => Arguments[0].Growth == CelGrowth.Falls || (Arguments.Length > 1 && Arguments[1].Growth != CelGrowth.None);

    public override Timed EvaluateTimed(Frame frame)
    {
        var instant = Arguments[0].EvaluateTimed(frame);
        var zone = Arguments.Length > 1 ? Arguments[1].EvaluateTimed(frame) : Timed.Always(CelValue.Of("UTC"));
        CelValue[] values = Arguments.Length > 1 ? [instant.Value, zone.Value] : [instant.Value];
        var value = Invoke(frame, values);
        var until = Math.Min(instant.Until, Growing.Until(zone, frame));
        if (instant.Growth == CelGrowth.None || !value.IsKnown)
        {
            return new(value, until, Growing.Hidden(instant.Growth, zone.Growth));
        }

        if (instant.Growth != CelGrowth.Grows || !frame.CanMove || instant.Value.Kind != CelKind.Timestamp || CalendarBoundary.After(zone.Value.AsString(), instant.Value.Bits, getter.Unit) is not { } boundary)
        {
            return new(value, Math.Min(until, frame.Now + frame.Recheck), CelGrowth.Opaque);
        }

        return new(value, Math.Min(until, Reached(frame, boundary, Math.Min(until - 1, DateTime.MaxValue.Ticks)) ?? until));
    }

    /// <summary>The first instant up to a last one at which the argument, which never falls, has reached a boundary; null where it does not.</summary>
    private long? Reached(Frame frame, long boundary, long last)
    {
        bool Has(long instant) => frame.At(instant) is not { } there || Arguments[0].Evaluate(there) is not { Kind: CelKind.Timestamp, Bits: var at } || at >= boundary;
        var (low, high) = (frame.Now, last);
        if (high <= low || !Has(high))
        {
            return null;
        }

        // Mostly the argument moves as time does.
        var guess = frame.Now + (boundary - Arguments[0].Evaluate(frame).Bits);
        if (guess > low && guess <= high && Has(guess))
        {
            (low, high) = Has(guess - 1) ? (low, guess - 1) : (guess - 1, guess);
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Has(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }
}
