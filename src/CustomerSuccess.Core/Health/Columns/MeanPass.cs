using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerSuccess.Health;

/// <summary>
/// One or two neighbouring measures of a weighted mean, from their columns straight into its sums, eight rows at a time. Made
/// once per scorer, for the curve's type and tables are then known to the loop.
/// </summary>
internal abstract class MeanPass(int measure, int count)
{
    /// <summary>The first measure.</summary>
    public int Measure { get; } = measure;

    /// <summary>How many measures there are: one, or it and the next.</summary>
    public int Count { get; } = count;

    /// <summary>Adds the measures to the sums of the block, one after the other.</summary>
    public abstract void Run(in MeanBlock block);

    /// <summary>The passes over a weighted mean's measures in their order; null stands for a measure that is no column of numbers alone.</summary>
    public static (int Measure, MeanPass? Pass)[] Over(ScorecardProgram program, WeightTable[] weights)
    {
        var passes = new List<(int, MeanPass?)>();
        for (var i = 0; i < program.Measures.Length; i++)
        {
            if (!Fits(i))
            {
                passes.Add((i, null));
                continue;
            }

            var visitor = new LeftVisitor(program, weights, i, isPair: Fits(i + 1));
            CurveLanes.Accept(program.Measures[i], ref visitor);
            passes.Add((i, visitor.Made));
            i += visitor.Made!.Count - 1;
        }

        return [.. passes];

        bool Fits(int i) => Lanes.IsSupported && i < program.Measures.Length && weights[i].FitsVector
            && !program.Measures[i].ReadsMore && !program.Measures[i].Curve.IsLogistic && double.IsNaN(program.Measures[i].Missing);
    }

    private struct LeftVisitor(ScorecardProgram program, WeightTable[] weights, int measure, bool isPair) : CurveLanes.IVisitor
    {
        public MeanPass? Made;

        public void Visit<TCurve>(TCurve curve)
            where TCurve : struct, ICurveLanes
        {
            var lanes = new MeasureLanes<TCurve>(curve, weights[measure].Vector);
            if (!isPair)
            {
                Made = new MeanPass<TCurve>(measure, lanes);
                return;
            }

            var visitor = new RightVisitor<TCurve>(lanes, weights[measure + 1], measure);
            CurveLanes.Accept(program.Measures[measure + 1], ref visitor);
            Made = visitor.Made;
        }
    }

    private struct RightVisitor<TLeft>(MeasureLanes<TLeft> left, WeightTable weights, int measure) : CurveLanes.IVisitor
        where TLeft : struct, ICurveLanes
    {
        public MeanPass? Made;

        public void Visit<TCurve>(TCurve curve)
            where TCurve : struct, ICurveLanes =>
            Made = new MeanPass<TLeft, TCurve>(measure, left, new MeasureLanes<TCurve>(curve, weights.Vector));
    }
}

/// <summary>One measure.</summary>
internal sealed class MeanPass<TCurve>(int measure, MeasureLanes<TCurve> lanes) : MeanPass(measure, 1)
    where TCurve : struct, ICurveLanes
{
    public override void Run(in MeanBlock block)
    {
        ref var x = ref block.Column(Measure);
        ref var line = ref block.Line(Measure);
        ref var rows = ref MemoryMarshal.GetReference(block.WeightRow);
        ref var sums = ref MemoryMarshal.GetReference(block.Sum);
        ref var weights = ref MemoryMarshal.GetReference(block.Weight);
        var (starts, writes, count) = (Measure == 0, block.WritesLines, (nuint)block.Rows);
        var own = lanes;
        for (nuint r = 0; r < count; r += Lanes.Count)
        {
            var (product, weight) = own.At(ref x, r, Vector512.LoadUnsafe(ref rows, r));
            if (writes)
            {
                product.StoreUnsafe(ref line, r);
            }

            var (sum, total) = starts
                ? (Vector512<double>.Zero, Vector512<double>.Zero)
                : (Vector512.LoadUnsafe(ref sums, r), Vector512.LoadUnsafe(ref weights, r));
            (sum + product).StoreUnsafe(ref sums, r);
            (total + weight).StoreUnsafe(ref weights, r);
        }
    }
}

/// <summary>Two measures, added one after the other.</summary>
internal sealed class MeanPass<TLeft, TRight>(int measure, MeasureLanes<TLeft> left, MeasureLanes<TRight> right) : MeanPass(measure, 2)
    where TLeft : struct, ICurveLanes
    where TRight : struct, ICurveLanes
{
    public override void Run(in MeanBlock block)
    {
        ref var x1 = ref block.Column(Measure);
        ref var x2 = ref block.Column(Measure + 1);
        ref var line1 = ref block.Line(Measure);
        ref var line2 = ref block.Line(Measure + 1);
        ref var rows = ref MemoryMarshal.GetReference(block.WeightRow);
        ref var sums = ref MemoryMarshal.GetReference(block.Sum);
        ref var weights = ref MemoryMarshal.GetReference(block.Weight);
        var (starts, writes, count) = (Measure == 0, block.WritesLines, (nuint)block.Rows);

        // Taken last: what lives across no call stays in registers.
        var (first, second) = (left, right);
        for (nuint r = 0; r < count; r += Lanes.Count)
        {
            var row = Vector512.LoadUnsafe(ref rows, r);
            var (product1, weight1) = first.At(ref x1, r, row);
            var (product2, weight2) = second.At(ref x2, r, row);
            if (writes)
            {
                product1.StoreUnsafe(ref line1, r);
                product2.StoreUnsafe(ref line2, r);
            }

            var (sum, total) = starts
                ? (Vector512<double>.Zero, Vector512<double>.Zero)
                : (Vector512.LoadUnsafe(ref sums, r), Vector512.LoadUnsafe(ref weights, r));
            (sum + product1 + product2).StoreUnsafe(ref sums, r);
            (total + weight1 + weight2).StoreUnsafe(ref weights, r);
        }
    }
}
