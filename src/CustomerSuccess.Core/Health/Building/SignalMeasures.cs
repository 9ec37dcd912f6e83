using CustomerSuccess.Signals;

namespace CustomerSuccess.Health;

/// <summary>Measures over signals, in scorecards over facts.</summary>
public static class SignalMeasures
{
    /// <summary>A measure over the customer's signals. Its definition is its version: scores that read nothing else are reproducible. Its age is that of the last signal it is computed from.</summary>
    /// <param name="part">The scorecard or group.</param>
    /// <param name="name">The measure's name.</param>
    /// <param name="signal">What is computed of which signals.</param>
    /// <param name="measure">Polarity, curve, weight, policy.</param>
    public static TSelf Measure<TSelf>(
        this RowPart<CustomerFacts, TSelf> part,
        string name,
        SignalMeasure signal,
        Func<MeasureStart<RowMeasure<CustomerFacts>>, RowMeasure<CustomerFacts>> measure)
        where TSelf : RowPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(signal);
        var age = signal.DaysSinceLast();
        return part.Add(
            name,
            new ReadingReader<CustomerFacts>(facts => facts.Signals.Read(signal), signal),
            measure,
            signal.Canonical,
            new ReadingReader<CustomerFacts>(facts => facts.Signals.Read(age), age));
    }
}
