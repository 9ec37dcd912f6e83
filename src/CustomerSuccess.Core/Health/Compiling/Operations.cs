namespace CustomerSuccess.Health;

/// <summary>A measure, flat: which numbers it accepts, its curve, and what stands in for it.</summary>
internal struct MeasureOp
{
    public CompiledCurve Curve;

    /// <summary>A number within these is accepted; NaN and infinities never are. The valid range with the tolerance.</summary>
    public double AcceptLow;
    public double AcceptHigh;

    /// <summary>An accepted number is clamped into these before the curve.</summary>
    public double ClampLow;
    public double ClampHigh;

    /// <summary>What stands in where it is missing: NaN for redistribution and abstention.</summary>
    public double Missing;

    /// <summary>What its curve can reach over the valid range.</summary>
    public double ReachLow;
    public double ReachHigh;

    public double ExpiresAfterDays;
    public double HalfLifeDays;
    public double DecayNeutral;
    public double CarryDays;

    /// <summary>Input slots; −1 where there is none.</summary>
    public int AgeSlot;
    public int LastSlot;
    public int LastAgeSlot;

    public MissingDataKind Policy;

    /// <summary>What it reads beside its own number and ages; null for most measures.</summary>
    public WideOp? Wide;

    /// <summary>True where more than the value's own column is needed, so that a batch asks row by row.</summary>
    public readonly bool ReadsMore => AgeSlot >= 0 || LastSlot >= 0 || Wide is not null;

    /// <summary>Whether it reads an input beside its own.</summary>
    public readonly bool Reads(int slot) => slot == AgeSlot || slot == LastSlot || slot == LastAgeSlot || slot == Wide?.BySlot || slot == Wide?.LastBySlot || slot == Wide?.UsageSlot;
}

/// <summary>What a measure reads beside its own number and ages. Input slots; −1 where there is none.</summary>
internal sealed class WideOp
{
    /// <summary>The table, where points come of two numbers.</summary>
    public TableOp? Table { get; init; }

    /// <summary>The cohort's series, where points are percentile ranks.</summary>
    public PercentileOp? Percentile { get; init; }

    public int BySlot { get; init; } = -1;

    public int LastBySlot { get; init; } = -1;

    /// <summary>The verdict on usage: 0 yes, 1 to be investigated, 2 no, NaN none.</summary>
    public int UsageSlot { get; init; } = -1;

    public double WhenNot { get; init; }

    public double WhileInvestigated { get; init; }
}

/// <summary>A group, flat. Children stand in the program's child table.</summary>
internal struct GroupOp
{
    public Aggregation Kind;
    public int FirstChild;
    public int ChildCount;

    /// <summary>A child is red unless it is at or above this.</summary>
    public double RedThreshold;
    public double RedCap;

    public double Start;
    public double Minimum;
    public double Maximum;

    /// <summary>The points that are 0 of the group's value.</summary>
    public double Base;

    /// <summary>What one point is of the group's value: 100 ÷ (maximum − minimum), or 1 where points are on the scale of values.</summary>
    public double Scale;
}

/// <summary>An exception, flat: under a condition the value is clamped into a range.</summary>
internal struct ExceptionOp
{
    public double Low;
    public double High;
    public bool SetsBand;
    public WhenUnknown WhenUnknown;
    public ConditionOp[] Condition;
}

/// <summary>One step of a condition in postfix order.</summary>
internal struct ConditionOp
{
    public ConditionKind Kind;

    /// <summary>The measure, or the input slot of a flag.</summary>
    public int Index;

    public double Threshold;
}

internal enum ConditionKind
{
    AtLeast,
    Known,
    Flag,
    Not,
    And,
    Or,
}
