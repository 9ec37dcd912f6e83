using CustomerSuccess.Testing;

namespace CustomerSuccess.Tests.Foundation.Conditions;

public sealed class FactConditionTests
{
    private static readonly IFacts Known = Facts.With("yes", true).With("no", false).Unknown("?").Unknown("??");

    [Theory]
    // A deciding operand wins; otherwise an unknown one makes the whole unknown, with the causes of all operands, sorted.
    [InlineData("yes", "yes", "yes", "yes")]
    [InlineData("yes", "no", "no", "yes")]
    [InlineData("no", "no", "no", "no")]
    [InlineData("yes", "?", "?: not given", "yes")]
    [InlineData("no", "?", "no", "?: not given")]
    [InlineData("?", "?", "?: not given", "?: not given")]
    [InlineData("??", "?", "?: not given; ??: not given", "?: not given; ??: not given")]
    public void And_and_or_follow_the_table_of_three_values_in_both_orders(string left, string right, string both, string either)
    {
        Assert.Equal(both, Said(Fact.IsTrue(left) & Fact.IsTrue(right)));
        Assert.Equal(both, Said(Fact.IsTrue(right) & Fact.IsTrue(left)));
        Assert.Equal(either, Said(Fact.IsTrue(left) | Fact.IsTrue(right)));
        Assert.Equal(either, Said(Fact.IsTrue(right) | Fact.IsTrue(left)));
        // De Morgan holds of unknowns too.
        Assert.Equal(Said(!(Fact.IsTrue(left) & Fact.IsTrue(right))), Said(!Fact.IsTrue(left) | !Fact.IsTrue(right)));
        Assert.Equal(Said(FactCondition.BitwiseAnd(Fact.IsTrue(left), Fact.IsTrue(right))), both);
        Assert.Equal(Said(FactCondition.BitwiseOr(Fact.IsTrue(left), Fact.IsTrue(right))), either);
    }

    [Theory]
    [InlineData("yes", "no")]
    [InlineData("no", "yes")]
    [InlineData("?", "?: not given")]
    public void Not_of_unknown_is_unknown(string of, string expected)
    {
        Assert.Equal(expected, Said(!Fact.IsTrue(of)));
        Assert.Equal(Said(Fact.IsTrue(of)), Said(FactCondition.LogicalNot(!Fact.IsTrue(of))));
    }

    [Fact]
    public void Causes_of_nested_operands_are_the_union_and_those_of_a_decided_part_are_gone()
    {
        var undecided = Fact.IsTrue("??") & Fact.IsTrue("yes");

        Assert.Equal("?: not given; ??: not given", Said(undecided | Fact.IsTrue("?") | Fact.IsTrue("no")));
        Assert.Equal("?: not given", Said((undecided & Fact.IsTrue("no")) | Fact.IsTrue("?")));
    }

    [Fact]
    public void A_lambda_that_throws_is_unknown_and_cancellation_flows()
    {
        Assert.Equal("rule: reader failed: FormatException: no digits", Said(FactCondition.Of("rule", _ => throw new FormatException("no digits"))));
        Assert.Equal("no", Said(FactCondition.Of("rule", _ => throw new FormatException()) & Fact.IsTrue("no")));
        Assert.Throws<OperationCanceledException>(() => FactCondition.Of("rule", _ => throw new OperationCanceledException()).Holds(Known));
    }

    [Fact]
    public void A_lambda_without_a_version_is_not_reproducible_nor_is_what_it_is_part_of()
    {
        var (plain, versioned) = (FactCondition.Of("rule", _ => Reading.Known(true)), FactCondition.Of("rule", _ => Reading.Known(true), "2"));

        Assert.True(versioned.IsReproducible && (versioned & !Fact.IsTrue("yes")).IsReproducible);
        Assert.False(plain.IsReproducible || (!plain).IsReproducible || (versioned | plain).IsReproducible);
    }

    [Fact]
    public void Its_text_says_what_it_computes_and_no_name_can_look_like_another_condition()
    {
        static FactCondition Rule(string name, string? version = null) => FactCondition.Of(name, _ => Reading.Known(true), version);

        Assert.Equal("((\"a\" is true and not \"b\" >= 2.5) or \"rule\"@\"1\")", ((Fact.IsTrue("a") & !Fact.Number("b").AtLeast(2.5)) | Rule("rule", "1")).ToString());
        Assert.NotEqual((!Rule("p")).ToString(), Rule("not p").ToString());
        Assert.NotEqual((Rule("p", "1") & Rule("q", "1")).ToString(), Rule("(p@1 and q", "1)").ToString());
        Assert.NotEqual(Fact.IsTrue("a").ToString(), Rule("\"a\" is true").ToString());
        Assert.NotEqual(Rule("p", "?").ToString(), Rule("p").ToString());
    }

    [Fact]
    public void What_it_reads_is_each_name_once_in_ordinal_order() =>
        Assert.Equal(["B", "a", "b"], ((Fact.IsTrue("b") | Fact.Text("B").Is("x")) & !(Fact.Number("a").LessThan(1) | Fact.IsKnown("b"))).Reads);

    [Fact]
    public void Each_operand_is_asked_once_however_deep_it_stands()
    {
        var asked = 0;
        var condition = FactCondition.Of("rule", _ =>
        {
            asked++;
            return Reading.Unknown<bool>(new UnknownCause("rule", UnknownKind.NotGiven));
        });
        for (var i = 0; i < 40; i++)
        {
            condition = !condition;
        }

        Assert.Equal("rule: not given", Said(condition));
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Nothing_is_no_operand()
    {
        Assert.Throws<ArgumentNullException>(() => Fact.IsTrue("a") & null!);
        Assert.Throws<ArgumentNullException>(() => null! | Fact.IsTrue("a"));
        Assert.Throws<ArgumentNullException>(() => !(FactCondition)null!);
        Assert.Throws<ArgumentNullException>(() => FactCondition.Of("rule", null!));
        Assert.Throws<ArgumentException>(() => FactCondition.Of(" ", _ => Reading.Known(true)));
        Assert.Throws<ArgumentNullException>(() => FactCondition.Of("rule", _ => Reading.Known(true)).Holds(null!));
    }

    private static string Said(FactCondition condition)
    {
        var reading = condition.Holds(Known);
        return reading.IsKnown ? reading.Value ? "yes" : "no" : string.Join("; ", reading.Causes);
    }
}
