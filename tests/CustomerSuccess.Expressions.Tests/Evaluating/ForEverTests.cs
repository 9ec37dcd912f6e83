namespace CustomerSuccess.Expressions.Tests.Evaluating;

/// <summary>Conditions whose answer never changes by itself are told at once, and no others.</summary>
public sealed class ForEverTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly CelEnvironment Language = CelEnvironment.Declare()
        .Variable("stays", CelType.Double)
        .Variable("changes", CelType.Double)
        .Variable("grows", CelType.Double)
        .Variable("lost", CelType.Double)
        .Variable("fails", CelType.Double)
        .Function("chance", [], CelType.Double, (_, _) => CelValue.Of(1.0), new() { IsPure = false })
        .Build();

    private static readonly CelBinding<double> Binding = CelBinding.For<double>()
        .Reader(new Number("stays"))
        .Reader(new Number("changes", until: Start.AddDays(1)))
        .Reader(new Number("grows", growth: CelGrowth.Grows))
        .Reader(new Number("lost", isKnown: false))
        .Reader(new Number("fails", untilFails: true))
        .Build();

    [Theory]
    [InlineData("stays > 1.0", 2, true)]
    [InlineData("stays > 1.0", 1, false)]
    [InlineData("stays > 1.0 && stays < 3.0", 2, true)]
    [InlineData("stays < 0.0 || stays > 5.0", 2, false)]
    public void Where_nothing_changes_the_answer_stands_for_ever(string condition, double row, bool holds)
    {
        var program = Language.Check(condition).Compile(Binding);

        Assert.True(program.TryTestForEver(row, out var found));
        Assert.Equal(holds, found);
        Assert.Equal((CelValue.Of(holds), null), (program.EvaluateTimed(row, Start).Value, program.EvaluateTimed(row, Start).Until));
    }

    [Theory]
    [InlineData("changes > 1.0")]
    [InlineData("stays > 5.0 || changes > 1.0")]
    [InlineData("grows > 5.0")]
    [InlineData("lost > 1.0")]
    [InlineData("fails > 1.0")]
    [InlineData("chance() > stays")]
    [InlineData("stays")]
    public void Where_anything_may_change_or_is_not_known_it_is_not_told(string expression)
    {
        Assert.False(Language.Check(expression).Compile(Binding).TryTestForEver(2, out _));
    }

    private sealed class Number(string name, CelGrowth growth = CelGrowth.None, DateTimeOffset? until = null, bool isKnown = true, bool untilFails = false) : CelReader<double>(name)
    {
        public override CelGrowth Growth => growth;

        public override CelValue Read(double row) => isKnown ? CelValue.Of(row) : CelValue.Unknown(Name, "not given");

        public override DateTimeOffset? Until(double row) => untilFails ? throw new InvalidOperationException("no") : until;
    }
}
