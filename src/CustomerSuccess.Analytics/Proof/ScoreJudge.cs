namespace CustomerSuccess.Proof;

/// <summary>Judges any existing score from two tables: who had which score when, and who decided what when.</summary>
public static class ScoreJudge
{
    /// <summary>
    /// Gives each outcome the customer's latest score from before the day of the decision, no older than the horizon, and
    /// computes every figure over all and within segments.
    /// </summary>
    /// <remarks>
    /// <para>A score dated on the calendar day (UTC) of the decision or later does not count, for it may know the outcome.</para>
    /// <para>An undated score counts where the customer has no dated one that does, and makes the kind <see cref="ProofKind.Concurrent"/>.</para>
    /// <para>Of several scores at the same instant the last of the table counts. Outcomes of one customer and day that
    /// contradict each other are all left out, and rows that repeat one count once; all of it is in
    /// <see cref="ScoreProof.Matching"/>.</para>
    /// <para>Both tables are enumerated once. The order of their rows matters for nothing else.</para>
    /// </remarks>
    /// <param name="scores">The table of scores, in any order.</param>
    /// <param name="outcomes">The table of outcomes, in any order.</param>
    /// <param name="options">How to judge; null for the defaults.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The figures and what they mean. Empty tables give figures that are null, and no verdict.</returns>
    /// <exception cref="ArgumentException">A row is null; the message names it, counted from 0.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ScoreProof Judge(
        IEnumerable<DatedScore> scores,
        IEnumerable<DatedOutcome> outcomes,
        JudgeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(outcomes);
        options ??= JudgeOptions.Default;
        var (matched, report) = OutcomeMatching.Run(scores, outcomes, options, cancellationToken);
        var figures = new JudgedFigures(matched, JudgedFigures.Rank(matched, options, cancellationToken), tooFew: false, options);
        var segments = SegmentFigures.Table(matched, options, cancellationToken);
        return new(figures, report, segments, options, ScoreScale.Of(matched, options));
    }
}
