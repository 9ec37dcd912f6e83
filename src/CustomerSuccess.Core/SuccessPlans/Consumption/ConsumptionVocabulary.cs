namespace CustomerSuccess.SuccessPlans;

/// <summary>Names the consumption gap for what reads facts by name.</summary>
public static class ConsumptionVocabulary
{
    /// <summary>The relevant consumption gap as a number, 0 to 1, or the raw one.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="name">The name under which it is read. Not empty.</param>
    /// <param name="consumption">What is declared.</param>
    /// <param name="raw">Whether every capability counts alike; false unless stated.</param>
    public static TSelf Consumption<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name, ConsumptionReader consumption, bool raw = false)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(consumption);
        return part.Add(new ReadingFact<CustomerFacts>(name, consumption.Version is { } version ? $"consumption {(raw ? "raw " : "")}{version}" : null, consumption.Source, raw ? consumption.RawGap : consumption.Gap));
    }
}
