namespace CustomerSuccess.Signals;

/// <summary>Names measures over signals for what reads facts by name.</summary>
public static class SignalVocabulary
{
    /// <summary>A measure over signals, as a number. Its age is that of the last signal it is computed from; its definition is its version.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="name">The name under which it is read. Not empty.</param>
    /// <param name="measure">The measure.</param>
    public static TSelf Signal<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name, SignalMeasure measure)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(measure);
        var age = measure.DaysSinceLast();
        return part.Add(new ReadingFact<CustomerFacts>(name, measure.Canonical, measure, facts => facts.Signals.Read(measure))
        {
            // Days since the last signal grow all the time.
            Until = measure.Aggregation == SignalAggregation.Age ? null : facts => facts.Signals.Until(measure),
            Aged = (facts, _) => facts.Signals.Read(age) is { IsKnown: true, Value: var days } ? TimeSpan.FromDays(days) : null,
        });
    }
}
