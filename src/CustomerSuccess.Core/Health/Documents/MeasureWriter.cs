using System.Text.Json;

namespace CustomerSuccess.Health;

/// <summary>Writes a measure of a scorecard's document.</summary>
internal sealed class MeasureWriter(Utf8JsonWriter json)
{
    public void Write(MeasureModel measure)
    {
        if (measure.Expressions.Value is { } expression)
        {
            json.WriteString("reads", expression.Text);
        }
        else if (measure.ReaderVersion is { } version)
        {
            json.WriteString("reader", $"{measure.ReaderName ?? measure.Name}@{(version.Length == 0 ? "?" : version)}");
        }

        json.Text("by", measure.Expressions.By?.Text);
        json.Text("age", measure.Expressions.Age?.Text);
        json.Text("unit", measure.Curve is TableCurve ? null : measure.Unit);
        json.Word("polarity", measure.Polarity, Polarity.Neither);
        if (measure.Valid is { } valid)
        {
            json.WritePropertyName("valid");
            json.Numbers(valid.Lower, valid.Upper);
        }

        json.Text("outside", measure.ClampToValid ? "clamp" : null);
        json.WritePropertyName("curve");
        new CurveWriter(json).Write(measure.Curve, IsFlag(measure), measure.Unit);
        Missing(measure);
        json.Span("expiresAfter", measure.ExpiresAfter);
        if (measure.HalfLife is { } halfLife)
        {
            json.Object("decay", () =>
            {
                json.Span("halfLife", halfLife);
                json.Number("toward", measure.DecayNeutral, 50);
            });
        }

        if (measure.Usage is { } usage)
        {
            json.Object("judgedAsUsage", () =>
            {
                json.Number("whenNot", usage.WhenNot, UsageCeilings.UsualWhenNot);
                json.Number("whileInvestigated", usage.WhileInvestigated, MeasureModel.Middle);
            });
        }

        json.Text("layer", measure.Layer);
        json.Number("effort", measure.Effort);
        json.Flag("wholeNumbers", measure.WholeNumbers);
    }

    // A text that says yes or no is one of categories.
    private static bool IsFlag(MeasureModel measure) =>
        measure.Curve is CategoryCurve { Categories: [{ Name: "no" }, { Name: "yes" }] } && measure.Expressions.Value?.IsText != true;

    private void Missing(MeasureModel measure)
    {
        var missing = measure.Missing;
        switch (missing.Kind)
        {
            case MissingDataKind.Redistribute:
                break;
            case MissingDataKind.Neutral when missing.NeutralValue != 50:
                json.Object("missing", () => json.WriteNumber("neutral", missing.NeutralValue));
                break;
            case MissingDataKind.CarryForward:
                json.Object("missing", () => json.Object("carryForward", () =>
                {
                    json.Span("maximumAge", missing.MaximumAge);
                    json.Text("last", measure.Expressions.Last?.Text);
                    json.Text("by", measure.Expressions.LastBy?.Text);
                    json.Text("age", measure.Expressions.LastAge?.Text);
                }));
                break;
            default:
                json.WriteString("missing", DocumentWords.Of(missing.Kind));
                break;
        }
    }
}
