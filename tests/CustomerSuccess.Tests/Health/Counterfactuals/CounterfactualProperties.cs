using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Health.Counterfactuals;

public sealed class CounterfactualProperties
{
    [Law]
    public void Applied_and_scored_again_a_plan_reaches_its_band(Seed seed)
    {
        var (thrown, score, band) = Asked(seed, exceptions: true);
        var way = score.WayTo(band.Name);

        thrown.True(way.AlreadyThere == (score.Computed is { } now && thrown.Card.Bands.LevelOf(now) >= band.Index), "already there");
        thrown.True(way.BestSingle is null || way.Cheapest!.Cost <= way.BestSingle.Cost, "the cheapest set costs no more than the best single measure");
        thrown.True(way.BestSingle is null || way.BestSingle.Moves.Count == 1, "one measure moves");
        foreach (var plan in new[] { way.BestSingle, way.Cheapest }.OfType<CounterfactualPlan>())
        {
            var moved = plan.Moves.Aggregate(thrown.Row, (row, move) => Moved(row, move.Measure, move.To)).Score(thrown.Card);
            thrown.True(moved.LevelIndex >= band.Index, $"{plan} gives {moved}");
            thrown.True(moved.Value == plan.Value, $"{plan} says {plan.Value:R} and gives {moved.Value:R}");
            thrown.Near(plan.Moves.Sum(m => m.Cost), plan.Cost, "cost");
            foreach (var move in plan.Moves)
            {
                var measure = thrown.Plan.Measures.Single(m => m.Name == move.Measure);
                thrown.True(measure.Effort is not null, $"{move} is not actionable");
                thrown.True(!measure.WholeNumbers || move.To == Math.Round(move.To) || move.To == move.From, $"{move} is not whole");
                thrown.True(measure.Valid is not { } valid || (move.To >= valid.Minimum && move.To <= valid.Maximum), $"{move} is not valid");
                thrown.Near(Cost(measure, move.From, move.To), move.Cost, $"cost of {move}", 1e-6 * Math.Max(1, move.Cost));
            }
        }
    }

    [Law]
    public void A_way_reaches_its_band_and_no_single_move_is_cheaper(Seed seed)
    {
        var (thrown, score, band) = Asked(seed, exceptions: seed.Number % 2 == 0);
        var way = score.WayTo(band.Name);
        if (way.AlreadyThere || score.Computed is null)
        {
            return;
        }

        thrown.True(way.BestSingle is not { Moves: [var only] } || Moved(thrown.Row, only.Measure, only.To).Score(thrown.Card).LevelIndex >= band.Index, $"{way}");
        var best = way.BestSingle?.Cost ?? double.PositiveInfinity;
        var edge = band.Lower + (thrown.Card.Bands.Convention == EdgeConvention.LowerIncluded ? 0 : 1e-9);
        var reference = new Reference(thrown.Plan, thrown.Row);
        foreach (var measure in thrown.Plan.Measures.Where(m => m.Effort is not null && reference.IsObserved(m)))
        {
            var from = Math.Clamp(thrown.Row[measure.Name], measure.Range.Low, measure.Range.High);
            // A cell without points would make the measure unknown, which is no way.
            foreach (var to in Tries(thrown, measure, from).Where(to => Cost(measure, from, to) < best - Math.Max(1e-8, best > 1e6 ? best * 1e-6 : 0) && new Reference(thrown.Plan, Moved(thrown.Row, measure.Name, to)).IsObserved(measure)))
            {
                var moved = Moved(thrown.Row, measure.Name, to).Score(thrown.Card);
                thrown.True(
                    // A value that is the edge to the last bits counts where it costs clearly less: there the score is flat.
                    !(moved.Value > edge + 2e-9 || (moved.Value >= edge && Cost(measure, from, to) < best - 1e-3)),
                    FormattableString.Invariant($"{measure.Name} from {from:R} to {to:R} gives {moved.Value:R} at {Cost(measure, from, to):R}; the answer for {band} is {way} at {best:R}"));
            }
        }
    }

    [Law]
    public void What_cannot_be_reached_is_not_reached_with_every_actionable_measure_at_its_best(Seed seed)
    {
        var (thrown, score, band) = Asked(seed, exceptions: false);
        var way = score.WayTo(band.Name);
        if (way.CanReach || score.Computed is null || way.Reason!.Contains("cut short", StringComparison.Ordinal))
        {
            return;
        }

        var reference = new Reference(thrown.Plan, thrown.Row);
        var best = thrown.Plan.Measures.Where(m => m.Effort is not null && !m.WholeNumbers && reference.IsObserved(m))
            .Aggregate(thrown.Row, (row, m) => Moved(row, m.Name, m.Extreme(low: false))).Score(thrown.Card);
        thrown.True(best.LevelIndex < band.Index, $"{way}, and {best} with every actionable measure at its best");
    }

    private static (Thrown Thrown, HealthScore Score, HealthBand Band) Asked(Seed seed, bool exceptions)
    {
        var thrown = new Thrown(seed, exceptions, actionable: true);
        var bands = thrown.Card.Bands.Bands;
        return (thrown, thrown.Score(), bands[Math.Min(bands.Count - 1, 1 + thrown.Dice.Below(bands.Count))]);
    }

    private static RowPlan Moved(RowPlan row, string measure, double to) => row.With(measure, to).With($"{measure}.age", 0);

    // The share of the valid range, else of first to last breakpoint, × the effort; another category crosses the whole.
    private static double Cost(MeasurePlan measure, double from, double to)
    {
        if (measure.Curve is CategoriesPlan)
        {
            return to == from ? 0 : measure.Effort!.Value;
        }

        var edges = measure.Curve is TablePlan { RowsValid: null, Rows: var rows } ? [.. rows.Skip(1).Select(r => r.Lower)] : measure.Curve.Marks;
        var (low, high) = measure.Valid ?? (measure.Curve as TablePlan)?.RowsValid ?? (edges.Min(), edges.Max());
        return Math.Abs(to - from) / (high - low) * measure.Effort!.Value;
    }

    private static IEnumerable<double> Tries(Thrown thrown, MeasurePlan measure, double from)
    {
        if (measure.Curve is CategoriesPlan categories)
        {
            return Enumerable.Range(0, categories.Categories.Count).Select(i => (double)i);
        }

        var (low, high) = RowGenerator.Extent(measure);
        var thresholds = thrown.Plan.Exceptions.SelectMany(e => e.When.Leaves).OfType<ComparePlan>().Where(c => c.Measure == measure.Name).Select(c => c.Number);
        var tries = thresholds.Concat(measure.Curve.Marks).SelectMany(m => (double[])[m, m - 1e-6, m + 1e-6])
            .Concat(Enumerable.Range(0, 13).Select(i => low + ((high - low) * i / 12))).Append(from);
        return tries.SelectMany(t => measure.WholeNumbers ? (double[])[Math.Floor(t), Math.Ceiling(t)] : [t]).Where(t => t >= measure.Range.Low && t <= measure.Range.High);
    }
}
