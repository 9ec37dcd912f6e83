using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>What stands for a raw value that is more than a number: the category behind it, or both numbers of a table.</summary>
internal static class RawText
{
    /// <summary>The category's name, or null where the measure has none or the value is no category.</summary>
    public static string? Of(MeasureModel measure, double raw) =>
        measure.Curve is CategoryCurve { Categories: var categories } && raw >= -Edge.Tolerance && raw <= categories.Count - 1 + Edge.Tolerance
            ? categories[(int)Math.Round(raw)].Name
            : null;

    /// <summary><c>14 logins among 120 of enterprise</c>; null where there is no value or no series.</summary>
    public static string? Among(MeasureModel measure, double raw, CohortSeries? series) => double.IsFinite(raw) && series is not null
        ? string.Create(CultureInfo.InvariantCulture, $"{NumberText.Of(raw, measure.Unit)} among {series.Values.Count} of {series.Segment ?? "everyone"}")
        : null;

    /// <summary>As <see cref="Of(MeasureModel, double)"/>, and for a table <c>62 % by 7 months</c>; null where one of the two is not known.</summary>
    public static string? Of(MeasureModel measure, double raw, double by) => measure.Curve is TableCurve table
        ? double.IsFinite(raw) && double.IsFinite(by) ? $"{NumberText.Of(raw, measure.Unit)} by {NumberText.Of(by, table.ColumnsUnit)}" : null
        : Of(measure, raw);
}
