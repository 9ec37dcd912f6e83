namespace CustomerSuccess.Proof;

/// <summary>
/// What the order of the scores says of who left, from two arrays: no matching of dates, no bands. Scores count rounded to 9
/// decimals; equal scores are ties. Figures that need both kinds of customer are null where one is missing. Immutable and safe to
/// share between threads.
/// </summary>
public sealed class RankFigures
{
    /// <summary>Below so many customers of the rarer kind the interval is Bayesian.</summary>
    public const int EnoughForDeLong = 20;

    private RankFigures(TieGroups groups, JudgeOptions options)
    {
        Customers = groups.Customers;
        Churned = groups.ChurnedCustomers;
        Deciles = Array.AsReadOnly(Decile.Table(groups));
        AtCapacity = CapacityFigure.Of(groups, options.Capacity, options.Confidence);
        if (groups.ChurnedCustomers > 0 && groups.StayedCustomers > 0)
        {
            var found = Discrimination.Of(groups);
            Auc = Interval(found, Math.Min(groups.ChurnedCustomers, groups.StayedCustomers), options.Confidence);
            AucVariance = found.Variance;
            AveragePrecision = found.AveragePrecision;
            Ks = found.Ks;
        }
    }

    /// <summary>How many customers.</summary>
    public int Customers { get; }

    /// <summary>How many of them left.</summary>
    public int Churned { get; }

    /// <summary>
    /// The area under the ROC curve: the chance that one who left was less healthy than one who stayed, a tie counting one
    /// half. ½ is chance. The interval is normal with the variance of DeLong (<see cref="AucVariance"/>), cut to 0 and 1.
    /// With fewer than <see cref="EnoughForDeLong"/> customers of the rarer kind, or where all placements are 0 or all are
    /// 1, it is Bayesian instead: with m customers of the rarer kind, whose placements (the share of the other kind on
    /// the right side) sum to s, the equal-tailed interval of Beta(½ + s, ½ + m − s). That is Jeffreys' prior, and conservative: no
    /// variable between 0 and 1 with that mean has a larger variance than the yes-or-no that the formula takes a placement for.
    /// </summary>
    public ProportionInterval? Auc { get; }

    /// <summary>
    /// The variance of the AUC after DeLong, DeLong and Clarke-Pearson (1988), computed in O(n log n) as by Sun and Xu (2014);
    /// null with fewer than two customers of a kind.
    /// </summary>
    public double? AucVariance { get; }

    /// <summary>
    /// Average precision of finding those who left: over the distinct scores, riskiest first, the sum of the recall gained ×
    /// the precision so far. The share of all who left is what chance gives.
    /// </summary>
    public double? AveragePrecision { get; }

    /// <summary>The distance of Kolmogorov and Smirnov: the widest gap between the distributions of those who left and those who stayed.</summary>
    public double? Ks { get; }

    /// <summary>Ten tenths, riskiest first; none where there are no customers.</summary>
    public IReadOnlyList<Decile> Deciles { get; }

    /// <summary>What the stated capacity reaches; null where none is stated.</summary>
    public CapacityFigure? AtCapacity { get; }

    /// <summary>Ranks customers. Time grows as their number; a million takes some hundredths of a second.</summary>
    /// <param name="scores">A score per customer. Finite.</param>
    /// <param name="churned">Whether that customer left.</param>
    /// <param name="options">Which way risk lies, the capacity and the confidence; the rest is not used.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ArgumentException">The arrays differ in length, or a score is NaN or infinite: the message names its place.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RankFigures Of(
        ReadOnlySpan<double> scores, ReadOnlySpan<bool> churned, JudgeOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (scores.Length != churned.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"There are {scores.Length} scores and {churned.Length} outcomes. Give one outcome per score."), nameof(churned));
        }

        options ??= JudgeOptions.Default;
        using var groups = TieGroups.Of(scores, churned, options.HighIsRisk, cancellationToken);
        return new(groups, options);
    }

    private static ProportionInterval Interval(Discrimination found, int rarer, double confidence)
    {
        var certain = found.Auc is 0 or 1;
        return rarer >= EnoughForDeLong && !certain && found.Variance is { } variance
            ? ProportionInterval.Normal(found.Auc, variance, confidence)
            : ProportionInterval.Jeffreys(found.Auc * rarer, rarer, confidence);
    }
}
