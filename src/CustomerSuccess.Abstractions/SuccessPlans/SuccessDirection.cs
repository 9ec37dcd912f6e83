namespace CustomerSuccess.SuccessPlans;

/// <summary>Where a success vector points. The names are stable: they appear in JSON and in metric tags.</summary>
public enum SuccessDirection
{
    /// <summary>What is not known decides: the bounds lie on both sides of a cut, or there is no figure.</summary>
    CannotTell,

    /// <summary>The delivered value rose by more than the cut.</summary>
    Forward,

    /// <summary>It moved by no more than the cut.</summary>
    Stalled,

    /// <summary>It fell by more than the cut.</summary>
    Backward,
}
