using System.Text.Json;

namespace CustomerSuccess.Health;

/// <summary>Writes the curve of a measure.</summary>
internal sealed class CurveWriter(Utf8JsonWriter json)
{
    public void Write(Curve curve, bool isFlag)
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

    private void Points(string name, IReadOnlyList<CurvePoint> points)
    {
        json.WriteStartArray(name);
        foreach (var point in points)
        {
            json.Numbers(point.Raw, point.Points);
        }

        json.WriteEndArray();
    }
}
