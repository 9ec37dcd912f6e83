using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Evaluating;

/// <summary>Values by name, by row, the fast tests, and columns: one answer.</summary>
public sealed class FastPathTests
{
    [Fact]
    public void Values_fast_tests_and_columns_give_the_same_answers()
    {
        var random = new Random(11);
        for (var i = 0; i < 1500; i++)
        {
            var expression = RandomExpression.Language.Check(new RandomExpression(random).Condition(4));
            RandomRow[] rows = [.. Enumerable.Range(0, random.Next(1, 200)).Select(_ => RandomRow.Next(random))];
            var (program, named) = (expression.Compile(RandomRow.Binding), expression.Compile(CelBinding.ByName));
            var columns = RandomRow.Columns(rows);
            var (holds, unknown, failed) = (new ulong[columns.Words], new ulong[columns.Words], new ulong[columns.Words]);
            CelColumnProgram.Of(expression).Test(columns, holds, unknown, failed);
            for (var r = 0; r < rows.Length; r++)
            {
                var byName = r == 0 ? expression.Evaluate(rows[r].ByName()) : named.Evaluate(rows[r].ByName());
                var value = program.Evaluate(rows[r]);
                var tested = program.Test(rows[r]);
                if (byName.ToString() != value.ToString()
                    || tested != (value.Kind == CelKind.Bool ? value.IsTrue : null)
                    || (value.IsTrue, value.IsUnknown, value.IsError) != (Bit(holds, r), Bit(unknown, r), Bit(failed, r)))
                {
                    Assert.Fail($"row {r} by {expression}: {byName} by name, {value} by row, {tested} tested, in columns {(Bit(holds, r), Bit(unknown, r), Bit(failed, r))}");
                }
            }

            for (var r = rows.Length; r < 64 * columns.Words; r++)
            {
                if (Bit(holds, r) || Bit(unknown, r) || Bit(failed, r))
                {
                    Assert.Fail($"row {r} of {rows.Length} by {expression}");
                }
            }
        }
    }

    [Fact]
    public void Numbers_by_value_fast_and_by_column_have_the_same_bits()
    {
        var random = new Random(13);
        for (var i = 0; i < 1500; i++)
        {
            var expression = RandomExpression.Language.Check(new RandomExpression(random).Number(4));
            RandomRow[] rows = [.. Enumerable.Range(0, random.Next(1, 200)).Select(_ => RandomRow.Next(random))];
            var program = expression.Compile(RandomRow.Binding);
            var numbers = new double[rows.Length];
            CelColumnNumbers.Of(expression).Compute(RandomRow.Columns(rows), numbers);
            for (var r = 0; r < rows.Length; r++)
            {
                var value = program.Evaluate(rows[r]);
                var known = program.TryEvaluate(rows[r], out var number);
                var column = !known ? double.NaN : double.IsFinite(number) ? number : double.PositiveInfinity;
                if (value.IsDouble() != known
                    || BitConverter.DoubleToInt64Bits(column) != BitConverter.DoubleToInt64Bits(numbers[r])
                    || (known && BitConverter.DoubleToInt64Bits(value.AsDouble()) != BitConverter.DoubleToInt64Bits(number)))
                {
                    Assert.Fail($"row {r} by {expression}: {value} by row, {number:R} fast, {numbers[r]:R} by column");
                }
            }
        }
    }

    [Fact]
    public void A_test_over_numbers_and_texts_allocates_nothing()
    {
        var program = RandomExpression.Language.Check("n0 > 1 && t0 == 'a' && n1 < 0.5 || n2 + n3 * 2 > 4").Compile(RandomRow.Binding);
        var row = new RandomRow([2, 0.25, 1, 1], ["a", "b"]);
        var no = new RandomRow([2, 0.25, 1, 1], ["b", "b"]);
        var unknown = new RandomRow([2, double.NaN, 1, 1], ["a", null]);
        for (var i = 0; i < 100; i++)
        {
            Assert.True(program.Test(row));
            Assert.False(program.Test(no));
            Assert.Null(program.Test(unknown));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            program.Test(row);
            program.Test(no);
            program.Test(unknown);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void At_the_ends_of_the_numbers_and_at_both_zeros_a_test_answers_as_the_value_does()
    {
        double[] numbers = [0, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        var binding = CelBinding.For<double>().Number("n", n => n).Build();
        var language = CelEnvironment.Declare().Variable("n", CelType.Double).Build();
        foreach (var constant in new[] { "0.0", "-0.0", "4.9e-324", "-4.9e-324", "1.7976931348623157e308", "-1.7976931348623157e308" })
        {
            foreach (var comparison in new[] { "<", "<=", ">", ">=", "==", "!=" })
            {
                foreach (var condition in new[] { $"n {comparison} {constant}", $"{constant} {comparison} n", $"n {comparison} {constant} && n < 1.0", $"n {comparison} {constant} || n < -1.0" })
                {
                    var program = language.Check(condition).Compile(binding);
                    foreach (var number in numbers)
                    {
                        var value = program.Evaluate(number);
                        Assert.True((value.Kind == CelKind.Bool ? value.IsTrue : null) == program.Test(number), $"{condition} of {number:R}");
                    }
                }
            }
        }
    }

    [Fact]
    public void A_long_chain_is_tested_to_its_end()
    {
        const int length = 4000;
        var chain = string.Join(" && ", Enumerable.Range(0, length).Select(i => i % 2 == 0 ? "n0 > 0.0" : "t0 != 'a'"));
        var program = RandomExpression.Language.Check($"({chain}) && n1 > 1.0").Compile(RandomRow.Binding);
        Assert.True(program.Test(new([1, 2, 0, 0], ["b", ""])));
        Assert.False(program.Test(new([1, 1, 0, 0], ["b", ""])));
        Assert.False(program.Test(new([1, 1, 0, 0], [null, ""])));
        Assert.Null(program.Test(new([1, 2, 0, 0], [null, ""])));
        Assert.False(program.Test(new([1, 2, 0, 0], ["a", ""])));
    }

    [Theory]
    [InlineData("x > 1.0 && y > 1.0", 2, 2.5, true)]
    [InlineData("x > 1.0 && y > 1.0", 1, 2.5, false)]
    [InlineData("x > 1.0 || y > 1.0", 2, double.NaN, true)]
    [InlineData("x > 1.0 && y > 1.0", 2, double.NaN, null)]
    [InlineData("!(x > 1.0) || y > 1.0", 2, double.NaN, null)]
    public void What_a_reader_gives_of_another_type_than_declared_is_tested_as_the_value_it_is(string condition, long x, double y, bool? expected)
    {
        var language = CelEnvironment.Declare().Variable("x", CelType.Double).Variable("y", CelType.Double).Build();
        var binding = CelBinding.For<(long X, double Y)>().Value("x", r => CelValue.Of(r.X)).Number("y", r => r.Y).Build();
        Assert.Equal(expected, language.Check(condition).Compile(binding).Test((x, y)));
    }

    [Theory]
    [InlineData("fails > 1.0 && n > 1.0", null)]
    [InlineData("fails > 1.0 && n < 1.0", false)]
    [InlineData("fails > 1.0 || n > 1.0", true)]
    [InlineData("fails > 1.0 || (n < 1.0 && text == 'a')", null)]
    [InlineData("fails > 1.0", null)]
    public void What_a_lambda_throws_is_unknown_and_others_may_decide(string condition, bool? expected)
    {
        var language = CelEnvironment.Declare().Variable("fails", CelType.Double).Variable("n", CelType.Double).Variable("text", CelType.String).Build();
        var binding = CelBinding.For<double>().Number("fails", _ => throw new InvalidOperationException("no")).Number("n", n => n).Text("text", _ => "b").Build();
        Assert.Equal(expected, language.Check(condition).Compile(binding).Test(2));
    }

    [Fact]
    public void Two_threads_at_once_give_the_same()
    {
        var program = RandomExpression.Language.Check("[n0, n1, n2].exists(x, x > 1 && [n3].all(y, y < x)) || t0.matches('a+')").Compile(RandomRow.Binding);
        RandomRow[] rows = [.. Enumerable.Range(0, 2000).Select(i => RandomRow.Next(new Random(i)))];
        string[] alone = [.. rows.Select(r => program.Evaluate(r).ToString())];
        Parallel.For(0, 8, _ => Assert.Equal(alone, rows.Select(r => program.Evaluate(r).ToString())));
    }

    private static bool Bit(ulong[] words, int row) => (words[row / 64] >> (row % 64) & 1) != 0;
}

internal static class KindOfValue
{
    public static bool IsDouble(this CelValue value) => value.Kind == CelKind.Double;
}
