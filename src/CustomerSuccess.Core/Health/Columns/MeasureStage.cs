using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerSuccess.Health;

/// <summary>From a measure's column to its values: NaN where it has none.</summary>
internal static class MeasureStage
{
    public static void Run(in MeasureOp op, ReadOnlySpan<double> x, Span<double> values)
    {
        var done = 0;
        if (Lanes.IsSupported && !op.Curve.IsLogistic)
        {
            done = x.Length & ~(Lanes.Count - 1);
            var visitor = new Visitor(op, x[..done], values);
            CurveLanes.Accept(op, ref visitor);
        }

        for (var r = done; r < x.Length; r++)
        {
            values[r] = MeasureEvaluator.Value(op, x.Slice(r, 1), 0, -1, out _);
        }
    }

    /// <summary>A measure that reads more than its own column.</summary>
    public static void RunWide(in MeasureOp op, int measure, ColumnRun run, int start, double[] row, ReadOnlySpan<long> weightRow, Span<double> values)
    {
        for (var r = 0; r < values.Length; r++)
        {
            PutState(run, row, op, measure, start + r);
            Put(run, row, op.LastSlot, start + r);
            Put(run, row, op.LastAgeSlot, start + r);
            Put(run, row, op.Wide?.LastBySlot ?? -1, start + r);
            Put(run, row, op.Wide?.UsageSlot ?? -1, start + r);
            values[r] = MeasureEvaluator.Value(op, row, measure, (int)weightRow[r], out _);
        }
    }

    /// <summary>Puts into a row what says whether a measure is observed.</summary>
    public static void PutState(ColumnRun run, double[] row, in MeasureOp op, int measure, int r)
    {
        Put(run, row, measure, r);
        Put(run, row, op.AgeSlot, r);
        Put(run, row, op.Wide?.BySlot ?? -1, r);
    }

    /// <summary>Puts one number of a column into a row; a slot of −1 is none.</summary>
    public static void Put(ColumnRun run, double[] row, int slot, int r)
    {
        if (slot >= 0)
        {
            row[slot] = run.Inputs[slot].Span[r];
        }
    }

    private readonly ref struct Visitor(in MeasureOp op, ReadOnlySpan<double> x, Span<double> values) : CurveLanes.IVisitor
    {
        private readonly ref readonly MeasureOp _op = ref op;
        private readonly ReadOnlySpan<double> _x = x;
        private readonly Span<double> _values = values;

        public void Visit<TCurve>(TCurve curve)
            where TCurve : struct, ICurveLanes
        {
            var missing = Vector512.Create(_op.Missing);
            ref var from = ref MemoryMarshal.GetReference(_x);
            ref var to = ref MemoryMarshal.GetReference(_values);
            for (nuint r = 0; r < (nuint)_x.Length; r += Lanes.Count)
            {
                var raw = Vector512.LoadUnsafe(ref from, r);
                Vector512.ConditionalSelect(curve.Accepts(raw), curve.Evaluate(raw), missing).StoreUnsafe(ref to, r);
            }
        }
    }
}
