using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Foundation;

/// <summary>Readers whose lambdas say themselves that something is not known, and why.</summary>
public sealed class ReadingFactTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");
    private static readonly UnknownCause Why = new("survey", UnknownKind.Stated, "nobody asked");

    [Fact]
    public void A_value_is_a_value_and_an_unknown_keeps_its_own_causes()
    {
        var known = Words(Reading.Known(4d), Reading.Known(true), Reading.Known("pro"));
        var unknown = Words(Reading.Unknown<double>(Why), Reading.Unknown<bool>(Why), Reading.Unknown<string>(Why));

        Assert.Equal((4d, true, "pro"), (known.Number("n").Value, known.Flag("f").Value, known.Text("t").Value));
        Assert.All([unknown.Number("n").Causes, unknown.Flag("f").Causes, unknown.Text("t").Causes], c => Assert.Equal(Why, Assert.Single(c)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_that_is_none_is_never_known(double number) =>
        Assert.Equal(UnknownKind.NotANumber, Assert.Single(Words(Reading.Known(number), default, default).Number("n").Causes).Kind);

    [Fact]
    public void A_lambda_that_throws_gives_an_unknown_and_cancellation_flows()
    {
        var thrown = Vocabulary.For<string>()
            .Number("n", Reading<double> (_) => throw new FormatException("no"))
            .Flag("f", Reading<bool> (_) => throw new FormatException("no"))
            .Text("t", Reading<string> (_) => throw new FormatException("no"))
            .Number("c", Reading<double> (_) => throw new OperationCanceledException())
            .Build().Read("row", Day);

        Assert.All([thrown.Number("n").Causes, thrown.Flag("f").Causes, thrown.Text("t").Causes], c => Assert.Equal(UnknownKind.ReaderFailed, Assert.Single(c).Kind));
        Assert.Throws<OperationCanceledException>(() => thrown.Number("c"));
    }

    [Fact]
    public void Versions_are_part_of_what_is_hashed() =>
        Assert.Equal(["a@?", "b@3"], Vocabulary.For<string>().Number("b", _ => Reading.Known(1d), "3").Flag("a", _ => Reading.Known(true)).Build().Readers);

    [Fact]
    public void Read_as_something_else_it_says_how_to_read_it()
    {
        var words = Words(Reading.Known(4d), Reading.Known(true), Reading.Known("pro"));

        Assert.Equal("f: not declared: 'f' is a yes or no, not a number: read it with Flag", Assert.Single(words.Number("f").Causes).ToString());
        Assert.Equal(UnknownKind.NotDeclared, Assert.Single(words.Text("n").Causes).Kind);
        Assert.Equal(UnknownKind.NotDeclared, Assert.Single(words.Flag("t").Causes).Kind);
    }

    private static RowFacts<string> Words(Reading<double> number, Reading<bool> flag, Reading<string> text) =>
        Vocabulary.For<string>().Number("n", _ => number, "1").Flag("f", _ => flag, "1").Text("t", _ => text, "1").Build().Read("row", Day);
}
