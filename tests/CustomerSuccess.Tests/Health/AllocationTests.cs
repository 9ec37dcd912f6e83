using System.Runtime.CompilerServices;
using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health;

/// <summary>What scoring may leave on the heap.</summary>
public sealed class AllocationTests
{
    private static readonly Scorecard Eight = Measures(8);

    [Fact]
    public void One_row_with_its_lines_in_a_span_allocates_nothing()
    {
        double[] row = [.. Enumerable.Range(0, 8).Select(i => i == 3 ? double.NaN : i * 11d)];
        var lines = new double[Eight.Lines.Count];

        Assert.Equal(0, Allocated(() => Eight.Evaluate(row, lines, segment: 1, previousBand: 2)));
    }

    [Fact]
    public void Neither_groups_nor_ages_nor_exceptions_nor_bounds_allocate_for_one_row()
    {
        var card = Scorecard.ForColumns().AnyRed()
            .Group("g", g => g.GeometricMean().Measure("a", m => m.MoreIsBetter().Logistic(50, 0.1).HalfLife(TimeSpan.FromDays(9))).Measure("b", m => m.MoreIsBetter().Linear(0, 100).CarryForward(TimeSpan.FromDays(9))))
            .Group("h", g => g.AdditivePoints().Measure("c", m => m.MoreIsBetter().Steps(0, (10, 50))))
            .Measure("d", m => m.MoreIsBetter().Linear(0, 100).Pessimistic())
            .CapAt(40, m => m["a"].AtLeast(3) & (m["d"].LessThan(4) | !m.Column("vip")), "so", whenUnknown: WhenUnknown.Apply)
            .Build();
        double[] row = [.. card.Inputs.Select(i => i is "d" or "b" ? double.NaN : 12d)];
        var lines = new double[card.Lines.Count];

        Assert.Equal(0, Allocated(() => card.Evaluate(row, lines)));
    }

    [Fact]
    public void A_score_object_of_eight_measures_allocates_400_bytes_at_most()
    {
        var card = Scorecard.For<double[]>()
            .Measure("a", r => r[0], m => m.MoreIsBetter().Linear(0, 100)).Measure("b", r => r[1], m => m.MoreIsBetter().Linear(0, 100))
            .Measure("c", r => r[2], m => m.MoreIsBetter().Linear(0, 100)).Measure("d", r => r[3], m => m.MoreIsBetter().Linear(0, 100))
            .Measure("e", r => r[4], m => m.MoreIsBetter().Linear(0, 100)).Measure("f", r => r[5], m => m.MoreIsBetter().Linear(0, 100))
            .Measure("g", r => r[6], m => m.MoreIsBetter().Linear(0, 100)).Measure("h", r => r[7], m => m.MoreIsBetter().Linear(0, 100))
            .Build();
        double[] row = [1, 2, 3, 4, 5, 6, 7, 8];

        Assert.InRange(Allocated(() => card.Score(row, One.AsOf)), 1, 400);
        Assert.InRange(Allocated(() => Eight.Score(row, One.AsOf)), 1, 400);
    }

    [Fact]
    public void Columns_allocate_the_same_for_few_rows_and_for_many()
    {
        var few = Columns(100);
        var many = Columns(32_768);

        Assert.Equal(Allocated(() => Eight.Score(few.Columns, few.Results)), Allocated(() => Eight.Score(many.Columns, many.Results)), 256d);
    }

    private static (ScoreColumns Columns, ScoreResults Results) Columns(int rows)
    {
        var columns = new ScoreColumns(rows);
        foreach (var input in Eight.Inputs)
        {
            columns.Add(input, new double[rows]);
        }

        return (columns, ScoreResults.Allocate(Eight, rows, lines: true));
    }

    private static Scorecard Measures(int count) => One.Measures(count, (m, _) => m.WeightIn("large", 2).WeightIn("small", 3)).Build();

    // The least of several runs: the runtime itself may allocate in one of them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Allocated(Action action)
    {
        for (var i = 0; i < 50; i++)
        {
            action();
        }

        var least = long.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
