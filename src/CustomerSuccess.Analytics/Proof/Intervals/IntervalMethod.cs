namespace CustomerSuccess.Proof;

/// <summary>How an interval was computed.</summary>
public enum IntervalMethod
{
    /// <summary>The score interval of Wilson (1927).</summary>
    Wilson,

    /// <summary>Bayesian, with the prior of Jeffreys (Brown, Cai and DasGupta 2001).</summary>
    Jeffreys,

    /// <summary>Exact: Clopper and Pearson (1934).</summary>
    ClopperPearson,

    /// <summary>Normal, with the variance of DeLong, DeLong and Clarke-Pearson (1988).</summary>
    DeLong,
}
