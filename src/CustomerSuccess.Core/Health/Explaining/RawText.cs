namespace CustomerSuccess.Health;

/// <summary>The category behind a raw value.</summary>
internal static class RawText
{
    /// <summary>The category's name, or null where the measure has none or the value is no category.</summary>
    public static string? Of(MeasureModel measure, double raw) =>
        measure.Curve is CategoryCurve { Categories: var categories } && raw >= -Edge.Tolerance && raw <= categories.Count - 1 + Edge.Tolerance
            ? categories[(int)Math.Round(raw)].Name
            : null;
}
