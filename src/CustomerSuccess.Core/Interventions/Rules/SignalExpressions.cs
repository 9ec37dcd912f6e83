using CustomerSuccess.Signals;

namespace CustomerSuccess.Interventions;

/// <summary>What expressions over one signal may name: which signals make a rule fire.</summary>
public static class SignalExpressions
{
    /// <summary>
    /// The language: <c>signal.name</c>, <c>signal.value</c>, <c>signal.actor</c>, <c>signal.product</c>, <c>signal.cause</c> (<c>customer</c>,
    /// <c>vendor</c>, <c>system</c>), <c>signal.occurredAt</c>, <c>signal.recordedAt</c>. What the signal does not have is unknown.
    /// </summary>
    public static Language<Signal> Language { get; } = CustomerSuccess.Language.For<Signal>()
        .Text("signal.name", s => s.Name, "1", "The signal's name.")
        .Number("signal.value", s => s.Value, "1", "The value, in the signal's unit.")
        .Text("signal.actor", s => s.Actor, "1", "Who did it.")
        .Text("signal.product", s => s.Product, "1", "The product that it concerns.")
        .Text("signal.cause", s => DocumentWords.Of(s.Provenance), "1", "Who caused it: customer, vendor or system.")
        .Instant("signal.occurredAt", s => s.OccurredAt, "1", "When it happened.")
        .Instant("signal.recordedAt", s => s.RecordedAt, "1", "When it became known.")
        .Build();
}
