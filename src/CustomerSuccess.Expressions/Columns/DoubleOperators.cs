using System.Runtime.Intrinsics;

namespace CustomerSuccess.Expressions;

/// <summary>A comparison of doubles, one by one and many at a time.</summary>
internal interface IDoubleComparison
{
    static abstract bool Of(double a, double b);

    static abstract Vector512<double> Of(Vector512<double> a, Vector512<double> b);

    static abstract Vector256<double> Of(Vector256<double> a, Vector256<double> b);
}

internal readonly struct IsLess : IDoubleComparison
{
    public static bool Of(double a, double b) => a < b;

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.GreaterThan(b, a);

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => Vector256.GreaterThan(b, a);
}

internal readonly struct IsLessOrEqual : IDoubleComparison
{
    public static bool Of(double a, double b) => a <= b;

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.GreaterThanOrEqual(b, a);

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => Vector256.GreaterThanOrEqual(b, a);
}

internal readonly struct IsEqual : IDoubleComparison
{
    public static bool Of(double a, double b) => a == b;

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.Equals(b, a);

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => Vector256.Equals(b, a);
}

internal readonly struct IsNotEqual : IDoubleComparison
{
    public static bool Of(double a, double b) => a != b;

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => ~Vector512.Equals(b, a);

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => ~Vector256.Equals(b, a);
}

/// <summary>Whether a number lies beyond another on either side, or is NaN.</summary>
internal readonly struct IsBeyond : IDoubleComparison
{
    public static bool Of(double a, double b) => !(Math.Abs(a) <= b);

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => ~Vector512.LessThanOrEqual(Vector512.Abs(a), b);

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => ~Vector256.LessThanOrEqual(Vector256.Abs(a), b);
}

/// <summary>An operator of doubles, one by one and many at a time.</summary>
internal interface IDoubleOperation
{
    static abstract double Of(double a, double b);

    static abstract Vector512<double> Of(Vector512<double> a, Vector512<double> b);

    static abstract Vector256<double> Of(Vector256<double> a, Vector256<double> b);
}

internal readonly struct Sum : IDoubleOperation
{
    public static double Of(double a, double b) => a + b;

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a + b;

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => a + b;
}

internal readonly struct Difference : IDoubleOperation
{
    public static double Of(double a, double b) => a - b;

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a - b;

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => a - b;
}

internal readonly struct Product : IDoubleOperation
{
    public static double Of(double a, double b) => a * b;

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a * b;

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => a * b;
}

internal readonly struct Quotient : IDoubleOperation
{
    public static double Of(double a, double b) => a / b;

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a / b;

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => a / b;
}

internal readonly struct IsGreater : IDoubleComparison
{
    public static bool Of(double a, double b) => a > b;

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.LessThan(b, a);

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => Vector256.LessThan(b, a);
}

internal readonly struct IsGreaterOrEqual : IDoubleComparison
{
    public static bool Of(double a, double b) => a >= b;

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.LessThanOrEqual(b, a);

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => Vector256.LessThanOrEqual(b, a);
}
