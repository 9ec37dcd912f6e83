namespace CustomerSuccess.Proof;

/// <summary>What is printed of a proof, before it is text or Markdown.</summary>
internal sealed class ProofPage
{
    /// <summary>The verdict in plain words.</summary>
    public required string Headline { get; init; }

    /// <summary>What was judged and what was left out.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    public required IReadOnlyList<ProofTable> Tables { get; init; }

    /// <summary>What each figure means.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public static ProofPage Of(ScoreProof proof) => new()
    {
        Headline = proof.Meaning,
        Facts = [Judged(proof), .. LeftOut(proof.Matching, proof.Options)],
        Tables = proof.Figures.Outcomes == 0 ? [] : [.. ProofTables.Of(proof)],
        // The headline has said what the AUC means.
        Sentences = [.. proof.Sentences.Where(s => proof.Verdict == ProofVerdict.None || s.Figure != "auc").Select(s => s.Text)],
        Notes = proof.Notes,
    };

    private static string Judged(ScoreProof proof)
    {
        var kind = proof.Kind switch
        {
            ProofKind.Replayed => "replayed: every score is dated before the day of its decision",
            ProofKind.Concurrent => $"concurrent: {JudgeNotes.UndatedScores(proof)}",
            _ => "none",
        };
        return $"Judged: {Numbers.Of(proof.Matching.Judged, "outcome")} of {Numbers.Count(proof.Matching.Outcomes)}, {Numbers.Count(proof.Figures.Churned)} left. Kind: {kind}.";
    }

    private static IEnumerable<string> LeftOut(MatchReport matching, JudgeOptions options)
    {
        (int Count, string Cause)[] causes =
        [
            (matching.WithoutScore, "without a score"),
            (matching.TooOld, $"with a score older than {Numbers.Of(options.HorizonDays, "day")}"),
            (matching.TooLate, "with a score of the day of the decision or later only"),
            (matching.Contradicting, "contradicted on the same day"),
        ];
        if (matching.Unmatched > 0)
        {
            yield return $"Left out: {string.Join(", ", causes.Where(c => c.Count > 0).Select(c => $"{Numbers.Count(c.Count)} {c.Cause}"))}.";
        }
    }
}
