using CustomerSuccess.Benchmarks.Quick;

namespace CustomerSuccess.Benchmarks.Expressions;

/// <summary>The goals of conditions, measured in one run. docs/performance.md says what each ratio means.</summary>
internal static class ExpressionQuick
{
    private const int Million = 1_000_000;

    public static void Measure(QuickReport report)
    {
        Rows(report);
        Compiling(report);
        using var columns = new ColumnContestants(new ExpressionWorkload(Million));
        Columns(report, columns);
    }

    private static void Rows(QuickReport report)
    {
        var rows = new RowContestants();
        rows.Check();
        var times = Contest.Run(TimeSpan.FromSeconds(4), new("hand", rows.ByHand), new("closure", rows.Closure));
        report.Busy(times);
        report.Time("condition-by-hand", times.Median("hand") / RowContestants.Customers, "evaluation");
        report.Time("condition", times.Median("closure") / RowContestants.Customers, "evaluation");
        report.RatioAtMost("condition/by-hand", times.Ratio("closure", to: "hand"), 4);
        report.BytesAtMost("condition", rows.Bytes(), 0);

        var conditions = Conditions.OfRows.Length;
        const double share = (double)RowContestants.Customers / RowContestants.FewCustomers;
        times = Contest.Run(TimeSpan.FromSeconds(5), new("ours", rows.Closures), new("rules", rows.Rules));
        report.Time("rows", times.Median("ours") / RowContestants.Customers / conditions, "evaluation");
        report.Time("rows-by-rules-engine", times.Median("rules") / RowContestants.FewCustomers / conditions, "evaluation");
        report.RatioAtLeast("rules-engine/rows", times.Ratio("rules", to: "ours") * share, 15);
    }

    private static void Compiling(QuickReport report)
    {
        CompileContestants.Check();
        var compiling = new CompileContestants();
        var times = Contest.Run(TimeSpan.FromSeconds(5), new("ours", compiling.Ours), new("linq", compiling.DynamicLinq));
        report.Time("compile", times.Median("ours") / CompileContestants.Count, "condition");
        report.Time("compile-by-dynamic-linq", times.Median("linq") / CompileContestants.Count, "condition");
        report.RatioAtLeast("dynamic-linq/compile", times.Ratio("linq", to: "ours"), 20);
    }

    private static void Columns(QuickReport report, ColumnContestants columns)
    {
        columns.Check();
        var conditions = Conditions.OfColumns.Length;
        var share = (double)columns.Customers / ColumnContestants.FewCustomers;
        var times = Contest.Run(TimeSpan.FromSeconds(8), new("ours", columns.Columns), new("duckdb", columns.DuckDb), new("rules", columns.Rules));
        report.Time("columns", times.Median("ours") / columns.Customers / conditions, "evaluation");
        report.Time("columns-by-duckdb", times.Median("duckdb") / columns.Customers / conditions, "evaluation");
        report.Time("columns-by-rules-engine", times.Median("rules") / ColumnContestants.FewCustomers / conditions, "evaluation");
        report.RatioAtLeast("rules-engine/columns", times.Ratio("rules", to: "ours") * share, 200);
        report.RatioAtLeast("duckdb/columns", times.Ratio("duckdb", to: "ours"), 10);
    }
}
