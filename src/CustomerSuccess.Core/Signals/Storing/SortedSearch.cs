using System.Numerics;

namespace CustomerSuccess.Signals;

/// <summary>Finds places in rising numbers. What is asked for is mostly near the end, so it is looked for from there.</summary>
internal static class SortedSearch
{
    /// <summary>So many are counted faster, without a branch, than they are halved.</summary>
    private const int Counted = 16;

    /// <summary>The place of the first number above another.</summary>
    public static int FirstAbove<T>(ReadOnlySpan<T> rising, T number)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        var (low, high) = (0, rising.Length);
        for (var step = Counted; step < high; step *= 2)
        {
            if (rising[high - step] <= number)
            {
                low = high - step;
                break;
            }

            high -= step;
        }

        while (high - low > Counted)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (rising[middle] <= number)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        foreach (var one in rising[low..high])
        {
            low += one <= number ? 1 : 0;
        }

        return low;
    }
}
