namespace CustomerSuccess.Testing;

/// <summary>What every health strategy promises. <see cref="StrategyLaws"/> says each exactly.</summary>
public enum StrategyLaw
{
    /// <summary>It gives a result: it does not throw, return null, or fail.</summary>
    Answers,

    /// <summary>The same context gives the same result: again, in another order, and on several threads.</summary>
    Pure,

    /// <summary>Values and bounds lie from 0 to 100, and bounds hold the value.</summary>
    Bounded,

    /// <summary>What is not known is not scored as if it were.</summary>
    UnknownHonest,

    /// <summary>More of a fact never moves the score against the direction declared.</summary>
    Monotone,
}
