using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerSuccess.Health;

/// <summary>A measure over eight rows at a time: what it adds to the sums of a weighted mean. A missing one adds nothing.</summary>
internal readonly struct MeasureLanes<TCurve>(TCurve curve, Vector512<double> weights)
    where TCurve : struct, ICurveLanes
{
    private readonly TCurve _curve = curve;
    private readonly Vector512<double> _weights = weights;

    /// <summary>Weight × value and weight of the eight rows from r on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector512<double> Product, Vector512<double> Weight) At(ref double column, nuint r, Vector512<long> weightRow)
    {
        Lanes.Fetch(ref column, r);
        var raw = Vector512.LoadUnsafe(ref column, r);

        // A missing number weighs nothing; its value is some finite number, for curves end in a clamp.
        var weight = Vector512.ConditionalSelect(_curve.Accepts(raw), Lanes.LookUp(_weights, weightRow), Vector512<double>.Zero);
        return (weight * _curve.Evaluate(raw), weight);
    }
}

/// <summary>A block of a weighted mean: which rows, their weights' rows, and the sums.</summary>
internal readonly ref struct MeanBlock(ColumnRun run, int start, int rows, ReadOnlySpan<long> weightRow, Span<double> sum, Span<double> weight, Span<double> products)
{
    /// <summary>How many rows, a multiple of eight.</summary>
    public readonly int Rows = rows;
    public readonly ReadOnlySpan<long> WeightRow = weightRow;
    public readonly Span<double> Sum = sum;
    public readonly Span<double> Weight = weight;
    private readonly ColumnRun _run = run;
    private readonly int _start = start;

    /// <summary>Room for weight × value, a block per measure; or empty.</summary>
    private readonly Span<double> _products = products;

    public bool WritesLines => !_products.IsEmpty;

    public ref double Column(int measure) =>
        ref MemoryMarshal.GetReference(_run.Inputs[measure].Span.Slice(_start, Rows));

    public ref double Line(int measure) =>
        ref MemoryMarshal.GetReference(_products.IsEmpty ? _products : _products[(measure * ColumnRun.BlockRows)..]);
}
