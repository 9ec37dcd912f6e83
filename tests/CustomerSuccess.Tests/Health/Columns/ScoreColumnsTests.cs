using System.Buffers;
using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Columns;

public sealed class ScoreColumnsTests
{
    private static readonly Scorecard Card = One.Measures(2).Build();

    [Fact]
    public void A_column_of_another_length_or_given_twice_is_refused()
    {
        Assert.StartsWith("The column 'a' has 2 values for 3 customers. Give one per customer.", Assert.Throws<ArgumentException>(() => new ScoreColumns(3).Add("a", new double[2])).Message, StringComparison.Ordinal);
        Assert.StartsWith("The column 'a' was given twice. Give it once.", Assert.Throws<ArgumentException>(() => new ScoreColumns(3).Add("a", new double[3]).Add("a", new double[3])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ScoreColumns(3).Segments(new byte[2]));
        Assert.Throws<ArgumentException>(() => new ScoreColumns(3).PreviousBands(new sbyte[4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScoreColumns(-1));
    }

    [Fact]
    public void A_column_that_is_read_and_not_given_is_named_with_a_near_one()
    {
        var columns = new ScoreColumns(1).Add("A", new double[1]);

        Assert.StartsWith("'some' reads columns that were not given: 'a' (Did you mean 'A'?), 'b' (", Assert.Throws<ArgumentException>(() => Card.Score(columns, ScoreResults.Allocate(Card, 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_not_read_is_ignored()
    {
        var results = ScoreResults.Allocate(Card, 1);
        Card.Score(new ScoreColumns(1).Add("a", new double[] { 40 }).Add("b", new double[] { 60 }).Add("c", new double[1]), results);

        Assert.Equal((50d, (sbyte)1), (results.Values.Span[0], results.Bands.Span[0]));
    }

    [Fact]
    public void Room_of_another_size_is_refused()
    {
        var columns = Given(3);

        Assert.StartsWith("Values has room for 2 customers and there are 3.", Assert.Throws<ArgumentException>(() => Card.Score(columns, ScoreResults.Allocate(Card, 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Card.Score(columns, new ScoreResults { Values = new double[3], Bands = new sbyte[2] }));
        Assert.Throws<ArgumentException>(() => Card.Score(columns, new ScoreResults { Values = new double[3], Lines = [new double[3]] }));
        Assert.Throws<ArgumentException>(() => Card.Score(columns, new ScoreResults { Values = new double[3], Lines = [new double[3], new double[2]] }));
        Assert.Throws<ArgumentException>(() => Card.Score(columns, new ScoreResults { Values = default }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Card.Score(columns, ScoreResults.Allocate(Card, 3), threads: 0));
    }

    [Fact]
    public void No_customers_are_scored_too() => Card.Score(Given(0), ScoreResults.Allocate(Card, 0, lines: true), threads: 2);

    [Fact]
    public void Only_what_there_is_room_for_is_written()
    {
        var results = new ScoreResults { Values = new double[3] };
        Card.Score(Given(3), results);

        Assert.Equal([50, 50, 50], results.Values.ToArray());
        Assert.True(results.Bands.IsEmpty && results.Coverage.IsEmpty && results.Lines.Count == 0);
    }

    [Fact]
    public void Cancelled_before_it_begins_nothing_is_written()
    {
        var results = ScoreResults.Allocate(Card, 3);

        Assert.Throws<OperationCanceledException>(() => Card.Score(Given(3), results, cancellationToken: new CancellationToken(canceled: true)));
        Assert.Equal([0, 0, 0], results.Values.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Cancellation_ends_it_within_a_block(int threads)
    {
        const int Rows = 200_000;
        using var source = new CancellationTokenSource();
        using var lower = new Watched(Rows, after: 10_000, source.Cancel);

        // Row by row, because bounds are wanted: every row asks for the memory to write to.
        Assert.ThrowsAny<OperationCanceledException>(() => Card.Score(Given(Rows), new ScoreResults { Values = new double[Rows], Lower = lower.Memory }, threads, source.Token));
        Assert.InRange(lower.Asked, 10_000, 10_000 + (2 * threads * 4096));
    }

    private static ScoreColumns Given(int rows) => new ScoreColumns(rows).Add("a", Filled(rows, 40)).Add("b", Filled(rows, 60));

    private static double[] Filled(int rows, double value)
    {
        var column = new double[rows];
        Array.Fill(column, value);
        return column;
    }

    /// <summary>Memory that says when it has been asked for so often.</summary>
    private sealed class Watched(int length, int after, Action reached) : MemoryManager<double>
    {
        private readonly double[] _numbers = new double[length];
        private int _asked;

        public int Asked => _asked;

        public override Span<double> GetSpan()
        {
            if (Interlocked.Increment(ref _asked) == after)
            {
                reached();
            }

            return _numbers;
        }

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
