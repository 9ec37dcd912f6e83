namespace CustomerSuccess.Health;

/// <summary>What the evaluation of one row yields besides its values.</summary>
internal struct RowOutcome
{
    /// <summary>The computed score; NaN where there is none.</summary>
    public double Value;

    /// <summary>What the tree alone yields, before exceptions; NaN where it yields nothing.</summary>
    public double Tree;

    public double Coverage;
    public double Lower;
    public double Upper;
    public int Level;
    public int Band;
    public int Missing;
    public int Abstaining;

    /// <summary>The exception, in application order, whose unknown condition forbids a score; −1 where none does.</summary>
    public int AbstainingException;

    /// <summary>True where the band was set: hysteresis does not hold it back.</summary>
    public bool BandIsSet;
}
