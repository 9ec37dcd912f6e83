using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Evaluating;

/// <summary>What becomes of what is not known.</summary>
public sealed class UnknownTests
{
    private static readonly CelValue Unknown = CelValue.Unknown("x", "not given");
    private static readonly CelValue Other = CelValue.Unknown("y", "incomplete");
    private static readonly CelValue Error = CelValue.Of(new CelError(CelErrorKind.Range, "out of range"));

    /// <summary>Every pair of true, false, unknown and error, by and, or.</summary>
    public static TheoryData<string, string, string, string> Table => new()
    {
        // a        b          a && b     a || b
        { "true", "true", "true", "true" },
        { "true", "false", "false", "true" },
        { "true", "unknown", "unknown", "true" },
        { "true", "error", "error", "true" },
        { "false", "true", "false", "true" },
        { "false", "false", "false", "false" },
        { "false", "unknown", "false", "unknown" },
        { "false", "error", "false", "error" },
        { "unknown", "true", "unknown", "true" },
        { "unknown", "false", "false", "unknown" },
        { "unknown", "unknown", "unknown", "unknown" },
        { "unknown", "error", "unknown", "unknown" },
        { "error", "true", "error", "true" },
        { "error", "false", "false", "error" },
        { "error", "unknown", "unknown", "unknown" },
        { "error", "error", "error", "error" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void The_table_of_and_and_or(string a, string b, string and, string or)
    {
        Assert.Equal(and, Word(Evaluated.With("a && b", Value(a), Value(b))));
        Assert.Equal(or, Word(Evaluated.With("a || b", Value(a), Value(b))));
        Assert.Equal(and, Word(Evaluated.With("[1, 2].all(x, x == 1 ? a : b)", Value(a), Value(b))));
        Assert.Equal(or, Word(Evaluated.With("[1, 2].exists(x, x == 1 ? a : b)", Value(a), Value(b))));
    }

    [Fact]
    public void Elsewhere_an_error_outranks_an_unknown()
    {
        Assert.True(Evaluated.With("a + b", Unknown, Error).IsError);
        Assert.True(Evaluated.With("a + b", Error, Unknown).IsError);
        Assert.True(Evaluated.With("[a, b]", Unknown, Error).IsError);
        Assert.True(Evaluated.With("a == 1", Unknown).IsUnknown);
    }

    [Theory]
    [InlineData("a + b")]
    [InlineData("a && b")]
    [InlineData("a || b")]
    [InlineData("[a, b]")]
    [InlineData("{1: a, 2: b}")]
    [InlineData("a == b")]
    [InlineData("[1].map(x, [a, b])")]
    public void The_causes_of_all_operands_are_joined_and_sorted(string text)
    {
        var causes = Evaluated.With(text, Other, Unknown).AsUnknown().Causes;
        Assert.Equal(["x: not given", "y: incomplete"], causes.Select(c => c.ToString()));
    }

    [Fact]
    public void A_choice_by_an_unknown_is_unknown_and_the_branch_not_taken_does_not_matter()
    {
        Assert.True(Evaluated.With("a ? 1 : 2", Unknown).IsUnknown);
        Assert.Equal(1, Evaluated.With("true ? 1 : a", Unknown).AsInt());
        Assert.True(Evaluated.With("a ? 1 : 2", Error).IsError);
    }

    [Fact]
    public void All_and_exists_fold_as_and_and_or()
    {
        Assert.True(Evaluated.With("[1, 2].all(x, x == 1 || a)", Unknown).IsUnknown);
        Assert.True(Evaluated.With("[1, 2].all(x, x == 2 && a)", Unknown).IsFalse);
        Assert.True(Evaluated.With("[1, 2].exists(x, x == 2 || a)", Unknown).IsTrue);
        Assert.True(Evaluated.With("[1, 2].exists(x, x == 3 || a)", Unknown).IsUnknown);
        Assert.True(Evaluated.With("[1, 2].exists(x, x == 1 ? a : b)", Unknown, Error).IsUnknown);
    }

    [Theory]
    [InlineData("[1, 2].exists_one(x, x == 1 ? a : false)")]
    [InlineData("[1, 2].map(x, x == 1 ? a : x)")]
    [InlineData("[1, 2].filter(x, x == 1 ? a : true)")]
    [InlineData("[1, 2].transformMap(i, x, x == 1 ? a : x)")]
    public void The_other_macros_are_unknown_where_a_part_is(string text) => Assert.True(Evaluated.With(text, Unknown).IsUnknown);

    [Fact]
    public void OrElse_catches_the_unknown_and_never_an_error()
    {
        Assert.Equal(7, Evaluated.With("orElse(a, 7)", Unknown).AsInt());
        Assert.Equal(1, Evaluated.With("orElse(a, 7)", CelValue.Of(1L)).AsInt());
        Assert.True(Evaluated.With("orElse(a, 7)", Error).IsError);
        Assert.True(Evaluated.With("orElse(a, b)", Unknown, Other).AsUnknown().Causes.Single().Subject == "y");
        Assert.Equal(CelKind.Null, Evaluated.With("orElse(a, 7)", CelValue.Null).Kind);
    }

    [Fact]
    public void Known_tests_and_an_error_stays_one()
    {
        Assert.True(Evaluated.With("known(a)", Unknown).IsFalse);
        Assert.True(Evaluated.With("known(a)", CelValue.Null).IsTrue);
        Assert.True(Evaluated.With("known(a)", Error).IsError);
    }

    [Fact]
    public void Has_is_never_unknown()
    {
        Assert.True(Evaluated.With("has(a.f)", Unknown).IsFalse);
        Assert.True(Evaluated.With("has(a.f)", CelValue.Of(CelMap.Of([KeyValuePair.Create("f", CelValue.Null)]))).IsTrue);
    }

    [Fact]
    public void A_lambda_that_throws_makes_what_it_reads_unknown_and_cancellation_flows()
    {
        var language = CelEnvironment.Declare().Variable("n", CelType.Double).Build();
        var throwing = language.Check("n > 1.0 || true").Compile(CelBinding.For<string>().Number("n", _ => throw new InvalidOperationException("no connection")).Build());
        Assert.True(throwing.Evaluate("row").IsTrue);
        Assert.True(throwing.Test("row"));
        var alone = language.Check("n > 1.0").Compile(CelBinding.For<string>().Number("n", _ => throw new InvalidOperationException("no connection")).Build());
        Assert.Contains("InvalidOperationException: no connection", alone.Evaluate("row").ToString(), StringComparison.Ordinal);
        Assert.Null(alone.Test("row"));
        var cancelled = language.Check("n > 1.0").Compile(CelBinding.For<string>().Number("n", _ => throw new OperationCanceledException()).Build());
        Assert.Throws<OperationCanceledException>(() => cancelled.Test("row"));
        Assert.Throws<OperationCanceledException>(() => cancelled.Evaluate("row"));
    }

    private static CelValue Value(string word) => word switch
    {
        "true" => CelValue.True,
        "false" => CelValue.False,
        "unknown" => Unknown,
        _ => Error,
    };

    private static string Word(CelValue value) => value.IsUnknown ? "unknown" : value.IsError ? "error" : value.IsTrue ? "true" : "false";
}
