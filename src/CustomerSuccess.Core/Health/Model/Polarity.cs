namespace CustomerSuccess.Health;

/// <summary>Whether more of a measure is better or worse. A curve is checked against it.</summary>
public enum Polarity
{
    /// <summary>The curve never falls.</summary>
    MoreIsBetter,

    /// <summary>The curve never rises.</summary>
    LessIsBetter,

    /// <summary>Neither: a target range, or categories.</summary>
    Neither,
}
