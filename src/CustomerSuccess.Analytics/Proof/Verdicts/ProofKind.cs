namespace CustomerSuccess.Proof;

/// <summary>What a comparison of scores and outcomes can show. Only a replay can prove anything.</summary>
public enum ProofKind
{
    /// <summary>Nothing was compared: no outcome has a score.</summary>
    None,

    /// <summary>Some scores have no date, so they may have been known only after the decision: association, not prediction.</summary>
    Concurrent,

    /// <summary>Every score is dated before the day of its decision.</summary>
    Replayed,
}
