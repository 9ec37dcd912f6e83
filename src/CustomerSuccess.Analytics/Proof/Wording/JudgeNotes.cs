namespace CustomerSuccess.Proof;

/// <summary>What to know before relying on the figures.</summary>
internal static class JudgeNotes
{
    public static IEnumerable<string> Of(ScoreProof proof, ScoreScale scale)
    {
        var (matching, figures) = (proof.Matching, proof.Figures);
        if (proof.Kind == ProofKind.Concurrent && matching.Undated < matching.Judged)
        {
            yield return $"{UndatedScores(proof)}. Without them the rest would be a replay.";
        }

        if (proof.Auc is { Method: IntervalMethod.Jeffreys })
        {
            yield return $"The interval of the AUC is Bayesian, with the prior of Jeffreys, Beta(½, ½): {(figures.Rarer < RankFigures.EnoughForDeLong ? $"only {Numbers.Of(figures.Rarer, "customer")} {(figures.Churned <= figures.Stayed ? "left" : "stayed")}" : "the order is without a mistake, or all mistakes")}.";
        }

        if (matching.Contradicting > 0)
        {
            yield return $"{Numbers.Of(matching.Contradicting, "outcome")} contradict one another: the same customer left and stayed on the same day. None of them counts.";
        }

        if (matching.Repeated > 0)
        {
            yield return $"{Numbers.Of(matching.Repeated, "outcome repeats", "outcomes repeat")} one of the same customer and day. A decision counts once.";
        }

        if (matching.SameInstant > 0)
        {
            yield return $"For {Numbers.Of(matching.SameInstant, "outcome")} the customer has several scores of the same instant, or several without a date. The last in the table counts.";
        }

        if (matching.CustomersWithSeveral > 0)
        {
            yield return $"{Numbers.Of(matching.CustomersWithSeveral, "customer has", "customers have")} more than one outcome. Intervals take outcomes for independent and are somewhat too narrow.";
        }

        if (matching.CustomersWithoutOutcome > 0 && figures.Outcomes > 0)
        {
            yield return $"{Numbers.Of(matching.CustomersWithoutOutcome, "customer")} with a score {(matching.CustomersWithoutOutcome == 1 ? "has" : "have")} no outcome and {(matching.CustomersWithoutOutcome == 1 ? "is" : "are")} not judged. Are those who left among the outcomes?";
        }

        if (figures.Outcomes > 1 && scale.IsConstant)
        {
            yield return "Every customer has the same score.";
        }
        else if (scale.LeavesTheScaleOfBands)
        {
            yield return "Some scores lie outside 0 to 100, the scale of the bands. The order of the scores is judged all the same.";
        }
        else if (figures.Outcomes > 1 && figures.Bands.Count(b => b.Outcomes > 0) == 1 && figures.Bands.Count > 1)
        {
            yield return "Every customer lies in the same band. Are these the score's own bands?";
        }
    }

    /// <summary><c>12 of 340 scores have no date</c>.</summary>
    public static string UndatedScores(ScoreProof proof) =>
        $"{Numbers.Count(proof.Matching.Undated)} of {Numbers.Of(proof.Matching.Judged, "score")} {(proof.Matching.Undated == 1 ? "has" : "have")} no date";
}
