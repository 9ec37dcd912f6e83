namespace CustomerSuccess.Expressions;

/// <summary>What an expression may at most be and cost. Every property is checked where it is set. Immutable.</summary>
public sealed class CelLimits
{
    private readonly int _length = 100_000;
    private readonly int _nodes = 20_000;
    private readonly int _depth = 250;
    private readonly long _cost = 10_000_000;
    private readonly long _estimate = 10_000_000;

    /// <summary>The longest text, in UTF-16 units; 100,000 unless stated.</summary>
    public int MaximumLength { get => _length; init => _length = Positive(value, int.MaxValue); }

    /// <summary>The most parts of a tree; 20,000 unless stated.</summary>
    public int MaximumNodes { get => _nodes; init => _nodes = Positive(value, int.MaxValue); }

    /// <summary>The deepest nesting, 1 to 500; 250 unless stated.</summary>
    public int MaximumDepth { get => _depth; init => _depth = Positive(value, 500); }

    /// <summary>The most steps of one evaluation: elements that macros go through, times what each costs, and characters and elements that functions copy or search; 10,000,000 unless stated. Beyond, the evaluation is an error.</summary>
    public long MaximumCost { get => _cost; init => _cost = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A limit is above 0."); }

    /// <summary>The most steps that an expression may be estimated to take when it is checked; 10,000,000 unless stated. Beyond, it is a mistake.</summary>
    public long MaximumEstimate { get => _estimate; init => _estimate = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A limit is above 0."); }

    /// <summary>The limits unless stated.</summary>
    public static CelLimits Default { get; } = new();

    private static int Positive(int value, int most) =>
        value >= 1 && value <= most ? value : throw new ArgumentOutOfRangeException(nameof(value), value, FormattableString.Invariant($"The limit is 1 to {most}."));
}
