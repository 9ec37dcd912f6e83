namespace CustomerSuccess.Health;

/// <summary>
/// The percentile rank of a value within the customer's segment of a cohort, from 0 to 100; turned round (100 − rank) where
/// less is better. Without the cohort the measure is unknown. Immutable.
/// </summary>
public sealed class PercentileCurve : Curve
{
    internal PercentileCurve(string reference, string? series, CohortReference? cohort) =>
        (Reference, Series, Cohort, Hash) = (reference, series, cohort, cohort?.ContentHash());

    /// <summary>The name of the cohort.</summary>
    public string Reference { get; }

    /// <summary>The series in the cohort; null for that of the measure's name.</summary>
    public string? Series { get; }

    /// <summary>The content hash of the cohort; null where it was not given.</summary>
    public string? Hash { get; }

    internal CohortReference? Cohort { get; }
}
