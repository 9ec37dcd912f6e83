namespace CustomerSuccess.SuccessPlans;

/// <summary>Names the essential class for what reads facts by name.</summary>
public static class EssentialVocabulary
{
    /// <summary>The class as a text: <c>essential</c>, <c>nice to have</c>, <c>no longer needed</c>; unknown where it is.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="name">The name under which it is read. Not empty.</param>
    /// <param name="essential">What is declared.</param>
    public static TSelf Essential<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name, EssentialReader essential)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(essential);
        return part.Add(new TextReadingFact<CustomerFacts>(name, essential.Version is { } version ? $"essential {version}" : null, essential.Source, essential.Class));
    }

    /// <summary>The mean of the votes as a number, 0 to 2; unknown where the class is.</summary>
    /// <inheritdoc cref="Essential" />
    public static TSelf EssentialMean<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name, EssentialReader essential)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(essential);
        return part.Add(new ReadingFact<CustomerFacts>(name, essential.Version is { } version ? $"essential mean {version}" : null, essential.Source, essential.Mean));
    }
}
