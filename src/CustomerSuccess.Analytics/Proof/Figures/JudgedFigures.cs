namespace CustomerSuccess.Proof;

/// <summary>All figures of one group of judged outcomes: of all of them, or of one segment. Immutable and safe to share between threads.</summary>
public sealed class JudgedFigures
{
    internal JudgedFigures(IReadOnlyList<MatchedOutcome> outcomes, RankFigures ranking, bool tooFew, JudgeOptions options)
    {
        Outcomes = ranking.Customers;
        Churned = ranking.Churned;
        BaseRate = Outcomes == 0 ? null : ProportionInterval.Wilson(Churned, Outcomes, options.Confidence);
        Ranking = tooFew ? null : ranking;
        Bands = Array.AsReadOnly(BandFigure.Table(outcomes, options));
        BestBandChurn = Churned == 0 ? null : ProportionInterval.Wilson(Bands[^1].Churned, Churned, options.Confidence);
        LeadTime = LeadTime.Of(outcomes);
        LeadTimeOfChurned = LeadTime.Of(outcomes.Where(o => o.Churned));
    }

    /// <summary>The judged outcomes.</summary>
    public int Outcomes { get; }

    /// <summary>How many of them left.</summary>
    public int Churned { get; }

    /// <summary>How many of them stayed.</summary>
    public int Stayed => Outcomes - Churned;

    /// <summary>The share that left, with Wilson's interval; null where there are no outcomes.</summary>
    public ProportionInterval? BaseRate { get; }

    /// <summary>What the order of the scores says; null where a segment has too few outcomes for it.</summary>
    public RankFigures? Ranking { get; }

    /// <summary>The bands from worst to best, each with what became of its customers.</summary>
    public IReadOnlyList<BandFigure> Bands { get; }

    /// <summary>The share of those who left that lay in the best band (green churn), with Wilson's interval; null where nobody left.</summary>
    public ProportionInterval? BestBandChurn { get; }

    /// <summary>How long before the decision the scores were known; null where no score has a date.</summary>
    public LeadTime? LeadTime { get; }

    /// <summary>The same of those who left: how long there would have been to do something. Null where none of their scores has a date.</summary>
    public LeadTime? LeadTimeOfChurned { get; }

    /// <summary>The customers of the rarer kind: those who left or those who stayed, whichever are fewer.</summary>
    internal int Rarer => Math.Min(Churned, Stayed);

    internal static RankFigures Rank(IReadOnlyList<MatchedOutcome> outcomes, JudgeOptions options, CancellationToken cancellationToken)
    {
        var (scores, churned) = (new double[outcomes.Count], new bool[outcomes.Count]);
        for (var i = 0; i < scores.Length; i++)
        {
            (scores[i], churned[i]) = (outcomes[i].Score, outcomes[i].Churned);
        }

        return RankFigures.Of(scores, churned, options, cancellationToken);
    }
}
