namespace CustomerSuccess.Expressions;

/// <summary>What there is to say of a host's function beside its signature. Immutable.</summary>
public sealed class CelFunctionOptions
{
    /// <summary>Whether it is called on its first parameter: <c>x.f(y)</c>.</summary>
    public bool IsReceiver { get; init; }

    /// <summary>Whether the same arguments always give the same result; true unless stated. What is not pure is computed anew each time, and when it changes cannot be foreseen.</summary>
    public bool IsPure { get; init; } = true;

    /// <summary>Whether a larger argument never gives a smaller result, of a function with one parameter: then it can be foreseen when something crosses a threshold that grows with time.</summary>
    public bool KeepsOrder { get; init; }

    /// <summary>The variable that is the first argument where a call leaves it out: <c>monthsSince(x, zone)</c> is then <c>monthsSince(now, x, zone)</c>. Null for none; of a function that is called on something it has no meaning.</summary>
    public string? Implies { get; init; }

    /// <summary>The version of what it does; raise it when that changes. Without one, what depends on it is not reproducible.</summary>
    public string? Version { get; init; }

    /// <summary>What it does, for a person; null for nothing.</summary>
    public string? Description { get; init; }

    internal static CelFunctionOptions Usual { get; } = new();
}
