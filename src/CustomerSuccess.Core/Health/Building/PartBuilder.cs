namespace CustomerSuccess.Health;

/// <summary>What a scorecard and its groups have in common: how their children become one value.</summary>
/// <typeparam name="TSelf">The builder itself.</typeparam>
public abstract class PartBuilder<TSelf>
    where TSelf : PartBuilder<TSelf>
{
    private protected PartBuilder(GroupDraft group) => Draft = group;

    private protected GroupDraft Draft { get; }

    private protected TSelf Self => (TSelf)this;

    /// <summary>Σwn ÷ Σw over the children that have a value. The default.</summary>
    public TSelf WeightedMean() => By(Aggregation.WeightedMean);

    /// <summary>The worst child decides.</summary>
    public TSelf Minimum() => By(Aggregation.Minimum);

    /// <summary>The best child decides.</summary>
    public TSelf Maximum() => By(Aggregation.Maximum);

    /// <summary>exp(Σw ln n ÷ Σw): weaknesses count more than strengths, and a child at 0 makes the whole 0.</summary>
    public TSelf GeometricMean() => By(Aggregation.GeometricMean);

    /// <summary>The weighted mean, capped just below the red edge where a decisive child is red.</summary>
    /// <param name="redBelow">The edge below which a child is red; the lowest edge of the scorecard's bands unless stated.</param>
    public TSelf AnyRed(double? redBelow = null)
    {
        Draft.RedBelow = redBelow;
        return By(Aggregation.AnyRed);
    }

    /// <summary>
    /// Start + the sum of the children's points, kept within limits. Unless a scale is stated, the limits are 0 and 100 of the
    /// score. On a stated scale the points are places on it, the limits lie within it, and its own ends are 0 and 100.
    /// </summary>
    /// <param name="start">Where the points start.</param>
    /// <param name="minimum">The lower limit; the scale's minimum, or 0, where null.</param>
    /// <param name="maximum">The upper limit; the scale's maximum, or 100, where null.</param>
    public TSelf AdditivePoints(double start = 0, double? minimum = null, double? maximum = null)
    {
        (Draft.Start, Draft.Minimum, Draft.Maximum) = (start, minimum, maximum);
        return By(Aggregation.AdditivePoints);
    }

    /// <summary>What the children's weights must sum to. Weights are relative; stating the total makes a slip an error.</summary>
    public TSelf WeightsTotal(double total)
    {
        Draft.WeightsTotal = total;
        return Self;
    }

    private protected TSelf Add(NodeDraft child)
    {
        Draft.Children.Add(child);
        return Self;
    }

    private TSelf By(Aggregation aggregation)
    {
        Draft.Aggregation = aggregation;
        return Self;
    }
}

/// <summary>The words of a group about itself among its siblings.</summary>
internal static class GroupWords
{
    public static void Weigh(GroupDraft draft, string segment, double weight)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(segment);
        draft.SegmentWeights[segment] = weight;
    }
}
