using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Health;

/// <summary>How much a customer needs what it bought as a measure, in scorecards over facts.</summary>
public static class EssentialMeasures
{
    /// <summary>The mean of the votes as a measure, 0 (no longer needed) to 2 (essential); unknown where the class is. What is declared is its version; lambdas in it need one of their own.</summary>
    /// <param name="part">The scorecard or group.</param>
    /// <param name="name">The measure's name.</param>
    /// <param name="essential">What is declared.</param>
    /// <param name="measure">Polarity, curve, weight, policy.</param>
    public static TSelf Measure<TSelf>(
        this RowPart<CustomerFacts, TSelf> part,
        string name,
        EssentialReader essential,
        Func<MeasureStart<RowMeasure<CustomerFacts>>, RowMeasure<CustomerFacts>> measure)
        where TSelf : RowPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(essential);
        return part.Add(name, new ReadingReader<CustomerFacts>(essential.Mean, essential.Source), measure, essential.Version is { } version ? $"essential mean {version}" : null);
    }
}
