using System.Globalization;
using CustomerSuccess.Health;

namespace CustomerSuccess.Benchmarks.Health;

/// <summary>A scorecard's model as SQL: curves and bands as CASE expressions, the segments' weights as a small table, missing numbers as NULL.</summary>
internal static class DuckDbSql
{
    public static string Customers(IEnumerable<string> inputs) =>
        $"CREATE TABLE customers (segment UTINYINT, {string.Join(", ", inputs.Select(i => $"\"{i}\" DOUBLE"))})";

    public static string Weights(ScorecardModel model) => $"""
        CREATE TABLE weights AS SELECT * FROM (VALUES {string.Join(", ", model.Segments.Select((s, i) => $"({i}::UTINYINT, {string.Join(", ", Measures(model).Select(m => Number(m.SegmentWeights[s])))})"))})
        AS weights (segment, {string.Join(", ", Measures(model).Select((_, i) => $"w{i}"))})
        """;

    /// <summary>Of several ways to write it, the one that DuckDB is fastest with: weights joined, a missing number as weight 0.</summary>
    public static string Score(ScorecardModel model)
    {
        var measures = Measures(model);
        var columns = measures.Select((m, i) => $"{Points(m)} AS n{i}, CASE WHEN \"{m.Name}\" IS NULL THEN 0e0 ELSE w{i} END AS w{i}");
        return $"""
            CREATE OR REPLACE TABLE scores AS
            WITH measured AS (SELECT {string.Join(", ", columns)} FROM customers JOIN weights USING (segment)),
                 summed AS (SELECT {string.Join(" + ", measures.Select((_, i) => $"w{i} * n{i}"))} AS points, {string.Join(" + ", measures.Select((_, i) => $"w{i}"))} AS weight FROM measured),
                 scored AS (SELECT CASE WHEN weight > 0e0 THEN least(greatest(points / weight, 0e0), 100e0) END AS value FROM summed)
            SELECT value, CASE WHEN value IS NULL THEN NULL {Band(model.Bands)} END::TINYINT AS band FROM scored
            """;
    }

    private static MeasureModel[] Measures(ScorecardModel model) => [.. model.Root.Children.Cast<MeasureModel>()];

    private static string Points(MeasureModel measure)
    {
        var x = $"\"{measure.Name}\"";
        var points = measure.Curve switch
        {
            LinearCurve line when line.Worst < line.Best => [new(line.Worst, 0), new(line.Best, 100)],
            LinearCurve line => [new(line.Best, 100), new(line.Worst, 0)],
            PiecewiseCurve pieces => pieces.Points,
            _ => throw new InvalidOperationException("The workload has linear and piecewise curves."),
        };
        var between = points.Zip(points.Skip(1), (a, b) =>
            $"WHEN {x} < {Number(b.Raw)} THEN {Number(a.Points)} + ({x} - {Number(a.Raw)}) * {Number((b.Points - a.Points) / (b.Raw - a.Raw))}");
        return $"CASE WHEN {x} <= {Number(points[0].Raw)} THEN {Number(points[0].Points)} {string.Join(" ", between)} WHEN {x} IS NULL THEN 0e0 ELSE {Number(points[^1].Points)} END";
    }

    private static string Band(HealthBands bands) =>
        string.Join(" ", Enumerable.Range(1, bands.Thresholds.Count).Reverse().Select(b => $"WHEN value >= {Number(bands.Thresholds[b - 1])} THEN {b}")) + " ELSE 0";

    // With an exponent, so that DuckDB takes it as DOUBLE and not as DECIMAL.
    private static string Number(double number) => number.ToString("E16", CultureInfo.InvariantCulture);
}
