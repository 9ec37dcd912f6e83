using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>Where a value stands in a cohort. Immutable.</summary>
public sealed class CohortPercentile
{
    internal CohortPercentile(CohortReference reference, CohortSeries series, string? asked, double value) =>
        (Reference, Series, AskedSegment, Value, Rank) = (reference, series, asked, value, series.Percentile(value));

    /// <summary>The cohort.</summary>
    public CohortReference Reference { get; }

    /// <summary>The series that was used.</summary>
    public CohortSeries Series { get; }

    /// <summary>The segment that was asked for, or null.</summary>
    public string? AskedSegment { get; }

    /// <summary>The value that was asked about.</summary>
    public double Value { get; }

    /// <summary>The percentile rank, 0 to 100: 100·(values below + half of the ties) ÷ n.</summary>
    public double Rank { get; }

    /// <summary>True where the segment has no values of its own, so that everyone stands for it.</summary>
    public bool IsOfEveryone => AskedSegment is not null && Series.Segment is null;

    /// <summary><c>83.3 % of 120 in enterprise (default, cohort 'all customers' as of 2026-01-01)</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Round((decimal)Rank, 1, MidpointRounding.AwayFromZero):0.0} % of {Series.Values.Count} in {Series.Segment ?? "everyone"}{(IsOfEveryone ? $", for {AskedSegment} has none," : "")} ({Series.Name}, {Reference})");
}
