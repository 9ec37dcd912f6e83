using CustomerSuccess.Health;

namespace CustomerSuccess.BitsProbe;

/// <summary>A fixed pseudo-random portfolio of one scorecard, scored in every way.</summary>
internal sealed class Portfolio
{
    // Beyond one turn of blocks, so that two threads share the work, and no multiple of anything.
    private const int Count = 33_333;

    private readonly Scorecard _card;
    private readonly double[][] _columns;
    private readonly byte[] _segments = new byte[Count];
    private readonly sbyte[] _previous = new sbyte[Count];
    private ulong _state = 20240229;

    public Portfolio(Scorecard card)
    {
        _card = card;
        _columns = [.. card.Inputs.Select(_ => new double[Count])];
        for (var r = 0; r < Count; r++)
        {
            (_segments[r], _previous[r]) = ((byte)(Next() % 4), (sbyte)((int)(Next() % 4) - 1));
            foreach (var column in _columns)
            {
                column[r] = (Next() % 40) switch
                {
                    0 => double.NaN,
                    1 => double.PositiveInfinity,
                    2 => -1e300,
                    3 => Next() % 100,
                    4 => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(Next() % 100) + 1),
                    _ => (Next() >> 11) * (110d / (1UL << 53)) - 5,
                };
            }
        }
    }

    public static IEnumerable<Scorecard> Cards()
    {
        // What columns do eight rows at a time.
        yield return Scorecard.ForColumns("flat")
            .Measure("a", m => m.MoreIsBetter().Linear(3, 91).Weight(7).WeightIn("large", 2))
            .Measure("b", m => m.LessIsBetter().Linear(97, 11).Weight(3))
            .Measure("c", m => m.MoreIsBetter().Piecewise((0, 1.1), (10, 33.3), (50, 66.7), (90, 99.9)).Weight(2.5).WeightIn("trial", 0))
            .Measure("d", m => m.NeitherIsBetter().Piecewise((0, 1.1), (10, 83.3), (50, 6.7), (70, 9), (90, 99.9)).Weight(1.3))
            .Measure("e", m => m.MoreIsBetter().Steps(3, (20, 40), (60, 70)))
            .Measure("f", m => m.Valid(10, 80).MoreIsBetter().Linear(0, 100).WeightIn("large", 9))
            .Measure("g", m => m.LessIsBetter().Piecewise((0, 100), (40, 60), (41, 10), (99, 0)))
            .Measure("h", m => m.ClampedTo(10, 80).MoreIsBetter().Logistic(50, 0.13).Weight(0.7))
            .Build();

        // What they do one by one: ages, other policies, every aggregation, exceptions.
        yield return Scorecard.ForColumns("tree").AnyRed()
            .Group("geometric", g => g.GeometricMean()
                .Measure("a", m => m.MoreIsBetter().Logistic(40, 0.07).HalfLife(TimeSpan.FromDays(33)).Weight(3))
                .Measure("b", m => m.MoreIsBetter().Linear(0, 100).CarryForward(TimeSpan.FromDays(50)).WeightIn("large", 4))
                .Weight(5))
            .Group("worst", g => g.Minimum()
                .Measure("c", m => m.MoreIsBetter().Steps(20, (30, 70), (60, 90)).Neutral(42.1))
                .Measure("d", m => m.LessIsBetter().Piecewise((0, 100), (33, 77.7), (66, 11.1)).Pessimistic()))
            .Group("best", g => g.Maximum().Measure("e", m => m.MoreIsBetter().Linear(0, 90)).Measure("f", m => m.MoreIsBetter().Linear(10, 100)).Decisive())
            .Group("points", g => g.AdditivePoints(start: 20, minimum: -10, maximum: 90).Measure("g", m => m.MoreIsBetter().Piecewise((0, -30), (100, 77.7))).Weight(2))
            .CapAt(61.7, m => m["c"].AtLeast(50) & !m["e"].LessThan(20), "so")
            .FloorAt(33.3, m => m.Column("vip") | m["g"].MoreThan(90), "so", whenUnknown: WhenUnknown.Apply)
            .Edges(EdgeConvention.LowerExcluded)
            .Build();
    }

    public IEnumerable<double> Rows()
    {
        var (row, lines) = (new double[_card.Inputs.Count], new double[_card.Lines.Count]);
        for (var r = 0; r < Count; r++)
        {
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = _columns[i][r];
            }

            var score = _card.Evaluate(row, lines, _segments[r], _previous[r]);
            foreach (var number in (double[])[score.Value, score.BandIndex, score.LevelIndex, score.Coverage, score.Lower, score.Upper, .. lines])
            {
                yield return number;
            }
        }
    }

    /// <summary>The same numbers in the same order. What makes columns go row by row is asked separately.</summary>
    public IEnumerable<double> Columns(int threads)
    {
        var columns = new ScoreColumns(Count).Segments(_segments).PreviousBands(_previous);
        for (var i = 0; i < _columns.Length; i++)
        {
            columns.Add(_card.Inputs[i], _columns[i]);
        }

        var fast = new ScoreResults { Values = new double[Count], Bands = new sbyte[Count], Levels = new sbyte[Count], Coverage = new double[Count] };
        var bounds = new ScoreResults { Values = new double[Count], Lower = new double[Count], Upper = new double[Count] };
        var lines = ScoreResults.Allocate(_card, Count, lines: true);
        _card.Score(columns, fast, threads);
        _card.Score(columns, bounds, threads);
        _card.Score(columns, lines, threads);
        for (var r = 0; r < Count; r++)
        {
            yield return fast.Values.Span[r];
            yield return fast.Bands.Span[r];
            yield return fast.Levels.Span[r];
            yield return fast.Coverage.Span[r];
            yield return bounds.Lower.Span[r];
            yield return bounds.Upper.Span[r];
            foreach (var line in lines.Lines)
            {
                yield return line.Span[r];
            }
        }
    }

    // SplitMix64.
    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
