namespace CustomerSuccess.Health;

/// <summary>A percentile curve, flat: the series of each segment's code, the general one last; null where there is none.</summary>
internal sealed class PercentileOp
{
    private readonly CohortSeries?[] _series;
    private readonly bool _turned;

    public PercentileOp(MeasureModel measure, PercentileCurve curve, IReadOnlyList<string> segments)
    {
        var name = curve.Series ?? measure.Name;
        _series = [.. segments.Append(null).Select(s => curve.Cohort?.Find(name, s))];
        _turned = measure.Polarity == Polarity.LessIsBetter;
    }

    /// <summary>The series for a segment's code; null where the measure is unknown.</summary>
    public CohortSeries? Of(int segment) => _series[(uint)segment < (uint)_series.Length ? segment : _series.Length - 1];

    public double Points(double x, int segment)
    {
        var rank = Of(segment)!.Percentile(x);
        return _turned ? 100 - rank : rank;
    }

    /// <summary>The lowest and the highest points over a range of raw values, whatever the segment.</summary>
    public (double Low, double High) Reach(double minimum, double maximum)
    {
        var (low, high) = (100d, 0d);
        for (var segment = 0; segment < _series.Length; segment++)
        {
            var (first, last) = _series[segment] is null ? (0, 100) : (Points(minimum, segment), Points(maximum, segment));
            (low, high) = (Math.Min(low, Math.Min(first, last)), Math.Max(high, Math.Max(first, last)));
        }

        return (low, high);
    }
}
