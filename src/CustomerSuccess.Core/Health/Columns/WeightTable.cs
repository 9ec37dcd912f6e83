using System.Runtime.Intrinsics;

namespace CustomerSuccess.Health;

/// <summary>The weights of one place in the child table: a row per segment, the general weight last.</summary>
internal sealed class WeightTable
{
    /// <summary>As many rows as one vector holds can be looked up in one step.</summary>
    public const int RowsInVector = 8;

    private WeightTable(double[] rows, int count) => (Rows, Count) = (rows, count);

    /// <summary>The weights by row, padded to a vector.</summary>
    public double[] Rows { get; }

    public int Count { get; }

    public bool FitsVector => Count <= RowsInVector;

    public Vector512<double> Vector => Vector512.Create(Rows, 0);

    /// <summary>One table per column of a row-major matrix.</summary>
    public static WeightTable[] Columns(double[] matrix, int columns)
    {
        var rows = matrix.Length / columns;
        return [.. Enumerable.Range(0, columns).Select(c =>
            new WeightTable([.. Enumerable.Range(0, Math.Max(rows, RowsInVector)).Select(r => r < rows ? matrix[(r * columns) + c] : 0)], rows))];
    }
}
