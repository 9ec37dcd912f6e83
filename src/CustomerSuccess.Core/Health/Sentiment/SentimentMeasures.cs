namespace CustomerSuccess.Health;

/// <summary>The sentiment of people at the vendor as a measure, and by name.</summary>
public static class SentimentMeasures
{
    /// <summary>A sentiment as a measure, on its scale. Its age is that of the rating; what is declared is its version.</summary>
    /// <param name="part">The scorecard or group.</param>
    /// <param name="name">The measure's name.</param>
    /// <param name="sentiment">Where it is read from.</param>
    /// <param name="measure">Polarity, curve, weight, policy.</param>
    public static TSelf Measure<TSelf>(
        this RowPart<CustomerFacts, TSelf> part,
        string name,
        SentimentReader sentiment,
        Func<MeasureStart<RowMeasure<CustomerFacts>>, RowMeasure<CustomerFacts>> measure)
        where TSelf : RowPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(sentiment);
        return part.Add(name, new ReadingReader<CustomerFacts>(sentiment.Value, sentiment.Source), measure, $"sentiment {sentiment.Version}", new ReadingReader<CustomerFacts>(f => Days(sentiment.Read(f)), sentiment.Source));
    }

    /// <summary>A sentiment as a number on its scale. Its age is that of the rating.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="name">The name under which it is read. Not empty.</param>
    /// <param name="sentiment">Where it is read from.</param>
    public static TSelf Sentiment<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name, SentimentReader sentiment)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(sentiment);
        return part.Add(new ReadingFact<CustomerFacts>(name, $"sentiment {sentiment.Version}", sentiment.Source, sentiment.Value) { Aged = (facts, _) => sentiment.Read(facts).Age });
    }

    private static Reading<double> Days(SentimentReading reading) => reading.Age is { } age
        ? Reading.Known(age.Ticks / (double)TimeSpan.TicksPerDay)
        : Reading.Unknown<double>(reading.Value.Causes);
}
