using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerSuccess.Expressions;

/// <summary>One number of every row of a block, one by one and many at a time. Nobody checks places.</summary>
internal interface IBlockOperand
{
    double At(nint row);

    Vector256<double> FourAt(nint row);

    Vector512<double> EightAt(nint row);
}

/// <summary>Numbers that stand in memory.</summary>
internal readonly ref struct Stored(ReadOnlySpan<double> numbers) : IBlockOperand
{
    private readonly ref double _first = ref MemoryMarshal.GetReference(numbers);

    public double At(nint row) => Unsafe.Add(ref _first, row);

    public Vector256<double> FourAt(nint row) => Vector256.LoadUnsafe(ref _first, (nuint)row);

    public Vector512<double> EightAt(nint row) => Vector512.LoadUnsafe(ref _first, (nuint)row);
}

/// <summary>The same number for every row.</summary>
internal readonly struct Same(double number) : IBlockOperand
{
    public double At(nint row) => number;

    public Vector256<double> FourAt(nint row) => Vector256.Create(number);

    public Vector512<double> EightAt(nint row) => Vector512.Create(number);
}

/// <summary>What an operator makes of two, without storing it.</summary>
internal readonly ref struct Computed<TOperation, TLeft, TRight>(TLeft left, TRight right) : IBlockOperand
    where TOperation : struct, IDoubleOperation
    where TLeft : struct, IBlockOperand, allows ref struct
    where TRight : struct, IBlockOperand, allows ref struct
{
    private readonly TLeft _left = left;
    private readonly TRight _right = right;

    public double At(nint row) => TOperation.Of(_left.At(row), _right.At(row));

    public Vector256<double> FourAt(nint row) => TOperation.Of(_left.FourAt(row), _right.FourAt(row));

    public Vector512<double> EightAt(nint row) => TOperation.Of(_left.EightAt(row), _right.EightAt(row));
}
