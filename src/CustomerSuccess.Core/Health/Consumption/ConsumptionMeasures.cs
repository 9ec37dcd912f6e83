using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Health;

/// <summary>The consumption gap as a measure, in scorecards over facts.</summary>
public static class ConsumptionMeasures
{
    /// <summary>The consumption gap as a measure, 0 (all is used) to 1 (nothing is). What is declared is its version; lambdas in it need one of their own.</summary>
    /// <param name="part">The scorecard or group.</param>
    /// <param name="name">The measure's name.</param>
    /// <param name="consumption">What is declared.</param>
    /// <param name="measure">Polarity, curve, weight, policy.</param>
    /// <param name="raw">Whether every capability counts alike; false, unless stated: by relevance.</param>
    public static TSelf Measure<TSelf>(
        this RowPart<CustomerFacts, TSelf> part,
        string name,
        ConsumptionReader consumption,
        Func<MeasureStart<RowMeasure<CustomerFacts>>, RowMeasure<CustomerFacts>> measure,
        bool raw = false)
        where TSelf : RowPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(consumption);
        var version = consumption.Version is { } hash ? $"consumption {(raw ? "raw " : "")}{hash}" : null;
        return part.Add(name, new ReadingReader<CustomerFacts>(raw ? consumption.RawGap : consumption.Gap, consumption.Source), measure, version);
    }
}
