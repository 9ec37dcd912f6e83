namespace CustomerSuccess.Expressions.Tests.Declarations;

public sealed class HostFunctionTests
{
    private static readonly CelValue[] Row = [CelValue.Of(3L), CelValue.Of("abc")];

    [Fact]
    public void Each_signature_has_its_own_body_and_dyn_finds_the_one_that_fits()
    {
        var language = Declare()
            .Function("f", [CelType.Int], CelType.String, (_, _) => CelValue.Of("int"))
            .Function("f", [CelType.String], CelType.String, (_, _) => CelValue.Of("string"))
            .Function("f", [CelType.Int, CelType.Int], CelType.String, (_, _) => CelValue.Of("two"))
            .Function("g", [CelType.String, CelType.Int], CelType.String, (_, x) => CelValue.Of(x[0].AsString()[..(int)x[1].AsInt()]), new() { IsReceiver = true })
            .Build();

        Assert.Equal(["int", "string", "two", "int", "ab"], new[] { "f(1)", "f('')", "f(1, 2)", "f(dyn(n))", "t.g(2)" }.Select(t => Run(language, t).AsString()));
        Assert.Equal(CelErrorKind.NoSuchOverload, Run(language, "f(dyn(1.5))").AsError().Kind);
        Assert.Equal("EX006", Assert.Single(language.TryCheck("f(1.5)", null, out _)).Code);
    }

    [Fact]
    public void What_a_function_throws_is_an_error_and_cancellation_flows()
    {
        var language = Declare()
            .Function("bad", [], CelType.Bool, (_, _) => throw new InvalidOperationException("no"))
            .Function("stop", [], CelType.Bool, (_, _) => throw new OperationCanceledException())
            .Build();

        Assert.Equal(CelErrorKind.HostFailed, Run(language, "bad()").AsError().Kind);
        Assert.True(Run(language, "bad() || true").AsBool());
        Assert.Throws<OperationCanceledException>(() => Run(language, "stop()"));
    }

    [Fact]
    public void A_pure_function_of_constants_is_computed_once_and_another_each_time()
    {
        var (pure, other) = (0, 0);
        var language = Declare()
            .Function("once", [CelType.Int], CelType.Int, (_, x) => CelValue.Of(x[0].AsInt() + ++pure))
            .Function("each", [CelType.Int], CelType.Int, (_, x) => CelValue.Of(x[0].AsInt() + ++other), new() { IsPure = false })
            .Build();
        var program = language.Check("once(1) + each(1)").Compile(CelBinding.ByName);
        for (var i = 0; i < 3; i++)
        {
            program.Evaluate(new Dictionary<string, CelValue>());
        }

        Assert.Equal((1, 3), (pure, other));
        Assert.Equal(["each(1)"], program.Opaque.Select(p => p.ToString()));
    }

    [Fact]
    public void What_keeps_order_lets_a_crossing_be_foreseen()
    {
        var language = CelEnvironment.Declare()
            .Variable("now", CelType.Timestamp)
            .Function("year", [CelType.Timestamp], CelType.Int, (_, x) => CelValue.Of((long)x[0].AsTimestamp().Year), new() { KeepsOrder = true })
            .Function("odd", [CelType.Timestamp], CelType.Bool, (_, x) => CelValue.Of(x[0].AsTimestamp().Year % 2 == 1))
            .Build();
        var binding = CelBinding.For<DateTimeOffset>().Reader(new Now()).MovedBy((_, at) => at).Build();
        var start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), language.Check("year(now) >= 2030").Compile(binding).EvaluateTimed(start, start).Until);
        Assert.Equal(start.AddDays(1), language.Check("odd(now)").Compile(binding).EvaluateTimed(start, start).Until);
        Assert.Equal(start.AddHours(2), language.Check("odd(now)").Compile(binding).EvaluateTimed(start, start, TimeSpan.FromHours(2)).Until);
    }

    [Fact]
    public void A_declaration_that_contradicts_itself_is_refused()
    {
        CelFunctionBody body = (_, x) => x[0];

        Assert.Throws<ArgumentException>(() => Declare().Function("size", [CelType.Int], CelType.Int, body));
        Assert.Throws<ArgumentException>(() => Declare().Function("has", [CelType.Int], CelType.Int, body));
        Assert.Throws<ArgumentException>(() => Declare().Function("f", [], CelType.Int, body, new() { IsReceiver = true }));
        Assert.Throws<ArgumentException>(() => Declare().Function("f", [CelType.Int, CelType.Int], CelType.Int, body, new() { KeepsOrder = true }));
        Assert.Throws<ArgumentException>(() => Declare().Function("f", [CelType.Int], CelType.Int, body).Function("f", [CelType.Int], CelType.Int, body));
        Assert.Throws<ArgumentException>(() => Declare().Function("f", [CelType.Int], CelType.Int, body, new() { Version = "1" }).Function("f", [CelType.Uint], CelType.Int, body));
    }

    [Fact]
    public void The_reference_lists_what_is_declared_with_its_words_and_twice_the_same()
    {
        var language = Declare().Function("half", [CelType.Double], CelType.Double, (_, x) => x[0], new() { Description = "Half | of it." }).Build();
        var text = CelReference.Markdown(language);

        Assert.Equal(text, CelReference.Markdown(language));
        Assert.Contains("| `half(double) -> double` | Half \\| of it. |", text, StringComparison.Ordinal);
        Assert.Contains("| `n: int` |", text, StringComparison.Ordinal);
        Assert.Contains("| `string.matches(string) -> bool` |", text, StringComparison.Ordinal);
        Assert.All(CelEnvironment.Standard.Functions, f => Assert.False(string.IsNullOrEmpty(f.Description), f.Name));
    }

    [Fact]
    public void A_part_of_constants_has_a_value_and_one_that_reads_has_none()
    {
        var expression = Declare().Build().Check("n + 2 * 3 > size('ab' + t)");

        Assert.True(expression.TryConstant(expression.Root.Parts[0].Parts[1], out var six));
        Assert.Equal(6, six.AsInt());
        Assert.False(expression.TryConstant(expression.Root, out _));
        Assert.Equal("n", expression.VariableOf(expression.Root.Parts[0].Parts[0])!.Name);
        Assert.Equal(("XX001", 1, 5), expression.Mistake("XX001", "What.", "", expression.Root.Parts[0].Parts[1]) is var mistake ? (mistake.Code, mistake.Line, mistake.Column) : default);
    }

    private static CelEnvironmentBuilder Declare() => CelEnvironment.Declare().Variable("n", CelType.Int).Variable("t", CelType.String);

    private static CelValue Run(CelEnvironment language, string text) => language.Check(text).Evaluate(new Dictionary<string, CelValue> { ["n"] = Row[0], ["t"] = Row[1] });

    private sealed class Now() : CelReader<DateTimeOffset>("now")
    {
        public override CelGrowth Growth => CelGrowth.Grows;

        public override CelValue Read(DateTimeOffset row) => CelValue.Of(row);
    }
}
