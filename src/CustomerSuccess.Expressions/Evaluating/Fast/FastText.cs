namespace CustomerSuccess.Expressions;

/// <summary>Tests of texts that are joined.</summary>
internal static class FastText
{
    /// <summary>The same operands of and, or; where one text is the one or the other constant, or neither, it is read once.</summary>
    public static FastTest<T>[] Join<T>(bool isAnd, FastTest<T>[] operands)
    {
        var joined = new FastTest<T>[operands.Length];
        joined[0] = operands[0];
        var count = 1;
        foreach (var operand in operands.AsSpan(1))
        {
            if (Join(joined[count - 1], operand, isAnd) is { } one)
            {
                joined[count - 1] = one;
            }
            else
            {
                joined[count++] = operand;
            }
        }

        return count == operands.Length ? operands : joined[..count];
    }

    private static FastTextSet<T>? Join<T>(FastTest<T> left, FastTest<T> right, bool isAnd)
    {
        if (right is not FastTextComparison<T> added || added.IsEqual == isAnd)
        {
            return null;
        }

        return left switch
        {
            FastTextComparison<T> one when one.IsEqual == added.IsEqual && one.Lambda == added.Lambda => new(added.Lambda, [one.Constant, added.Constant], added.IsEqual),
            FastTextSet<T> several when several.IsOneOf == added.IsEqual && several.Lambda == added.Lambda => new(added.Lambda, [.. several.Constants, added.Constant], added.IsEqual),
            _ => null,
        };
    }
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
