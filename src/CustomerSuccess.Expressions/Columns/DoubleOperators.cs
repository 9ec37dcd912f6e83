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

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.LessThan(a, b);

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => Vector256.LessThan(a, b);
}

internal readonly struct IsLessOrEqual : IDoubleComparison
{
    public static bool Of(double a, double b) => a <= b;

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.LessThanOrEqual(a, b);

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => Vector256.LessThanOrEqual(a, b);
}

internal readonly struct IsEqual : IDoubleComparison
{
    public static bool Of(double a, double b) => a == b;

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.Equals(a, b);

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => Vector256.Equals(a, b);
}

internal readonly struct IsNotEqual : IDoubleComparison
{
    public static bool Of(double a, double b) => a != b;

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => ~Vector512.Equals(a, b);

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => ~Vector256.Equals(a, b);
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

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.GreaterThan(a, b);

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => Vector256.GreaterThan(a, b);
}

internal readonly struct IsGreaterOrEqual : IDoubleComparison
{
    public static bool Of(double a, double b) => a >= b;

    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.GreaterThanOrEqual(a, b);

    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b) => Vector256.GreaterThanOrEqual(a, b);
}
