namespace CustomerSuccess.Benchmarks.Quick;

/// <summary>A contestant that computes something else would win unfairly: it stops the run.</summary>
internal static class Agreement
{
    public const double Tolerance = 1e-9;

    public static void OfNumbers(string who, ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            if (!(double.IsNaN(expected[i]) ? double.IsNaN(actual[i]) : Math.Abs(expected[i] - actual[i]) <= Tolerance))
            {
                throw new InvalidOperationException($"{who} computes {actual[i]:R} at {i}, not {expected[i]:R}.");
            }
        }
    }

    public static void OfBits<T>(string who, ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : unmanaged, IEquatable<T>
    {
        for (var i = 0; i < expected.Length; i++)
        {
            // Equals, not ==: two NaN agree.
            if (!expected[i].Equals(actual[i]))
            {
                throw new InvalidOperationException($"{who} computes {actual[i]} at {i}, not {expected[i]}.");
            }
        }
    }
}
