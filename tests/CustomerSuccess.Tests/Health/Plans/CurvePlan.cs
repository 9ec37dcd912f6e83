namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>A curve as a test writes it, and what the definitions say it makes of a raw value, written without any table.</summary>
internal abstract record CurvePlan
{
    /// <summary>The value at a raw value that is accepted and clamped already.</summary>
    public abstract double At(double raw);

    /// <summary>Raw values where something happens.</summary>
    public abstract IReadOnlyList<double> Marks { get; }

    /// <summary>Whether the engine promises monotony exactly, or within 1e-9 only.</summary>
    public virtual bool IsExact => true;
}

internal sealed record LinearPlan(double Worst, double Best) : CurvePlan
{
    public override IReadOnlyList<double> Marks => [Worst, Best];

    public override double At(double raw) => 100 * Math.Clamp((raw - Worst) / (Best - Worst), 0, 1);
}

internal sealed record PiecewisePlan(IReadOnlyList<(double Raw, double Points)> Points) : CurvePlan
{
    public override IReadOnlyList<double> Marks => [.. Points.Select(p => p.Raw)];

    public override double At(double raw)
    {
        var sorted = Points.OrderBy(p => p.Raw).ToArray();
        if (raw <= sorted[0].Raw)
        {
            return sorted[0].Points;
        }

        for (var i = 1; i < sorted.Length; i++)
        {
            var (from, to) = (sorted[i - 1], sorted[i]);
            if (raw <= to.Raw)
            {
                var t = (raw - from.Raw) / (to.Raw - from.Raw);
                return (from.Points * (1 - t)) + (to.Points * t);
            }
        }

        return sorted[^1].Points;
    }
}

internal sealed record StepsPlan(double Below, IReadOnlyList<(double From, double Points)> Steps) : CurvePlan
{
    public override IReadOnlyList<double> Marks => [.. Steps.Select(s => s.From)];

    public override double At(double raw) =>
        Steps.Where(s => raw >= s.From - 1e-9).OrderBy(s => s.From).Select(s => s.Points).Prepend(Below).Last();
}

internal sealed record RangesPlan(IReadOnlyList<(Interval Range, double Points)> Ranges) : CurvePlan
{
    public override IReadOnlyList<double> Marks => [.. Ranges.SelectMany(r => (double[])[r.Range.Lower, r.Range.Upper]).Where(double.IsFinite)];

    public override double At(double raw) => Ranges.OrderBy(r => r.Range.Lower).ThenBy(r => r.Range.Upper)
        .Where((r, i) => i == 0 || (r.Range.LowerIncluded ? raw >= r.Range.Lower - 1e-9 : raw > r.Range.Lower + 1e-9)).Last().Points;
}

internal sealed record LogisticPlan(double Midpoint, double Steepness) : CurvePlan
{
    public override IReadOnlyList<double> Marks => [Midpoint];

    public override bool IsExact => false;

    public override double At(double raw) => 100 / (1 + Math.Exp(-Steepness * (raw - Midpoint)));
}

internal sealed record CategoriesPlan(IReadOnlyList<(string Category, double Points)> Categories) : CurvePlan
{
    public override IReadOnlyList<double> Marks => [.. Enumerable.Range(0, Categories.Count).Select(i => (double)i)];

    public override double At(double raw) => Categories[(int)Math.Round(raw)].Points;
}
