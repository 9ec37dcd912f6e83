namespace CustomerSuccess.Signals;

/// <summary>One signal of a known customer and name. Instants are UTC ticks; a value of NaN is none.</summary>
internal readonly record struct SignalEntry(long Occurred, long Recorded, double Value, int Origin) : IComparable<SignalEntry>
{
    /// <summary>By when it happened, then by when it was recorded, then by value (none first): an order that does not depend on arrival.</summary>
    public int CompareTo(SignalEntry other)
    {
        var order = Occurred.CompareTo(other.Occurred);
        order = order != 0 ? order : Recorded.CompareTo(other.Recorded);
        return order != 0 ? order : Value.CompareTo(other.Value);
    }
}
