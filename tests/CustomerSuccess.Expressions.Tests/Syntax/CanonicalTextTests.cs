using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Syntax;

/// <summary>The canonical text: one for all ways of writing the same, and read again it is the same.</summary>
public sealed class CanonicalTextTests
{
    [Theory]
    [InlineData("1+2*3", "1 + 2 * 3")]
    [InlineData("(1+2)*3", "(1 + 2) * 3")]
    [InlineData("1-(2-3)", "1 - (2 - 3)")]
    [InlineData("(1-2)-3", "1 - 2 - 3")]
    [InlineData("((a))", "a")]
    [InlineData("a&&b||c", "a && b || c")]
    [InlineData("a&&(b||c)", "a && (b || c)")]
    [InlineData("(a && b) && c", "(a && b) && c")]
    [InlineData("a ? b : c ? d : e", "a ? b : c ? d : e")]
    [InlineData("(a ? b : c) ? d : e", "(a ? b : c) ? d : e")]
    [InlineData("a ? (b ? c : d) : e", "a ? (b ? c : d) : e")]
    [InlineData("!(a)", "!a")]
    [InlineData("!!a", "!!a")]
    [InlineData("-(a)", "-a")]
    [InlineData("-(1)", "-(1)")]
    [InlineData("-1", "-1")]
    [InlineData("(-1).f()", "(-1).f()")]
    [InlineData("- -a", "--a")]
    [InlineData("'it''s'", null)]
    [InlineData("'it\\'s'", "\"it's\"")]
    [InlineData("\"\"\"a\n\"b\"\"\"\"", null)]
    [InlineData("r'\\d'", "\"\\\\d\"")]
    [InlineData("b'\\xff'", "b\"\\xff\"")]
    [InlineData("1.0", "1.0")]
    [InlineData("1e3", "1000.0")]
    [InlineData("0x1F", "31")]
    [InlineData("3U", "3u")]
    [InlineData("[1,2,]", "[1, 2]")]
    [InlineData("{'a':1,}", "{\"a\": 1}")]
    [InlineData("a.b.c[0].d(1,2)", "a.b.c[0].d(1, 2)")]
    [InlineData("a.`b c`", "a.`b c`")]
    [InlineData("a.`b`", "a.b")]
    [InlineData("has ( a . b )", "has(a.b)")]
    [InlineData("xs.all(x,x>0)", "xs.all(x, x > 0)")]
    [InlineData("xs.transformMap(k,v,v>0,v)", "xs.transformMap(k, v, v > 0, v)")]
    [InlineData("a in [1]", "a in [1]")]
    [InlineData(".a", ".a")]
    [InlineData("a // a comment\n + b", "a + b")]
    [InlineData("a < b == c", "a < b == c")]
    [InlineData("a < (b == c)", "a < (b == c)")]
    public void It_differs_in_blanks_quotes_and_parentheses_only(string text, string? canonical)
    {
        if (canonical is null)
        {
            Assert.Throws<CelException>(() => CelEnvironment.Standard.Read(text));
            return;
        }

        var read = CelEnvironment.Standard.Read(text);
        Assert.Equal(canonical, read.Canonical);
        Assert.Equal(canonical, CelEnvironment.Standard.Read(canonical).Canonical);
    }

    [Fact]
    public void Read_again_it_is_the_same_and_gives_the_same()
    {
        var random = new Random(7);
        for (var i = 0; i < 5000; i++)
        {
            var text = new RandomExpression(random).Condition(4);
            var expression = RandomExpression.Language.Check(text);
            var again = RandomExpression.Language.Check(expression.Canonical);
            Assert.Equal(expression.Canonical, again.Canonical);
            var row = RandomRow.Next(random).ByName();
            Assert.Equal(expression.Evaluate(row).ToString(), again.Evaluate(row).ToString());
        }
    }
}
