namespace CustomerSuccess.Expressions;

/// <summary>What a condition comes to on the fast path.</summary>
internal enum Tri : byte
{
    No,
    Yes,

    /// <summary>Unknown, an error, or no condition: <see cref="Node.Evaluate"/> says which.</summary>
    Other,
}

/// <summary>A condition over numbers and texts of a row, without values and without allocating. Immutable.</summary>
/// <param name="isExact">Whether <see cref="Tri.Other"/> always means that it is not known, so that no node needs to be asked.</param>
internal abstract class FastTest<T>(bool isExact)
{
    public bool IsExact => isExact;

    public abstract Tri Test(T row);
}

/// <summary>And: no wins.</summary>
internal sealed class FastAnd<T>(FastTest<T>[] operands) : FastTest<T>(Array.TrueForAll(operands, o => o.IsExact))
{
    public override Tri Test(T row)
    {
        var result = Tri.Yes;
        foreach (var operand in operands)
        {
            var answer = operand.Test(row);
            if (answer == Tri.No)
            {
                return Tri.No;
            }

            result = answer == Tri.Other ? Tri.Other : result;
        }

        return result;
    }
}

/// <summary>Or: yes wins.</summary>
internal sealed class FastOr<T>(FastTest<T>[] operands) : FastTest<T>(Array.TrueForAll(operands, o => o.IsExact))
{
    public override Tri Test(T row)
    {
        var result = Tri.No;
        foreach (var operand in operands)
        {
            var answer = operand.Test(row);
            if (answer == Tri.Yes)
            {
                return Tri.Yes;
            }

            result = answer == Tri.Other ? Tri.Other : result;
        }

        return result;
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

/// <summary>A number of the host compared with a constant.</summary>
internal sealed class FastLambdaComparison<T, TComparison>(Func<T, double> read, double constant) : FastTest<T>(isExact: true)
    where TComparison : struct, IDoubleComparison
{
    public override Tri Test(T row)
    {
        var value = read(row);
        return TComparison.Of(value, constant) ? Tri.Yes : double.IsNaN(value) ? Tri.Other : Tri.No;
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
    public override Tri Test(T row) =>
        read(row) is { } value ? string.Equals(value, constant) == isEqual ? Tri.Yes : Tri.No : Tri.Other;
}

/// <summary>A text that a reader reads compared with a constant.</summary>
internal sealed class FastReaderTextComparison<T>(CelReader<T> reader, string constant, bool isEqual) : FastTest<T>(isExact: false)
{
    public override Tri Test(T row) =>
        reader.TryReadText(row, out var value) ? string.Equals(value, constant) == isEqual ? Tri.Yes : Tri.No : Tri.Other;
}

/// <summary>Whether a number is known.</summary>
internal sealed class FastKnown<T>(FastNumber<T> asked) : FastTest<T>(asked.IsExact)
{
    public override Tri Test(T row) => asked.Try(row, out _) ? Tri.Yes : asked.IsExact ? Tri.No : Tri.Other;
}
