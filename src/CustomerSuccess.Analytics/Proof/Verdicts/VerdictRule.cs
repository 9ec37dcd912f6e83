namespace CustomerSuccess.Proof;

/// <summary>Decides the verdict.</summary>
internal static class VerdictRule
{
    /// <summary>An AUC from here on would be of some use, and below its mirror image too.</summary>
    public const double Useful = 0.60;

    public static ProofVerdict Of(ProofKind kind, JudgedFigures figures, WithinSegments? within)
    {
        if (figures.Rarer < ScoreProof.FewestForVerdict || figures.Ranking?.Auc is not { } auc)
        {
            return ProofVerdict.None;
        }

        if (auc.Holds(0.5))
        {
            return auc.Lower > 1 - Useful && auc.Upper < Useful ? ProofVerdict.NoBetterThanChance : ProofVerdict.CannotTellYet;
        }

        if (auc.Upper < 0.5)
        {
            return ProofVerdict.Inverted;
        }

        if (within?.Auc is { } inside && inside.Lower <= 0.5 && inside.Upper < auc.Estimate)
        {
            return ProofVerdict.SegmentOnly;
        }

        return kind == ProofKind.Replayed ? ProofVerdict.Predicts : ProofVerdict.AssociationOnly;
    }
}
