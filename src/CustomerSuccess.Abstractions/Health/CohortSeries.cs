namespace CustomerSuccess.Health;

/// <summary>The values of one measure, or of the scores of one scorecard, in a cohort: of everyone or of one segment. Immutable and safe to share.</summary>
public sealed class CohortSeries
{
    private readonly double[] _values;

    /// <summary>Creates a series.</summary>
    /// <param name="name">The measure, or the scorecard whose scores these are. Not empty.</param>
    /// <param name="values">The values in any order, in the measure's unit; those that are no finite numbers are left out.</param>
    /// <param name="segment">The segment of all these customers; null for everyone.</param>
    /// <exception cref="ArgumentException">The name is empty, or the segment is.</exception>
    public CohortSeries(string name, IEnumerable<double> values, string? segment = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(values);
        if (segment is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(segment);
        }

        (Name, Segment) = (name, segment);

        // Adding 0 turns −0 into 0.
        _values = [.. values.Where(double.IsFinite).Select(v => v + 0d).Order()];
        Values = Array.AsReadOnly(_values);
    }

    /// <summary>The measure or the scorecard.</summary>
    public string Name { get; }

    /// <summary>The segment; null for everyone.</summary>
    public string? Segment { get; }

    /// <summary>The finite values, rising.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>
    /// The percentile rank of a value, 0 to 100: 100·(values below + half of the ties) ÷ n (mid-rank). A tie is a value within
    /// the tolerance of <see cref="Edge"/>. NaN where the value is NaN, or the series is empty.
    /// </summary>
    public double Percentile(double value) => double.IsNaN(value) || _values.Length == 0
        ? double.NaN
        : 100 * (Below(Edge.AtLeast(value)) + Below(Edge.MoreThan(value))) / (2d * _values.Length);

    /// <inheritdoc />
    public override string ToString() => $"{Name} of {Segment ?? "everyone"}, {_values.Length} values";

    // How many values lie below a threshold.
    private double Below(double threshold)
    {
        var (low, high) = (0, _values.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = _values[middle] >= threshold ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
