using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerSuccess.Health;

/// <summary>A weighted mean over columns of values: adds children to the sums, then divides.</summary>
internal static class MeanStage
{
    /// <param name="line">Room for weight × value, or empty.</param>
    public static void Add(ReadOnlySpan<double> values, WeightTable weights, ReadOnlySpan<long> weightRow, Span<double> sum, Span<double> weight, Span<double> line)
    {
        for (var r = 0; r < values.Length; r++)
        {
            var counts = !double.IsNaN(values[r]);
            var w = weights.Rows[weightRow[r]];
            var product = counts ? w * values[r] : 0;
            sum[r] += product;
            weight[r] += counts ? w : 0;
            if (!line.IsEmpty)
            {
                line[r] = product;
            }
        }
    }

    public static void Divide(ReadOnlySpan<double> sum, ReadOnlySpan<double> weight, Span<double> mean)
    {
        var done = 0;
        if (Lanes.IsSupported)
        {
            done = sum.Length & ~(Lanes.Count - 1);
            ref var sums = ref MemoryMarshal.GetReference(sum);
            ref var totals = ref MemoryMarshal.GetReference(weight);
            ref var means = ref MemoryMarshal.GetReference(mean);
            var (zero, hundred, none) = (Vector512<double>.Zero, Vector512.Create(100d), Vector512.Create(double.NaN));
            for (nuint r = 0; r < (nuint)done; r += Lanes.Count)
            {
                var total = Vector512.LoadUnsafe(ref totals, r);
                var quotient = Lanes.Clamp(Vector512.LoadUnsafe(ref sums, r) / total, zero, hundred);
                Vector512.ConditionalSelect(Vector512.GreaterThan(total, zero), quotient, none).StoreUnsafe(ref means, r);
            }
        }

        for (var r = done; r < sum.Length; r++)
        {
            mean[r] = weight[r] > 0 ? ScalarMath.Clamp(sum[r] / weight[r], 0, 100) : double.NaN;
        }
    }

    /// <summary>From weight × value to points: divides by the weights; 0 where there is no score.</summary>
    public static void Points(ReadOnlySpan<double> product, ReadOnlySpan<double> weight, ReadOnlySpan<double> score, Span<double> line)
    {
        for (var r = 0; r < line.Length; r++)
        {
            line[r] = double.IsNaN(score[r]) ? 0 : product[r] / weight[r];
        }
    }
}
