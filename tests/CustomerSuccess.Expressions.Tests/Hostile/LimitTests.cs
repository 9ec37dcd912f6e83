using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Hostile;

/// <summary>What is meant to hang, to overflow or to fill the memory gets the documented error.</summary>
public sealed class LimitTests
{
    public static TheoryData<string> TooMuch => new()
    {
        new string('(', 100_000) + "1" + new string(')', 100_000),
        new string('(', 5_000) + "1" + new string(')', 5_000),
        new string('[', 5_000) + new string(']', 5_000),
        new string('!', 5_000) + "true",
        new string('-', 5_000) + "a",
        string.Join(" + ", Enumerable.Repeat("1", 5_000)),
        "a" + string.Concat(Enumerable.Repeat(".b", 5_000)),
        "a" + string.Concat(Enumerable.Repeat("[0]", 5_000)),
        string.Concat(Enumerable.Repeat("true ? true : ", 5_000)) + "false",
        string.Concat(Enumerable.Repeat("{1: ", 5_000)) + "1" + new string('}', 5_000),
        string.Concat(Enumerable.Repeat("f(", 5_000)) + new string(')', 5_000),
        "'" + new string('x', 10_000_000) + "'",
        string.Join(",", Enumerable.Repeat("1", 45_000)).Insert(0, "[") + "]",
        string.Concat(Enumerable.Repeat("x.a[x.a.b.c.d.e[", 300)) + "0" + string.Concat(Enumerable.Repeat("]]", 300)),
        new string('9', 90_000),
        "1e" + new string('9', 90_000),
        new string('`', 1000),
        "\"" + new string('\\', 5001),
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void Too_deep_or_too_long_is_a_mistake(string text)
    {
        var mistakes = CelEnvironment.Standard.TryCheck(text, null, out var expression);
        Assert.Null(expression);
        Assert.NotEmpty(mistakes);
        Assert.All(mistakes, m => Assert.True(m.ToString().Length + m.Marked.Length < 2000));
        Assert.Throws<CelException>(() => CelEnvironment.Standard.Read(text));
    }

    [Fact]
    public void Long_chains_of_and_and_or_are_not_deep()
    {
        var chain = string.Join(" && ", Enumerable.Repeat("true", 5_000));
        Assert.True(Evaluated.Of(chain).IsTrue);
    }

    [Theory]
    [InlineData("[1,2,3,4,5,6,7,8,9,10].map(a, xs.map(b, xs.map(c, xs)))")]
    [InlineData("xs.map(a, xs.map(b, xs))")]
    [InlineData("xs.all(a, xs.all(b, xs.all(c, a + b + c >= 0)))")]
    [InlineData("xs.map(a, xs).map(b, b.map(c, xs)).size() > 0")]
    public void What_costs_too_much_is_refused_when_it_is_checked_or_gives_an_error_when_it_runs(string text)
    {
        var language = CelEnvironment.Declare().Variable("xs", CelType.ListOf(CelType.Int)).Limits(new CelLimits { MaximumCost = 100_000, MaximumEstimate = long.MaxValue }).Build();
        var value = language.Check(text).Evaluate(new Dictionary<string, CelValue> { ["xs"] = CelValue.Of(CelList.Of(Enumerable.Range(0, 1000).Select(i => CelValue.Of((long)i)))) });
        Assert.Equal(CelErrorKind.TooCostly, value.AsError().Kind);
        var strict = CelEnvironment.Declare().Variable("xs", CelType.ListOf(CelType.Int)).Limits(new CelLimits { MaximumEstimate = 100_000 }).Build();
        Assert.Equal("EX012", Assert.Single(strict.TryCheck(text, null, out _)).Code);
    }

    [Fact]
    public void A_text_that_doubles_and_doubles_ends_before_it_fills_the_memory()
    {
        var text = "'0123456789'";
        for (var i = 0; i < 60; i++)
        {
            text = $"[{text}].map(x, x + x)[0]";
        }

        var before = GC.GetTotalAllocatedBytes();
        var value = CelEnvironment.Declare().Limits(new CelLimits { MaximumEstimate = long.MaxValue }).Build().Check(text).Evaluate(Evaluated.Nothing);
        Assert.Equal(CelErrorKind.TooCostly, value.AsError().Kind);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 200_000_000);
    }

    [Theory]
    [InlineData("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(a+)+$')")]
    [InlineData("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(a|aa)+$')")]
    [InlineData("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(.*?,){11}P')")]
    public void Patterns_run_in_linear_time(string text) => Assert.True(Evaluated.Of(text).IsFalse);

    [Theory]
    [InlineData("'a'.matches('(?=a)')")]
    [InlineData("'aa'.matches('(a)\\\\1')")]
    [InlineData("'a'.matches('(')")]
    [InlineData("'a'.matches('a{100000}')")]
    public void Patterns_that_are_none_are_mistakes_or_errors(string text)
    {
        Assert.Equal("EX011", Assert.Single(CelEnvironment.Standard.TryCheck(text, null, out _)).Code);
        Assert.True(Evaluated.Unchecked(text).IsError);
    }

    [Theory]
    [InlineData("timestamp(0).getHours('Mars/Olympus')")]
    [InlineData("timestamp(0).getHours('../../etc/passwd')")]
    [InlineData("timestamp(0).getHours('')")]
    [InlineData("timestamp(0).getHours('+99:99')")]
    [InlineData("timestamp(0).getHours('/etc/localtime')")]
    public void Zones_that_do_not_exist_are_errors(string text) => Assert.Equal(CelErrorKind.InvalidArgument, Evaluated.Of(text).AsError().Kind);

    // An attribute would not keep half a character.
    public static TheoryData<int> HalfCharacters => [0, 1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(HalfCharacters))]
    public void Half_characters_are_mistakes(int which)
    {
        string[] texts = ["'\ud800'", "'\\ud800'", "b'\udfff'", "'\\U00110000'", "\"a\0b\ud83d\" == ''"];
        Assert.Equal("EX002", CelEnvironment.Standard.TryCheck(texts[which], null, out _)[0].Code);
    }

    [Fact]
    public void Half_characters_of_the_host_are_values_and_no_octets()
    {
        Assert.True(Evaluated.With("a == a", CelValue.Of("\ud800")).IsTrue);
        Assert.True(Evaluated.With("bytes(a)", CelValue.Of("\ud800")).IsError);
        Assert.Equal(1, Evaluated.With("size(a)", CelValue.Of("\ud800")).AsInt());
    }
}
