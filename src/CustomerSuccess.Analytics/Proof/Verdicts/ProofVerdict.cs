namespace CustomerSuccess.Proof;

/// <summary>What the figures allow to say of a score.</summary>
public enum ProofVerdict
{
    /// <summary>No verdict: nothing was judged, or fewer than <see cref="ScoreProof.FewestForVerdict"/> customers left or stayed.</summary>
    None,

    /// <summary>The interval of the AUC holds ½, and something better or worse that would matter.</summary>
    CannotTellYet,

    /// <summary>The interval of the AUC holds ½ and lies within 0.40 to 0.60: whatever there is would be of no use.</summary>
    NoBetterThanChance,

    /// <summary>The interval of the AUC lies below ½: probably the direction is reversed.</summary>
    Inverted,

    /// <summary>
    /// Over all the score is better than chance, but not among customers of the same segment: the interval there holds ½ and
    /// lies below the AUC over all. It says again which segment a customer is in.
    /// </summary>
    SegmentOnly,

    /// <summary>The interval of the AUC lies above ½, and the kind is not replayed: association, which may not be prediction.</summary>
    AssociationOnly,

    /// <summary>The interval of the AUC lies above ½, and every score was known before the day of its decision.</summary>
    Predicts,
}
