namespace CustomerSuccess.Expressions;

/// <summary>A number of a row, without values and without allocating; false where it is not one that is known. Immutable.</summary>
/// <param name="isExact">Whether false always means that it is not known, so that no node needs to be asked.</param>
internal abstract class FastNumber<T>(bool isExact)
{
    public bool IsExact => isExact;

    public abstract bool Try(T row, out double value);
}

internal sealed class FastConstant<T>(double constant) : FastNumber<T>(isExact: true)
{
    public double Value => constant;

    public override bool Try(T row, out double value)
    {
        value = constant;
        return true;
    }
}

internal sealed class FastRead<T>(CelReader<T> reader) : FastNumber<T>(reader is DoubleReader<T>)
{
    public CelReader<T> Reader => reader;

    public override bool Try(T row, out double value) => reader.TryReadDouble(row, out value);
}

internal sealed class FastOperation<T, TOperation>(FastNumber<T> left, FastNumber<T> right) : FastNumber<T>(left.IsExact && right.IsExact)
    where TOperation : struct, IDoubleOperation
{
    public override bool Try(T row, out double value)
    {
        if (left.Try(row, out var a) && right.Try(row, out var b))
        {
            value = TOperation.Of(a, b);
            return true;
        }

        value = 0;
        return false;
    }
}

internal sealed class FastChoice<T>(FastTest<T> condition, FastNumber<T> yes, FastNumber<T> no) : FastNumber<T>(condition.IsExact && yes.IsExact && no.IsExact)
{
    public override bool Try(T row, out double value)
    {
        value = 0;
        return condition.Test(row) switch
        {
            Tri.Yes => yes.Try(row, out value),
            Tri.No => no.Try(row, out value),
            _ => false,
        };
    }
}
