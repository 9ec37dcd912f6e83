using CustomerSuccess.Testing;

namespace CustomerSuccess.Tests.Foundation.Conditions;

public sealed class FactTests
{
    private static readonly IFacts Acme = Facts.With("seats", 100).With("plan", "pro").With("vip", true).Unknown("nps");

    [Theory]
    [InlineData(100, true, false, true, false)]
    [InlineData(100.00000000001, false, false, true, true)]
    [InlineData(99.9999999999, true, true, false, false)]
    public void Numbers_are_compared_exactly(double with, bool least, bool more, bool most, bool less)
    {
        var seats = Fact.Number("seats");

        Assert.Equal((least, more, most, less), (Holds(seats.AtLeast(with)), Holds(seats.MoreThan(with)), Holds(seats.AtMost(with)), Holds(seats.LessThan(with))));
    }

    [Fact]
    public void Texts_are_compared_ordinally()
    {
        Assert.True(Holds(Fact.Text("plan").Is("pro")));
        Assert.False(Holds(Fact.Text("plan").Is("Pro")));
        Assert.True(Holds(Fact.Text("plan").IsOneOf("basic", "pro")));
        Assert.False(Holds(Fact.Text("plan").IsOneOf("basic", "gold")));
        // In what order they are named, and how often, makes no other condition.
        Assert.Equal(Fact.Text("plan").IsOneOf("a", "b").ToString(), Fact.Text("plan").IsOneOf("b", "a", "b").ToString());
        Assert.Equal("\"plan\" is \"a\" or \"b\"", Fact.Text("plan").IsOneOf("a", "b").ToString());
    }

    [Fact]
    public void What_is_not_known_or_not_declared_makes_a_comparison_unknown_and_is_known_never_is()
    {
        Assert.Equal("nps: not given", Assert.Single(Fact.Number("nps").AtLeast(0).Holds(Acme).Causes).ToString());
        Assert.Equal(UnknownKind.NotDeclared, Assert.Single(Fact.Text("none").Is("x").Holds(Acme).Causes).Kind);
        Assert.True(Holds(Fact.IsTrue("vip")));
        Assert.All(["seats", "plan", "vip"], n => Assert.True(Holds(Fact.IsKnown(n))));
        Assert.All(["nps", "none"], n => Assert.False(Holds(Fact.IsKnown(n))));
    }

    [Fact]
    public void Names_and_texts_are_quoted_and_numbers_written_as_in_every_culture() =>
        Culture.Run("de-DE", () => Assert.Equal("(\"a\\u0022b\" < -0.5 and \"c\" is \"\")", (Fact.Number("a\"b").LessThan(-0.5) & Fact.Text("c").Is("")).ToString()));

    [Fact]
    public void Minus_zero_is_zero() =>
        Assert.Equal(Fact.Number("a").AtLeast(0).ToString(), Fact.Number("a").AtLeast(-0.0).ToString());

    [Fact]
    public void What_is_no_number_no_name_and_no_text_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Fact.Number("a").AtLeast(double.NaN));
        Assert.Throws<ArgumentException>(() => Fact.Number("a").LessThan(double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => Fact.Text("a").IsOneOf());
        Assert.Throws<ArgumentNullException>(() => Fact.Text("a").IsOneOf("b", null!));
        foreach (var name in (string[])["", " ", "\ud800"])
        {
            Assert.Throws<ArgumentException>(() => Fact.Number(name));
            Assert.Throws<ArgumentException>(() => Fact.Text(name));
            Assert.Throws<ArgumentException>(() => Fact.IsTrue(name));
            Assert.Throws<ArgumentException>(() => Fact.IsKnown(name));
            Assert.Throws<ArgumentException>(() => FactCondition.Of(name, _ => Reading.Known(true)));
        }

        Assert.Throws<ArgumentException>(() => Fact.Text("a").Is("\udc00"));
    }

    private static bool Holds(FactCondition condition) => condition.Holds(Acme).Value;
}
