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

    /// <summary>The answer to a host, to whom nothing flows but cancellation.</summary>
    public virtual Tri Answer(T row)
    {
        try
        {
            return Test(row);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Tri.Failed;
        }
    }
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

/// <summary>A text of the host compared with a constant.</summary>
internal sealed class FastTextComparison<T>(Func<T, string?> read, string constant, bool isEqual) : FastTest<T>(isExact: true)
{
    public Func<T, string?> Lambda => read;

    public string Constant => constant;

    public bool IsEqual => isEqual;

    public override Tri Test(T row) =>
        read(row) is { } value ? (value == constant) == isEqual ? Tri.Yes : Tri.No : Tri.Other;
}

/// <summary>Whether a text of the host is one of several constants.</summary>
internal sealed class FastTextSet<T>(Func<T, string?> read, string[] constants, bool isOneOf) : FastTest<T>(isExact: true)
{
    public Func<T, string?> Lambda => read;

    public string[] Constants => constants;

    public bool IsOneOf => isOneOf;

    public override Tri Test(T row)
    {
        if (read(row) is not { } value)
        {
            return Tri.Other;
        }

        foreach (var constant in constants)
        {
            if (value == constant)
            {
                return isOneOf ? Tri.Yes : Tri.No;
            }
        }

        return isOneOf ? Tri.No : Tri.Yes;
    }
}

/// <summary>A text that a reader reads compared with a constant.</summary>
internal sealed class FastReaderTextComparison<T>(CelReader<T> reader, string constant, bool isEqual) : FastTest<T>(isExact: false)
{
    public override Tri Test(T row) =>
        reader.TryReadText(row, out var value) ? (value == constant) == isEqual ? Tri.Yes : Tri.No : Tri.Other;
}

/// <summary>Whether a number is known.</summary>
internal sealed class FastKnown<T>(FastNumber<T> asked) : FastTest<T>(asked.IsExact)
{
    public override Tri Test(T row) => asked.Try(row, out _) ? Tri.Yes : asked.IsExact ? Tri.No : Tri.Other;
}
