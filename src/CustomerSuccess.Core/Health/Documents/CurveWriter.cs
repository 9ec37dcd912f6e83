using System.Text.Json;

namespace CustomerSuccess.Health;

/// <summary>Writes the curve of a measure.</summary>
internal sealed class CurveWriter(Utf8JsonWriter json)
{
    public void Write(Curve curve, bool isFlag, string? unit)
    {
        json.WriteStartObject();
        switch (curve)
        {
            case LinearCurve linear:
                Numbers("linear", ("worst", linear.Worst), ("best", linear.Best));
                break;
            case LogisticCurve logistic:
                Numbers("logistic", ("midpoint", logistic.Midpoint), ("steepness", logistic.Steepness));
                break;
            case PiecewiseCurve piecewise:
                Points("piecewise", piecewise.Points);
                break;
            case StepCurve steps:
                json.Object("steps", () =>
                {
                    json.WriteNumber("below", steps.Below);
                    Points("from", steps.Steps);
                });
                break;
            case RangeCurve ranges:
                Numbers("ranges", [.. ranges.Ranges.Select(r => (r.Range.ToString(), r.Points))]);
                break;
            case CategoryCurve categories when isFlag:
                Numbers("flag", ("yes", categories.Categories[1].Points), ("no", categories.Categories[0].Points));
                break;
            case CategoryCurve categories:
                Numbers("categories", [.. categories.Categories.Select(c => (c.Name, c.Points))]);
                break;
            case PercentileCurve percentile:
                json.Object("percentile", () =>
                {
                    json.WriteString("cohort", percentile.Reference);
                    json.Text("series", percentile.Series);
                });
                break;
            case TableCurve table:
                json.Object("table", () => Table(table, unit));
                break;
            default:
                throw new InvalidOperationException($"A curve of type {curve.GetType().Name} has no form as a document.");
        }

        json.WriteEndObject();
    }

    private void Numbers(string name, params (string Name, double Number)[] numbers) => json.Object(name, () =>
    {
        foreach (var (each, number) in numbers)
        {
            json.WriteNumber(each, number);
        }
    });

    private void Table(TableCurve table, string? unit)
    {
        Axis("rows", table.Rows, table.RowsValid, table.RowsClamped, unit);
        Axis("columns", table.Columns, table.ColumnsValid, table.ColumnsClamped, table.ColumnsUnit);
        json.WritePropertyName("cells");
        json.WriteRawValue($"[{string.Join(", ", table.Cells.Select(r => $"[{string.Join(", ", r.Select(c => c is { } points ? CanonicalJson.Number(points) : "null"))}]"))}]");
    }

    private void Axis(string name, IReadOnlyList<Interval> ranges, Interval? valid, bool clamps, string? unit) => json.Object(name, () =>
    {
        json.Text("unit", unit);
        if (valid is not null)
        {
            json.WritePropertyName("valid");
            json.WriteRawValue($"[{End(valid.Lower)}, {End(valid.Upper)}]");
            json.Text("outside", clamps ? "clamp" : null);
        }

        json.Texts("ranges", [.. ranges.Select(r => r.ToString())]);
    });

    private static string End(double end) => double.IsFinite(end) ? CanonicalJson.Number(end) : "null";

    private void Points(string name, IReadOnlyList<CurvePoint> points)
    {
        json.WritePropertyName(name);
        json.WriteRawValue($"[{string.Join(", ", points.Select(p => $"[{CanonicalJson.Number(p.Raw)}, {CanonicalJson.Number(p.Points)}]"))}]");
    }
}
