using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CustomerSuccess;

/// <summary>
/// Minimum and maximum in one instruction where the processor has it. As <see cref="Math"/>'s where neither is NaN and no
/// two zeros differ in sign; the second where the first is NaN.
/// </summary>
internal static class ScalarMath
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double AtLeast(double x, double low) => Sse2.IsSupported
        ? Sse2.MaxScalar(Vector128.CreateScalarUnsafe(x), Vector128.CreateScalarUnsafe(low)).ToScalar()
        : x > low ? x : low;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double AtMost(double x, double high) => Sse2.IsSupported
        ? Sse2.MinScalar(Vector128.CreateScalarUnsafe(x), Vector128.CreateScalarUnsafe(high)).ToScalar()
        : x < high ? x : high;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Clamp(double x, double low, double high) => AtMost(AtLeast(x, low), high);
}
