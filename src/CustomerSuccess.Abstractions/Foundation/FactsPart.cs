namespace CustomerSuccess;

/// <summary>What one feature knows of a customer as of an instant: a typed, immutable part of <see cref="CustomerFacts"/>.</summary>
public abstract class FactsPart
{
    /// <summary>What the part is called in messages, for instance <c>signals</c>.</summary>
    public abstract string Name { get; }
}
