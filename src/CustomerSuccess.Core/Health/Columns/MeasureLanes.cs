using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerSuccess.Health;

/// <summary>One measure's part in a fused weighted mean: its column, its weights and where its line goes.</summary>
internal readonly ref struct FusedColumn(in MeasureOp op, ReadOnlySpan<double> x, WeightTable weights, Span<double> line)
{
    public readonly ref readonly MeasureOp Op = ref op;
    public readonly ReadOnlySpan<double> X = x;
    public readonly WeightTable Weights = weights;

    /// <summary>Room for weight × value, or empty.</summary>
    public readonly Span<double> Line = line;
}

/// <summary>The sums of a weighted mean over a block, and the row of the weight tables of each row of the block.</summary>
internal readonly ref struct FusedSums(ReadOnlySpan<long> weightRow, Span<double> sum, Span<double> weight)
{
    public readonly ReadOnlySpan<long> WeightRow = weightRow;
    public readonly Span<double> Sum = sum;
    public readonly Span<double> Weight = weight;
}

/// <summary>A measure over eight rows at a time, adding to the sums of a weighted mean. A missing one adds nothing.</summary>
internal readonly ref struct MeasureLanes<TCurve>(in FusedColumn column, TCurve curve)
    where TCurve : struct, ICurveLanes
{
    private readonly TCurve _curve = curve;
    private readonly Vector512<double> _weights = column.Weights.Vector;
    private readonly ref double _x = ref MemoryMarshal.GetReference(column.X);
    private readonly ref double _line = ref MemoryMarshal.GetReference(column.Line);
    private readonly bool _writes = !column.Line.IsEmpty;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(nuint r, Vector512<long> weightRow, ref Vector512<double> sum, ref Vector512<double> total)
    {
        Lanes.Fetch(ref _x, r);
        var raw = Vector512.LoadUnsafe(ref _x, r);
        // A missing number weighs nothing; its value is some finite number, for curves end in a clamp.
        var weight = Vector512.ConditionalSelect(_curve.Accepts(raw), Lanes.LookUp(_weights, weightRow), Vector512<double>.Zero);
        var product = weight * _curve.Evaluate(raw);
        sum += product;
        total += weight;
        if (_writes)
        {
            product.StoreUnsafe(ref _line, r);
        }
    }
}
