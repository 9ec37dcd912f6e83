using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Health.Columns;

public sealed class ColumnRunProperties
{
    [Law]
    public void Columns_and_rows_have_the_same_bits(Seed seed)
    {
        var dice = seed.Dice();
        var thrown = new Thrown(seed, exceptions: dice.OneIn(2), flat: dice.OneIn(2));
        var rows = Enumerable.Range(0, dice.Of(0, 1, 7, 8, 9, dice.Below(40))).Select(_ => thrown.AnotherRow()).ToArray();

        new Columns(thrown, rows, dice).AreAsTheRows(threads: dice.Between(1, 2));
    }

    [Law]
    public void Next_to_a_breakpoint_a_column_stays_where_its_row_stays(Seed seed)
    {
        var dice = seed.Dice();
        var measure = new MeasurePlan("x", new CurveGenerator(dice, dice.Of(Polarity.MoreIsBetter, Polarity.LessIsBetter, Polarity.Neither), false, dice.Of(0, dice.Between(-1d, 1d)), dice.Of(1, 7.3, 0.9, 1e4)).Any(null));
        var card = new CardPlan { Root = new GroupPlan("", Aggregation.WeightedMean, [measure with { Valid = dice.OneIn(4) ? RowGenerator.Extent(measure) : null }]) }.Build();
        double[] column = [.. measure.Curve.Marks.SelectMany(m => (double[])[m, Math.BitDecrement(m), Math.BitIncrement(m), dice.Between(m - 1, m + 1)])];
        Array.Resize(ref column, (column.Length + 7) / 8 * 8);
        var results = ScoreResults.Allocate(card, column.Length, lines: true);
        card.Score(new ScoreColumns(column.Length).Add("x", column), results);
        for (var r = 0; r < column.Length; r++)
        {
            var value = card.Evaluate([column[r]]).Value;
            Assert.True(
                value.Equals(results.Values.Span[r]) && (double.IsNaN(value) ? 0 : value).Equals(results.Lines[0].Span[r]),
                FormattableString.Invariant($"{column[r]:R} gives {value:R} and in columns {results.Values.Span[r]:R}, {results.Lines[0].Span[r]:R}; {measure.Curve} at {string.Join(", ", measure.Curve.Marks)}"));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Many_blocks_on_some_threads_have_the_bits_of_their_rows(int threads)
    {
        for (var i = 0; i < 12; i++)
        {
            var dice = new Dice((ulong)i);
            var thrown = new Thrown(new Seed(i, 4), exceptions: i % 3 == 0, flat: i % 2 == 0);
            var some = Enumerable.Range(0, 500).Select(_ => thrown.AnotherRow()).ToArray();

            // Beyond a turn of blocks and no multiple of anything.
            new Columns(thrown, [.. Enumerable.Range(0, 33_001 + (i * 4)).Select(r => some[r * 7 % some.Length])], dice).AreAsTheRows(threads);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void So_many_that_results_are_written_past_the_caches_have_the_bits_of_their_rows_too(int threads)
    {
        for (var i = 0; i < 4; i++)
        {
            var thrown = new Thrown(new Seed(i, 5), exceptions: false, flat: true);
            var some = Enumerable.Range(0, 500).Select(_ => thrown.AnotherRow()).ToArray();

            new Columns(thrown, [.. Enumerable.Range(0, FinishStage.ManyRows + 77 + i).Select(r => some[r * 7 % some.Length])], new Dice((ulong)i)).AreAsTheRows(threads);
        }
    }

    /// <summary>Rows laid out as columns, with whatever codes and room the dice want.</summary>
    private sealed class Columns(Thrown thrown, RowPlan[] rows, Dice dice)
    {
        private readonly Scorecard _card = thrown.Card;
        private readonly Dictionary<object, double[]> _numbers = rows.Distinct(ReferenceEqualityComparer.Instance).ToDictionary(r => r!, r => ((RowPlan)r!).For(thrown.Card), ReferenceEqualityComparer.Instance);
        private readonly byte[]? _segments = dice.OneIn(3) ? null : [.. rows.Select(_ => (byte)dice.Of(0, 1, 2, 3, 255))];
        private readonly sbyte[]? _previous = dice.OneIn(3) ? null : [.. rows.Select(_ => (sbyte)dice.Of(-1, 0, 1, 2, 3, 100, -128))];

        public void AreAsTheRows(int threads)
        {
            var results = Room();
            _card.Score(Given(), results, threads);
            var lines = new double[_card.Lines.Count];
            for (var r = 0; r < rows.Length; r++)
            {
                var one = _card.Evaluate(_numbers[rows[r]], lines, _segments?[r] ?? -1, _previous?[r] ?? -1);
                Same(one.Value, results.Values, r, "value");
                Same(one.Coverage, results.Coverage, r, "coverage");
                Same(one.Lower, results.Lower, r, "lower bound");
                Same(one.Upper, results.Upper, r, "upper bound");
                thrown.True(results.Bands.IsEmpty || results.Bands.Span[r] == one.BandIndex, () => $"band of row {r}: {Text(rows[r])}");
                thrown.True(results.Levels.IsEmpty || results.Levels.Span[r] == one.LevelIndex, () => $"level of row {r}: {Text(rows[r])}");
                for (var i = 0; i < results.Lines.Count; i++)
                {
                    Same(lines[i], results.Lines[i], r, _card.Lines[i]);
                }
            }
        }

        private ScoreColumns Given()
        {
            var columns = new ScoreColumns(rows.Length);
            for (var i = 0; i < _card.Inputs.Count; i++)
            {
                columns.Add(_card.Inputs[i], rows.Select(r => _numbers[r][i]).ToArray());
            }

            columns = _segments is null ? columns : columns.Segments(_segments);
            return _previous is null ? columns : columns.PreviousBands(_previous);
        }

        // Filled with what no score is, so that a place that was forgotten shows.
        private ScoreResults Room()
        {
            return new ScoreResults
            {
                Values = Doubles(),
                Bands = dice.OneIn(3) ? default : Filled((sbyte)77),
                Levels = dice.OneIn(2) ? default : Filled((sbyte)77),
                Coverage = dice.OneIn(2) ? default : Doubles(),
                Lower = dice.OneIn(4) ? Doubles() : default,
                Upper = dice.OneIn(4) ? Doubles() : default,
                Lines = dice.OneIn(2) ? [] : [.. _card.Lines.Select(_ => Doubles())],
            };

            Memory<double> Doubles() => Filled(-77d);

            // Begins anywhere, as a slice of the host's memory may.
            Memory<TValue> Filled<TValue>(TValue value)
            {
                var offset = dice.Below(8);
                return Enumerable.Repeat(value, rows.Length + offset).ToArray().AsMemory(offset);
            }
        }

        private void Same(double one, Memory<double> column, int r, string what) => thrown.True(
            column.IsEmpty || BitConverter.DoubleToInt64Bits(column.Span[r]) == BitConverter.DoubleToInt64Bits(one) || (double.IsNaN(one) && double.IsNaN(column.Span[r])),
            () => FormattableString.Invariant($"{what} of row {r}, segment {_segments?[r]}: {one:R} in the row, {(column.IsEmpty ? 0 : column.Span[r]):R} in the column: {Text(rows[r])}"));

        private string Text(RowPlan row) => string.Join(", ", _card.Inputs.Select(i => FormattableString.Invariant($"{i} = {row[i]:R}")));
    }
}
