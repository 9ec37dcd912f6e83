namespace CustomerSuccess.Health;

/// <summary>A condition over a scorecard's measures, or over a flag of the row. True, false, or not known. Immutable.</summary>
public abstract class ScoreCondition
{
    private protected ScoreCondition()
    {
    }

    /// <summary>Both hold.</summary>
    public static ScoreCondition operator &(ScoreCondition left, ScoreCondition right) => new CombinedCondition(true, left, right);

    /// <summary>At least one holds.</summary>
    public static ScoreCondition operator |(ScoreCondition left, ScoreCondition right) => new CombinedCondition(false, left, right);

    /// <summary>It does not hold.</summary>
    public static ScoreCondition operator !(ScoreCondition condition) => new NegatedCondition(condition);

    /// <summary>Both hold.</summary>
    public ScoreCondition And(ScoreCondition other) => this & other;

    /// <summary>At least one holds.</summary>
    public ScoreCondition Or(ScoreCondition other) => this | other;

    /// <summary>It does not hold.</summary>
    public ScoreCondition Not() => !this;
}

/// <summary>A measure is at least a number, or more than it.</summary>
internal sealed class ThresholdCondition(string measure, double number, bool orEqual) : ScoreCondition
{
    public string Measure { get; } = measure;

    public double Number { get; } = number;

    public bool OrEqual { get; } = orEqual;
}

/// <summary>A measure is in a category.</summary>
internal sealed class CategoryCondition(string measure, string category) : ScoreCondition
{
    public string Measure { get; } = measure;

    public string Category { get; } = category;
}

/// <summary>A measure is known. Never itself unknown.</summary>
internal sealed class KnownCondition(string measure) : ScoreCondition
{
    public string Measure { get; } = measure;
}

/// <summary>A flag of the row: a column, or a delegate of the host.</summary>
internal sealed class FlagCondition(string name, string? readerVersion) : ScoreCondition
{
    /// <summary>The canonical text where it is an expression; null otherwise.</summary>
    public string? Expression { get; init; }

    /// <summary>The name of the host's reader where it is another than the flag's; otherwise null.</summary>
    public string? ReaderName { get; init; }

    public string Name { get; } = name;

    public string? ReaderVersion { get; } = readerVersion;
}

/// <summary>And, or.</summary>
internal sealed class CombinedCondition(bool and, ScoreCondition left, ScoreCondition right) : ScoreCondition
{
    public bool IsAnd { get; } = and;

    public ScoreCondition Left { get; } = left;

    public ScoreCondition Right { get; } = right;
}

/// <summary>Not.</summary>
internal sealed class NegatedCondition(ScoreCondition inner) : ScoreCondition
{
    public ScoreCondition Inner { get; } = inner;
}
