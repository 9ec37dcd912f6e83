using CustomerSuccess.Benchmarks.Quick;

namespace CustomerSuccess.Benchmarks.Health;

/// <summary>The goals of scoring, measured in one run. docs/performance.md says what each ratio means.</summary>
internal static class HealthQuick
{
    private const int Million = 1_000_000;

    public static void Measure(QuickReport report)
    {
        var workload = new HealthWorkload(4 * Million);
        var columns = new ColumnContestants(workload, Million);
        columns.Check();
        Rows(report, new HealthWorkload(100_000));
        Columns(report, columns);
        DuckDb(report, workload, columns);
        Sizes(report, columns, new ColumnContestants(workload, 4 * Million));
    }

    private static void Rows(QuickReport report, HealthWorkload workload)
    {
        var rows = new RowContestants(workload);
        rows.Check(workload);
        var times = Contest.Run(TimeSpan.FromSeconds(3), new("hand", rows.ExplainByHand), new("row", rows.Explain), new("object", rows.ScoreObjects));
        report.Time("row-by-hand", times.Median("hand") / RowContestants.Customers);
        report.Time("row-explained", times.Median("row") / RowContestants.Customers);
        report.Time("score-object", times.Median("object") / RowContestants.Customers);
        report.RatioAtMost("row-explained/by-hand", times.Ratio("row", to: "hand"), 2.5);
        report.BytesAtMost("row-explained", RowContestants.Bytes(rows.Explain), 0);
        report.RatioAtMost("score-object/row-explained", times.Ratio("object", to: "row"), 3);
        report.BytesAtMost("score-object", RowContestants.Bytes(rows.ScoreObjects), 400);
    }

    private static void Columns(QuickReport report, ColumnContestants columns)
    {
        var times = Contest.Run(TimeSpan.FromSeconds(7), new("limit", columns.Limit), new("score", columns.Score), new("lines", columns.ScoreWithLines));
        report.Busy(times);
        report.Time("memory-limit", times.Median("limit") / Million);
        report.Time("columnar", times.Median("score") / Million);
        report.Time("columnar-with-lines", times.Median("lines") / Million);
        report.RatioAtMost("columnar/memory-limit", times.Ratio("score", to: "limit"), 2.2);
        report.RatioAtMost("columnar-with-lines/memory-limit", times.Ratio("lines", to: "limit"), 4);

        times = Contest.RunByWallClock(TimeSpan.FromSeconds(4), new("one", columns.Score), new("two", columns.ScoreOnTwoThreads));
        report.RatioAtMost("two-threads/one", times.Ratio("two", to: "one"), 0.75);
    }

    private static void DuckDb(QuickReport report, HealthWorkload workload, ColumnContestants columns)
    {
        using var duck = new DuckDbScorecard(workload, Million);
        duck.Score();
        columns.Score();
        var (values, bands) = duck.Read();
        Agreement.OfNumbers("DuckDB", columns.Values, values);
        Agreement.OfBits<sbyte>("DuckDB", columns.Bands, bands);

        var times = Contest.Run(TimeSpan.FromSeconds(5), new("score", columns.Score), new("duckdb", duck.Score));
        report.Time("duckdb", times.Median("duckdb") / Million);
        report.RatioAtLeast("duckdb/columnar", times.Ratio("duckdb", to: "score"), 40);
    }

    private static void Sizes(QuickReport report, ColumnContestants million, ColumnContestants fourMillion)
    {
        var times = Contest.Run(TimeSpan.FromSeconds(4), new("one", million.Score), new("four", fourMillion.Score));
        report.RatioAtMost("customer-of-4000000/of-1000000", times.Ratio("four", to: "one") / 4, 1.2);
    }
}
