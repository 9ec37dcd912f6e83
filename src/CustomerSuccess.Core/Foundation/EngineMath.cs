namespace CustomerSuccess;

/// <summary>
/// exp, log and the like made only of + − × ÷, so that they give the same bits in a row, in a batch and on every
/// processor. Argument reduction and minimax polynomials after Remez, in the manner of W. J. Cody and W. Waite,
/// "Software Manual for the Elementary Functions" (1980). Errors stay below 2 units in the last place.
/// </summary>
internal static class EngineMath
{
    /// <summary>The number of these rules. A change that moves any result raises it.</summary>
    public const int Semantics = 1;

    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double InverseLn2 = 1.44269504088896338700;

    /// <summary>e^x. 0 below −745, +∞ above 709.78.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        if (x > 709.782712893384)
        {
            return double.PositiveInfinity;
        }

        if (x < -745.2)
        {
            return 0;
        }

        var k = Math.Floor((x * InverseLn2) + 0.5);
        var high = x - (k * Ln2High);
        var low = k * Ln2Low;
        var r = high - low;
        var t = r * r;
        var c = r - (t * (1.66666666666666019037e-01 + (t * (-2.77777777770155933842e-03 + (t * (6.61375632143793436117e-05
            + (t * (-1.65339022054652515390e-06 + (t * 4.13813679705723846039e-08)))))))));
        var e = 1 - ((low - ((r * c) / (2 - c))) - high);
        return Scale(e, (int)k);
    }

    /// <summary>The natural logarithm. −∞ at 0, NaN below.</summary>
    public static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0)
        {
            return double.NaN;
        }

        if (x == 0)
        {
            return double.NegativeInfinity;
        }

        if (double.IsPositiveInfinity(x))
        {
            return x;
        }

        var k = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984d;
            k = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        k += (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (m > 1.41421356237309505)
        {
            m /= 2;
            k++;
        }

        var f = m - 1;
        var s = f / (2 + f);
        var z = s * s;
        var r = z * (6.666666666666735130e-01 + (z * (3.999999999940941908e-01 + (z * (2.857142874366239149e-01 + (z * (2.222219843214978396e-01
            + (z * (1.818357216161805012e-01 + (z * (1.531383769920937332e-01 + (z * 1.479819860511658591e-01))))))))))));
        var half = 0.5 * f * f;
        return (k * Ln2High) - ((half - ((s * (half + r)) + (k * Ln2Low))) - f);
    }

    /// <summary>0.5^x for x ≥ 0, exact where x is a whole number.</summary>
    public static double HalfToThe(double x)
    {
        var whole = Math.Floor(x);
        return whole > 1080 ? 0 : Scale(Exp((x - whole) * -(Ln2High + Ln2Low)), -(int)whole);
    }

    private static double Scale(double x, int power)
    {
        while (power < -1000)
        {
            x *= BitConverter.Int64BitsToDouble((1023L - 1000) << 52);
            power += 1000;
        }

        while (power > 1000)
        {
            x *= BitConverter.Int64BitsToDouble((1023L + 1000) << 52);
            power -= 1000;
        }

        return x * BitConverter.Int64BitsToDouble((1023L + power) << 52);
    }
}
