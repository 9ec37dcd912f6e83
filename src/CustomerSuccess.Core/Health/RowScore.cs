using System.Diagnostics.CodeAnalysis;

namespace CustomerSuccess.Health;

/// <summary>The score of one row of numbers, without an object on the heap.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "Scores are compared by their parts.")]
public readonly struct RowScore
{
    internal RowScore(in RowOutcome outcome)
    {
        Value = outcome.Value;
        LevelIndex = outcome.Level;
        BandIndex = outcome.Band;
        Coverage = outcome.Coverage;
        Lower = outcome.Lower;
        Upper = outcome.Upper;
    }

    /// <summary>The computed score, 0 to 100; NaN where there is none.</summary>
    public double Value { get; }

    /// <summary>The index of the pure band of the value; −1 without one.</summary>
    public int LevelIndex { get; }

    /// <summary>The index of the band with hysteresis; −1 without a value.</summary>
    public int BandIndex { get; }

    /// <summary>The share of weight that was observed, 0 to 1.</summary>
    public double Coverage { get; }

    /// <summary>The lowest the score could be once everything missing arrives.</summary>
    public double Lower { get; }

    /// <summary>The highest the score could be once everything missing arrives.</summary>
    public double Upper { get; }
}
