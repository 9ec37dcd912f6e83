using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerSuccess.Health;

/// <summary>From measures' columns straight into a weighted mean's sums, eight rows and up to two measures at a time.</summary>
internal static class FusedMeanStage
{
    public static bool Fits(in MeasureOp op, WeightTable weights) =>
        Lanes.IsSupported && weights.FitsVector && !op.IsTimed && !op.Curve.IsLogistic && double.IsNaN(op.Missing);

    public static void One(in FusedColumn column, in FusedSums sums)
    {
        var first = new First(column, sums);
        CurveLanes.Accept(column.Op, ref first);
    }

    public static void Two(in FusedColumn left, in FusedColumn right, in FusedSums sums)
    {
        var first = new FirstOfTwo(left, right, sums);
        CurveLanes.Accept(left.Op, ref first);
    }

    private readonly ref struct First(in FusedColumn column, in FusedSums sums) : CurveLanes.IVisitor
    {
        private readonly FusedColumn _column = column;
        private readonly FusedSums _sums = sums;

        public void Visit<TCurve>(TCurve curve)
            where TCurve : struct, ICurveLanes
        {
            var lanes = new MeasureLanes<TCurve>(_column, curve);
            ref var rows = ref MemoryMarshal.GetReference(_sums.WeightRow);
            ref var sums = ref MemoryMarshal.GetReference(_sums.Sum);
            ref var totals = ref MemoryMarshal.GetReference(_sums.Weight);
            for (nuint r = 0; r < (nuint)_column.X.Length; r += Lanes.Count)
            {
                var (sum, total) = (Vector512.LoadUnsafe(ref sums, r), Vector512.LoadUnsafe(ref totals, r));
                lanes.Add(r, Vector512.LoadUnsafe(ref rows, r), ref sum, ref total);
                sum.StoreUnsafe(ref sums, r);
                total.StoreUnsafe(ref totals, r);
            }
        }
    }

    private readonly ref struct FirstOfTwo(in FusedColumn left, in FusedColumn right, in FusedSums sums) : CurveLanes.IVisitor
    {
        private readonly FusedColumn _left = left;
        private readonly FusedColumn _right = right;
        private readonly FusedSums _sums = sums;

        public void Visit<TCurve>(TCurve curve)
            where TCurve : struct, ICurveLanes
        {
            var second = new SecondOfTwo<TCurve>(_left, curve, _right, _sums);
            CurveLanes.Accept(_right.Op, ref second);
        }
    }

    private readonly ref struct SecondOfTwo<TLeft>(in FusedColumn left, TLeft leftCurve, in FusedColumn right, in FusedSums sums) : CurveLanes.IVisitor
        where TLeft : struct, ICurveLanes
    {
        private readonly FusedColumn _left = left;
        private readonly TLeft _leftCurve = leftCurve;
        private readonly FusedColumn _right = right;
        private readonly FusedSums _sums = sums;

        public void Visit<TCurve>(TCurve curve)
            where TCurve : struct, ICurveLanes
        {
            var left = new MeasureLanes<TLeft>(_left, _leftCurve);
            var right = new MeasureLanes<TCurve>(_right, curve);
            ref var rows = ref MemoryMarshal.GetReference(_sums.WeightRow);
            ref var sums = ref MemoryMarshal.GetReference(_sums.Sum);
            ref var totals = ref MemoryMarshal.GetReference(_sums.Weight);
            for (nuint r = 0; r < (nuint)_left.X.Length; r += Lanes.Count)
            {
                var row = Vector512.LoadUnsafe(ref rows, r);
                var (sum, total) = (Vector512.LoadUnsafe(ref sums, r), Vector512.LoadUnsafe(ref totals, r));
                left.Add(r, row, ref sum, ref total);
                right.Add(r, row, ref sum, ref total);
                sum.StoreUnsafe(ref sums, r);
                total.StoreUnsafe(ref totals, r);
            }
        }
    }
}
