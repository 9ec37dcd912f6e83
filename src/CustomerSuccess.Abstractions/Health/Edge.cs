namespace CustomerSuccess.Health;

/// <summary>
/// The one place where the tolerance of comparisons is decided. A comparison with an edge carries 1e-9 in favour of
/// equality, built into the edge: <c>value ≥ e</c> is asked as <c>value ≥ e − 1e-9</c> and <c>value &gt; e</c> as
/// <c>value &gt; e + 1e-9</c>. Both are given here as the smallest double that satisfies them.
/// </summary>
public static class Edge
{
    /// <summary>The tolerance of every comparison with an edge.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>How far "just below" or "just above" an edge lies from it.</summary>
    public const double Nudge = 1e-6;

    /// <summary>The number t for which <c>x ≥ t</c> means "x is at least <paramref name="edge"/>".</summary>
    public static double AtLeast(double edge) => edge - Tolerance;

    /// <summary>The number t for which <c>x ≥ t</c> means "x is more than <paramref name="edge"/>".</summary>
    public static double MoreThan(double edge) => double.IsInfinity(edge) ? edge : double.BitIncrement(edge + Tolerance);

    /// <summary>The number t for which <c>x ≥ t</c> means "x is beyond <paramref name="edge"/>" in the stated convention.</summary>
    public static double Beyond(double edge, EdgeConvention convention) =>
        convention == EdgeConvention.LowerIncluded ? AtLeast(edge) : MoreThan(edge);
}
