namespace CustomerSuccess.Expressions.Tests.Columns;

public sealed class CelColumnsTests
{
    private static readonly CelEnvironment Language = CelEnvironment.Declare()
        .Variable("seats", CelType.NullableOf(CelType.Double)).Variable("plan", CelType.String).Variable("trial", CelType.Bool).Variable("age", CelType.Duration)
        .WidenIntegers().UnknownForms().Build();

    [Fact]
    public void A_column_that_is_missing_is_named_before_anything_is_computed()
    {
        var program = CelColumnProgram.Of(Language.Check("seats > 3 && plan == 'pro'"));
        var bits = new ulong[1];

        Assert.Equal(["plan", "seats"], program.Reads);
        Assert.Contains("'seats'", Assert.Throws<ArgumentException>(() => program.Test(new CelColumns(2).Text("plan", new string[2]), bits, bits)).Message, StringComparison.Ordinal);
        Assert.Contains("'plan'", Assert.Throws<ArgumentException>(() => program.Test(new CelColumns(2).Number("seats", new double[2]), bits, bits)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CelColumnTexts.Of(Language.Check("plan")).Compute(new CelColumns(2), new string?[2]));
        Assert.Throws<ArgumentException>(() => CelColumnNumbers.Of(Language.Check("plan")));
    }

    [Fact]
    public void A_yes_or_no_is_1_and_0_a_duration_days_and_what_may_be_null_is_a_number()
    {
        var columns = new CelColumns(4)
            .Number("trial", new[] { 1, 0, double.NaN, 1 })
            .Number("age", new[] { 1.5, 40, 2, double.NaN })
            .Number("seats", new[] { 10, double.NaN, 3, 60 })
            .Text("plan", new[] { "pro", "free", null, "pro" });

        Assert.Equal((0b1001UL, 0b0100UL), Test("trial"));
        Assert.Equal((0b0001UL, 0b1000UL), Test("trial && age < duration('48h')"));
        Assert.Equal((0b0010UL, 0b1000UL), Test("age > duration('240h')"));
        Assert.Equal((0b1001UL, 0b0010UL), Test("seats / 2 >= 5"));
        var texts = new string?[4];
        CelColumnTexts.Of(Language.Check("seats > 5 ? plan : 'small'")).Compute(columns, texts);
        Assert.Equal("pro, , small, pro", string.Join(", ", texts));

        (ulong, ulong) Test(string text)
        {
            var (holds, unknown) = (new ulong[1], new ulong[1]);
            CelColumnProgram.Of(Language.Check(text)).Test(columns, holds, unknown);
            return (holds[0], unknown[0]);
        }
    }

    [Fact]
    public void A_part_that_is_a_column_as_a_whole_is_read_as_one()
    {
        static string? Whole(CelExpression expression, CelNode node) => node.ToString() == "plan.size()" ? "length" : null;
        var numbers = new double[2];
        var made = CelColumnNumbers.Of(Language.Check("double(plan.size()) + seats"), Whole);
        made.Compute(new CelColumns(2).Number("length", new double[] { 3, 4 }).Number("seats", new double[] { 1, 2 }), numbers);

        Assert.Equal(["length", "seats"], made.Reads);
        Assert.Equal([4, 6], numbers);
    }
}
