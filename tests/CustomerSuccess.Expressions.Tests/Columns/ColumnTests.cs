using System.Buffers;
using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Columns;

/// <summary>Conditions over columns of more rows than are worked on together, and of whatever memory and numbers.</summary>
public sealed class ColumnTests
{
    [Theory]
    [InlineData(1024)]
    [InlineData(2500)]
    [InlineData(3135)]
    public void Every_row_of_many_blocks_has_the_answer_of_its_row(int count)
    {
        var random = new Random(count);
        RandomRow[] rows = [.. Enumerable.Range(0, count).Select(_ => RandomRow.Next(random))];
        var columns = RandomRow.Columns(rows);
        CelExpression[] conditions = [.. Enumerable.Range(0, 60).Select(_ => RandomExpression.Language.Check(new RandomExpression(random).Condition(3)))];
        var words = conditions.Length * columns.Words;
        var (holds, unknown) = (new ulong[words], new ulong[words]);
        CelColumnProgram.Of(conditions).Test(columns, holds, unknown);
        for (var c = 0; c < conditions.Length; c++)
        {
            var program = conditions[c].Compile(RandomRow.Binding);
            for (var r = 0; r < count; r++)
            {
                var value = program.Evaluate(rows[r]);
                if ((value.IsTrue, value.IsUnknown) != (Bit(holds, (64 * c * columns.Words) + r), Bit(unknown, (64 * c * columns.Words) + r)))
                {
                    Assert.Fail($"row {r} of {count} by {conditions[c]} is {value}");
                }
            }
        }
    }

    [Theory]
    [InlineData("n0 > 0.0")]
    [InlineData("!(n0 > 0.0)")]
    [InlineData("n0 != 1.0")]
    [InlineData("n0 < n1")]
    [InlineData("n0 + 1.0 >= 0.0")]
    [InlineData("1.0 / n0 == 0.0")]
    [InlineData("n1 - n0 != 0.0")]
    [InlineData("n0 > 0.0 && n1 == 2.0")]
    public void What_is_not_finite_is_not_known(string condition)
    {
        double[] numbers = [3, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        var columns = new CelColumns(4).Number("n0", numbers).Number("n1", new double[] { 2, 2, 2, 2 });
        var (holds, unknown) = (new ulong[1], new ulong[1]);
        CelColumnProgram.Of(RandomExpression.Language.Check(condition)).Test(columns, holds, unknown);
        Assert.Equal(0b1110UL, unknown[0]);
        Assert.Equal(0UL, holds[0] & 0b1110);
    }

    [Fact]
    public void A_column_need_be_no_array()
    {
        double[] numbers = [.. Enumerable.Range(0, 1500).Select(i => (double)i)];
        using var memory = new Wrapped(numbers);
        var (holds, unknown) = (new ulong[24], new ulong[24]);
        CelColumnProgram.Of(RandomExpression.Language.Check("n0 >= 1000.0")).Test(new CelColumns(1500).Number("n0", memory.Memory), holds, unknown);
        Assert.Equal(Enumerable.Range(1000, 500), Enumerable.Range(0, 1536).Where(r => Bit(holds, r)));
        Assert.All(unknown, w => Assert.Equal(0UL, w));
    }

    [Fact]
    public void Part_of_an_array_is_read_from_where_it_begins()
    {
        double[] numbers = [.. Enumerable.Range(0, 1500).Select(i => (double)i)];
        var computed = new double[1300];
        CelColumnNumbers.Of(RandomExpression.Language.Check("n0 * 2.0 - 1.0")).Compute(new CelColumns(1300).Number("n0", numbers.AsMemory(100, 1300)), computed);
        Assert.Equal(numbers.Skip(100).Take(1300).Select(n => (n * 2) - 1), computed);
    }

    private static bool Bit(ulong[] words, int row) => (words[row / 64] >> (row % 64) & 1) != 0;

    private sealed class Wrapped(double[] numbers) : MemoryManager<double>
    {
        public override Span<double> GetSpan() => numbers;

        public override MemoryHandle Pin(int elementIndex = 0) => numbers.AsMemory(elementIndex).Pin();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
