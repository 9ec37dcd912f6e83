namespace CustomerSuccess.Expressions;

/// <summary>What a function may cost. Not safe to use from several threads, and not to be kept.</summary>
public abstract class CelCallContext
{
    private long _left;

    private protected CelCallContext()
    {
    }

    /// <summary>Pays for work: about one step for each element or each ten characters that are gone through.</summary>
    /// <returns>False where the evaluation has used up what it may: then the function gives up and returns <see cref="TooCostly"/>.</returns>
    public bool Pay(long steps)
    {
        _left -= Math.Max(0, steps);
        return _left >= 0;
    }

    /// <summary>The error of an evaluation that costs more than it may.</summary>
    public static CelValue TooCostly { get; } = CelValue.Of(new CelError(CelErrorKind.TooCostly, "the evaluation costs more than it may"));

    /// <summary>What may still be used.</summary>
    internal long Left { get => _left; set => _left = value; }
}
