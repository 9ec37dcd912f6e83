namespace CustomerSuccess.Signals;

/// <summary>Who and what a signal is about, once per customer: signals refer to it by number.</summary>
internal readonly record struct SignalOrigin(string? Actor, string? Product, Provenance Provenance)
{
    public bool Matches(SignalMeasure measure) =>
        (measure.Actor is null || string.Equals(Actor, measure.Actor, StringComparison.Ordinal))
        && (measure.Product is null || string.Equals(Product, measure.Product, StringComparison.Ordinal))
        && measure.CausedBy.Contains(Provenance);
}
