namespace CustomerSuccess.Proof;

/// <summary>How long before its decision a score was known, in days of 24 hours. Quartiles are interpolated between neighbours (type 7 of Hyndman and Fan 1996, R's default). Immutable.</summary>
public sealed class LeadTime
{
    private LeadTime(double[] sorted)
    {
        Outcomes = sorted.Length;
        LowerQuartile = Quantile(sorted, 0.25);
        Median = Quantile(sorted, 0.5);
        UpperQuartile = Quantile(sorted, 0.75);
    }

    /// <summary>The judged outcomes whose score has a date.</summary>
    public int Outcomes { get; }

    /// <summary>A quarter of the scores was known so many days before the decision or fewer.</summary>
    public double LowerQuartile { get; }

    /// <summary>The score in the middle was known so many days before the decision.</summary>
    public double Median { get; }

    /// <summary>A quarter of the scores was known so many days before the decision or more.</summary>
    public double UpperQuartile { get; }

    internal static LeadTime? Of(IEnumerable<MatchedOutcome> outcomes)
    {
        double[] days = [.. outcomes.Where(o => o.Lead is not null).Select(o => o.Lead!.Value.TotalDays)];
        Array.Sort(days);
        return days.Length == 0 ? null : new(days);
    }

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
