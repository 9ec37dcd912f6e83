namespace CustomerSuccess.Expressions.Tests.Checking;

/// <summary>What the checker says of mistakes: all of them, each with its place and a cure.</summary>
public sealed class CheckerTests
{
    private static readonly CelRecordType Account = CelRecordType.For<object>("Account").Field("plan", CelType.String, _ => CelValue.Of("pro")).Field("seats", CelType.NullableOf(CelType.Int), _ => CelValue.Null).Build();

    private static readonly CelEnvironment Language = CelEnvironment.Declare()
        .Record(Account)
        .Variable("account", Account.Type)
        .Variable("logins", CelType.Int)
        .Variable("usage", CelType.Double)
        .Variable("tags", CelType.ListOf(CelType.String))
        .Variable("since", CelType.Timestamp)
        .Function("days", [CelType.Int], CelType.Duration, (_, x) => CelValue.Of(TimeSpan.FromDays(x[0].AsInt())), new() { Version = "1" })
        .Build();

    [Theory]
    [InlineData("logins >", "EX001", 1, 9, "A value is expected here.")]
    [InlineData("logins > 1 1", "EX001", 1, 12, "The expression ends before this.")]
    [InlineData("(logins > 1", "EX001", 1, 12, "')' is missing here; what it closes begins at 1:1.")]
    [InlineData("for > 1", "EX001", 1, 1, "'for' is a word that the language keeps for itself.")]
    [InlineData("'abc", "EX002", 1, 1, "The text is not closed.")]
    [InlineData("'a\\qb' == 'x'", "EX002", 1, 3, "This escape means nothing here.")]
    [InlineData("99999999999999999999 > 1", "EX002", 1, 1, "The number 99999999999999999999 is out of range.")]
    [InlineData("logns > 1", "EX004", 1, 1, "There is no 'logns'.")]
    [InlineData("true &&\n  logns > 1", "EX004", 2, 3, "There is no 'logns'.")]
    [InlineData("dayz(1) > days(1)", "EX005", 1, 1, "There is no function 'dayz'.")]
    [InlineData("logins > 'a'", "EX006", 1, 1, "'>' does not take a whole number (int) and a text (string).")]
    [InlineData("logins && true", "EX006", 1, 1, "'&&' joins conditions, and logins is a whole number (int).")]
    [InlineData("usage + 1 > 2.0", "EX006", 1, 1, "'+' does not take a number (double) and a whole number (int).")]
    [InlineData("tags.all(t, t)", "EX006", 1, 13, "The last argument of all is a condition, and t is a text (string).")]
    [InlineData("account.plen == 'pro'", "EX007", 1, 9, "There is no field 'plen' of account.")]
    [InlineData("logins.x == 1", "EX007", 1, 8, "'x' is asked of logins, which is a whole number (int) and has no fields.")]
    [InlineData("has(logins)", "EX009", 1, 1, "has(…) asks for a field.")]
    [InlineData("tags.all(1, true)", "EX009", 1, 10, "A macro names the element here, by one simple name.")]
    [InlineData("{'a': 1, 'a': 2}.size() > 1", "EX010", 1, 10, "The key \"a\" is there twice.")]
    [InlineData("account.plan.matches('(')", "EX011", 1, 22, null)]
    [InlineData("tags.all(a, tags.all(b, tags.all(c, a == b)))", "EX012", 1, 1, null)]
    public void A_mistake_has_a_code_a_place_and_words(string text, string code, int line, int column, string? message)
    {
        var mistakes = Language.TryCheck(text, null, out var expression);
        Assert.Null(expression);
        var mistake = Assert.Single(mistakes);
        Assert.Equal((code, line, column), (mistake.Code, mistake.Line, mistake.Column));
        if (message is not null)
        {
            Assert.Equal(message, mistake.Message);
        }
    }

    [Fact]
    public void All_mistakes_are_found_at_once_in_the_order_of_their_places()
    {
        var exception = Assert.Throws<CelException>(() => Language.Check("logns > 1 && account.plen == 'pro' || dayz(3) > 5"));
        Assert.Equal(["EX004", "EX007", "EX005"], exception.Diagnostics.Select(d => d.Code));
        Assert.Contains("Did you mean 'logins'?", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'plan'?", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'days'?", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_goes_on_behind_a_mistake()
    {
        var mistakes = Language.TryCheck("(logins > ) && [1, 2 && true", null, out _);
        Assert.True(mistakes.Count >= 2, string.Join('\n', mistakes));
    }

    [Fact]
    public void Carets_stand_under_the_mistake()
    {
        var mistake = Assert.Single(Language.TryCheck("true &&\n  \"ä😀\" != '' && logns > 1", null, out _));
        Assert.Equal("    \"ä😀\" != '' && logns > 1\n                  ^^^^^", mistake.Marked);
    }

    [Fact]
    public void What_is_expected_is_checked()
    {
        var mistake = Assert.Single(Language.TryCheck("logins", CelType.Bool, out _));
        Assert.Equal("EX008", mistake.Code);
        Assert.Equal("The expression is a whole number (int), and a yes or no (bool) is expected.", mistake.Message);
    }

    [Theory]
    [InlineData("logins + 1", "int")]
    [InlineData("tags.map(t, t.size())", "list(int)")]
    [InlineData("tags.filter(t, t != '')", "list(string)")]
    [InlineData("{'a': [1]}", "map(string, list(int))")]
    [InlineData("{'a': 1, 'b': 'c'}", "map(string, dyn)")]
    [InlineData("[1, 'a']", "list(dyn)")]
    [InlineData("[]", "list(dyn)")]
    [InlineData("[] + tags", "list(string)")]
    [InlineData("[[], [1]]", "list(list(int))")]
    [InlineData("since - since", "duration")]
    [InlineData("since - days(1)", "timestamp")]
    [InlineData("type(1)", "type(int)")]
    [InlineData("true ? dyn(1) : 2", "dyn")]
    [InlineData("tags.transformMap(i, t, t + '!')", "map(int, string)")]
    [InlineData("{'a': 1}.transformList(k, v, v)", "list(int)")]
    [InlineData("account.seats", "nullable(int)")]
    [InlineData("account.seats == null", "bool")]
    [InlineData("account.seats > 3", "bool")]
    public void Types_are_precise(string text, string type) => Assert.Equal(type, Language.Check(text).Type.ToString());

    [Fact]
    public void It_lists_what_is_read_and_which_functions_of_the_host_are_called()
    {
        var expression = Language.Check("account.plan == 'pro' && tags.exists(logins, logins == 'x') && since < since + days(3)");
        Assert.Equal(["account.plan", "since", "tags"], expression.Reads);
        Assert.Equal(["days"], expression.Functions.Select(f => f.Name));
    }

    [Fact]
    public void A_name_of_a_macro_hides_a_variable_and_a_leading_dot_does_not_mean_it()
    {
        Assert.Equal("list(string)", Language.Check("tags.map(logins, logins)").Type.ToString());
        Assert.Equal("list(int)", Language.Check("tags.map(logins, .logins)").Type.ToString());
    }

    [Fact]
    public void A_pattern_without_anything_to_match_is_a_mistake_or_an_error()
    {
        Assert.Equal("EX006", Language.TryCheck("matches()", null, out _)[0].Code);
        Assert.True(Language.Read("matches()").Evaluate(new Dictionary<string, CelValue>()).IsError);
    }
}
