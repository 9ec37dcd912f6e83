namespace CustomerSuccess.Expressions;

/// <summary>What a condition comes to on the fast path.</summary>
internal enum Tri : byte
{
    No,
    Yes,

    /// <summary>Unknown, an error, or no condition: <see cref="Node.Evaluate"/> says which.</summary>
    Other,

    /// <summary>A lambda threw, which makes what it reads unknown: <see cref="Node.Evaluate"/> knows how.</summary>
    Failed,
}

/// <summary>A condition over numbers and texts of a row, without values and without allocating. Immutable.</summary>
/// <param name="isExact">Whether <see cref="Tri.Other"/> always means that it is not known, so that no node needs to be asked.</param>
internal abstract class FastTest<T>(bool isExact)
{
    public bool IsExact => isExact;

    /// <summary>The answer; what a lambda throws flows.</summary>
    public abstract Tri Test(T row);
}

/// <summary>Not.</summary>
internal sealed class FastNot<T>(FastTest<T> inner) : FastTest<T>(inner.IsExact)
{
    public override Tri Test(T row) => inner.Test(row) switch
    {
        Tri.Yes => Tri.No,
        Tri.No => Tri.Yes,
        _ => Tri.Other,
    };
}

/// <summary>Whether a number of the host is within bounds, both included.</summary>
internal sealed class FastRange<T>(Func<T, double> read, double low, double high) : FastTest<T>(isExact: true)
{
    public Func<T, double> Lambda => read;

    public double Low => low;

    public double High => high;

    public override Tri Test(T row)
    {
        var value = read(row);
        return value >= low && value <= high ? Tri.Yes : double.IsNaN(value) ? Tri.Other : Tri.No;
    }
}

/// <summary>Two numbers compared.</summary>
internal sealed class FastComparison<T, TComparison>(FastNumber<T> left, FastNumber<T> right) : FastTest<T>(left.IsExact && right.IsExact)
    where TComparison : struct, IDoubleComparison
{
    public override Tri Test(T row) =>
        left.Try(row, out var a) && right.Try(row, out var b) ? TComparison.Of(a, b) ? Tri.Yes : Tri.No : Tri.Other;
}

/// <summary>Whether a number is known.</summary>
internal sealed class FastKnown<T>(FastNumber<T> asked) : FastTest<T>(asked.IsExact)
{
    public override Tri Test(T row) => asked.Try(row, out _) ? Tri.Yes : asked.IsExact ? Tri.No : Tri.Other;
}
