namespace CustomerSuccess;

/// <summary>What one feature knows of a customer as of an instant: a typed, immutable part of <see cref="CustomerFacts"/>.</summary>
public abstract class FactsPart
{
    /// <summary>What the part is called in messages, for instance <c>signals</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The part as it stands at a later instant if nothing new is recorded until then; null where it cannot tell.</summary>
    /// <param name="later">The facts at that instant, with the parts that stand before this one.</param>
    protected internal virtual FactsPart? MovedTo(CustomerFacts later) => null;

    /// <summary>The part as it stood at an earlier instant, as known at the same instant; null where it cannot tell.</summary>
    /// <param name="earlier">The facts at that instant, with the parts that stand before this one.</param>
    protected internal virtual FactsPart? RewoundTo(CustomerFacts earlier) => null;
}
