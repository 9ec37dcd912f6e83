namespace CustomerSuccess.Health;

/// <summary>Makes the layers of a score from its row.</summary>
internal static class LayerList
{
    public static IReadOnlyList<LayerScore> Of(ScorecardDetail detail)
    {
        var program = detail.Scorecard.Program;
        var names = program.MeasureModels.Select(m => m.Layer).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. names.Select(n => One(detail, n))];
    }

    private static LayerScore One(ScorecardDetail detail, string name)
    {
        var program = detail.Scorecard.Program;
        var shares = program.SharesOf(detail.Segment);
        var (fresh, stale, weight) = (default(Sum), default(Sum), 0d);
        for (var i = 0; i < program.Measures.Length; i++)
        {
            if (program.MeasureModels[i].Layer != name || !(shares[i] > 0))
            {
                continue;
            }

            weight += shares[i];
            var (value, observed) = Reading(detail, i);
            (observed ? ref fresh : ref stale).Add(shares[i], value);
        }

        var mean = fresh.Weight > 0 ? fresh.Mean : stale.Mean;
        return new LayerScore
        {
            Name = name,
            Value = double.IsNaN(mean) ? null : mean,
            Band = double.IsNaN(mean) ? null : program.Bands.Bands[program.Bands.LevelOf(mean)],
            Coverage = weight > 0 ? Math.Min(fresh.Weight / weight, 1) : 0,
            Weight = Math.Min(weight, 1),
        };
    }

    // The value of what was read, also where it has expired; NaN where nothing was. Points of an additive group as a share of what they can be.
    private static (double Value, bool Observed) Reading(ScorecardDetail detail, int measure)
    {
        var (program, inputs, segment) = (detail.Scorecard.Program, detail.Inputs, detail.Segment);
        ref readonly var op = ref program.Measures[measure];
        var state = MeasureEvaluator.State(op, inputs, measure, segment);
        var parts = MeasureEvaluator.Parts(op, inputs, measure, segment);
        var value = state == MeasureState.Observed || MeasureEvaluator.Carries(op, inputs, segment, out _) ? parts.Value
            : state == MeasureState.Expired ? MeasureEvaluator.Judged(op, inputs, MeasureEvaluator.Decayed(op, MeasureEvaluator.Fresh(op, inputs, measure, segment), inputs[op.AgeSlot]))
            : double.NaN;
        return (program.AddsPoints[measure] ? Share(op, value) : value, state == MeasureState.Observed);
    }

    private static double Share(in MeasureOp op, double points) =>
        op.ReachHigh > op.ReachLow ? Math.Clamp((points - op.ReachLow) / (op.ReachHigh - op.ReachLow) * 100, 0, 100) : double.NaN;

    private struct Sum
    {
        private double _products;

        public double Weight { get; private set; }

        public readonly double Mean => Weight > 0 ? Math.Clamp(_products / Weight, 0, 100) : double.NaN;

        public void Add(double weight, double value)
        {
            if (!double.IsNaN(value))
            {
                (_products, Weight) = (_products + (weight * value), Weight + weight);
            }
        }
    }
}
