namespace CustomerSuccess.Proof;

/// <summary>The verdict in plain words. Only a replay is said to predict.</summary>
internal static class VerdictSentence
{
    public static string Of(ScoreProof proof) => proof.Verdict switch
    {
        ProofVerdict.None => WithoutVerdict(proof),
        ProofVerdict.CannotTellYet => $"Cannot tell yet: {Pairs(proof)}, and that may still be chance. {More(proof)}",
        ProofVerdict.NoBetterThanChance => $"No better than chance: {Pairs(proof)}. Whatever there is would be of no use.{Undated(proof)}",
        ProofVerdict.Inverted =>
            $"Worse than chance: {Pairs(proof)}. Probably the direction is reversed: is a {(proof.Options.HighIsRisk ? "high" : "low")} score really the one that means risk?{Undated(proof)}",
        ProofVerdict.SegmentOnly =>
            $"It says again which segment a customer is in: {Pairs(proof)}, but within one segment {Within(proof)}, which is chance.{Undated(proof)}",
        ProofVerdict.AssociationOnly => $"Association only: {Pairs(proof)}.{Undated(proof)}",
        _ => $"The score predicts who leaves: {Pairs(proof)}. Every score was known before the day of its decision.",
    };

    /// <summary><c>of 100 pairs of a customer who left and one who stayed the score puts the one who left lower in 83 (82 to 84 with 95 % confidence; 50 is chance)</c>.</summary>
    public static string Pairs(ScoreProof proof) =>
        $"of 100 pairs of a customer who left and one who stayed the score puts the one who left {(proof.Options.HighIsRisk ? "higher" : "lower")} in {Chance(proof.Auc!, proof)}";

    private static string Within(ScoreProof proof) => $"in {Chance(proof.WithinSegments!.Auc!, proof)}";

    private static string Chance(ProportionInterval auc, ScoreProof proof)
    {
        var (estimate, lower, upper) = Numbers.OfAHundred(auc);
        return $"{estimate} ({lower} to {upper} with {Numbers.Confidence(proof.Options.Confidence)} confidence; 50 is chance)";
    }

    private static string WithoutVerdict(ScoreProof proof)
    {
        var figures = proof.Figures;
        var (churned, stayed) = (figures.Churned, figures.Stayed);
        if (figures.Outcomes == 0)
        {
            return proof.Matching.Outcomes == 0
                ? "Nothing to judge: there are no outcomes."
                : $"Nothing to judge: none of the {Numbers.Of(proof.Matching.Outcomes, "outcome")} has a score from before it.";
        }

        var rare = Math.Min(churned, stayed);
        var kind = churned <= stayed ? "left" : "stayed";
        var seen = rare == 0 ? $"nobody {kind}" : $"only {Numbers.Count(rare)} {kind}";
        return $"No verdict: {seen} of {Numbers.Of(figures.Outcomes, "judged customer")}, and with fewer than {ScoreProof.FewestForVerdict} nothing can be said. {More(proof)}{Undated(proof)}";
    }

    private static string More(ScoreProof proof) => proof.OutcomesNeeded is { } more
        ? $"It needs about {Numbers.Of(more, "more outcome", "more outcomes")}."
        : "It needs outcomes of both kinds.";

    private static string Undated(ScoreProof proof) => proof.Kind == ProofKind.Concurrent
        ? $" {JudgeNotes.UndatedScores(proof)}, so they may have been known only after the decision: this is association, not prediction."
        : "";
}
