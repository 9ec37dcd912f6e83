namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// How far and where to a customer's success moved over a window: 100·(V(t) − V(t − 90 d)) in points, with V = Σ v·p the value
/// that its plan had delivered. Both values are under the plan in force at t (of a customer that was lost, the plan last in
/// force). What is not known gives bounds, from lower(t) − upper(t − 90 d) to upper(t) − lower(t − 90 d). Immutable.
/// </summary>
public sealed class SuccessVector
{
    /// <summary>The vector between two values.</summary>
    /// <param name="before">The value at t − window.</param>
    /// <param name="now">The value at t.</param>
    /// <param name="options">Window and cut; those of the definition where null.</param>
    public SuccessVector(ValueRange before, ValueRange now, SuccessVectorOptions? options = null)
    {
        (Before, Now, Options) = (before, now, options ?? new());
        Lower = 100 * (now.Lower - before.Upper);
        Upper = 100 * (now.Upper - before.Lower);
        Direction = SuccessMovement.Direction(Lower, Upper, Options.Cut);
    }

    /// <summary>The vector between two values that are known, each 0 to 1.</summary>
    /// <exception cref="ArgumentException">A value is NaN or not within 0 and 1.</exception>
    /// <inheritdoc cref="SuccessVector(ValueRange, ValueRange, SuccessVectorOptions)" />
    public SuccessVector(double before, double now, SuccessVectorOptions? options = null)
        : this(ValueRange.Of(before), ValueRange.Of(now), options)
    {
    }

    /// <summary>The value at t − <see cref="Window"/>.</summary>
    public ValueRange Before { get; }

    /// <summary>The value at t.</summary>
    public ValueRange Now { get; }

    /// <summary>Window and cut.</summary>
    public SuccessVectorOptions Options { get; }

    /// <summary>Over which time it is.</summary>
    public TimeSpan Window => Options.Window;

    /// <summary>The movement in points, −100 to 100; null where a value is not known.</summary>
    public double? Magnitude => Before.IsKnown && Now.IsKnown ? Lower : null;

    /// <summary>The smallest that the movement can be, in points, −100 to 100.</summary>
    public double Lower { get; }

    /// <summary>The largest that the movement can be, in points, −100 to 100.</summary>
    public double Upper { get; }

    /// <summary>Forward above +2, backward below −2, otherwise stalled; cannot tell where the bounds lie on both sides of a cut.</summary>
    public SuccessDirection Direction { get; }

    /// <summary>The vector in a line for a person: <c>forward: +40 points in 90 days, from 20 to 60 of 100</c>.</summary>
    public string Explain() => $"{this}, from {Before} to {Now} of 100";

    /// <summary><c>forward: +40 points in 90 days</c>; <c>cannot tell: between -5 and +12 points in 90 days</c>.</summary>
    public override string ToString() =>
        $"{SuccessMovement.Word(Direction)}: {SuccessMovement.Text(Lower, Upper, Magnitude is not null, Options.Cut)} in {SuccessMovement.Days(Window)}";
}
