using CustomerSuccess.Tests.Health.Strategies;

namespace CustomerSuccess.Tests.Foundation;

public sealed class VocabularyTests
{
    private static readonly RowFacts<Tenant> Facts = Tenant.Words.Read(
        new("acme", Logins: 12, Nps: 40, Plan: "pro", Champion: true) { SurveyedAt = Tenant.AsOf.AddDays(-3) }, Tenant.AsOf);

    [Fact]
    public void Facts_are_read_by_name_and_type()
    {
        Assert.Equal(["champion", "logins", "nps", "plan"], Facts.Names);
        Assert.Equal(12, Facts.Number("logins").Value);
        Assert.True(Facts.Flag("champion").Value);
        Assert.Equal("pro", Facts.Text("plan").Value);
        Assert.Equal(TimeSpan.FromDays(3), Facts.Age("nps").Value);
    }

    [Fact]
    public void What_the_row_does_not_give_is_not_given()
    {
        var empty = Tenant.Words.Read(new("acme"), Tenant.AsOf);

        Assert.Equal("logins: not given", Assert.Single(empty.Number("logins").Causes).ToString());
        Assert.Equal("plan: not given", Assert.Single(empty.Text("plan").Causes).ToString());
        Assert.Equal("champion: not given", Assert.Single(empty.Flag("champion").Causes).ToString());
        Assert.Equal("nps: age not given", Assert.Single(empty.Age("nps").Causes).ToString());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_a_lambda_computes_that_is_no_number_is_unknown(double computed)
    {
        var words = Vocabulary.For<Tenant>().Number("ratio", _ => computed).Number("optional", _ => (double?)computed).Build();
        var facts = words.Read(new("acme"), Tenant.AsOf);

        Assert.Equal(UnknownKind.NotANumber, Assert.Single(facts.Number("ratio").Causes).Kind);
        Assert.Equal(UnknownKind.NotANumber, Assert.Single(facts.Number("optional").Causes).Kind);
    }

    [Fact]
    public void A_lambda_that_throws_gives_an_unknown_that_says_what_it_threw()
    {
        var facts = Vocabulary.For<Tenant>()
            .Number("n", double (_) => throw new FormatException("no digits"), age: _ => throw new FormatException("no age"))
            .Flag("f", _ => throw new FormatException("no flag"))
            .Text("t", _ => throw new FormatException("no text"))
            .Build().Read(new("acme"), Tenant.AsOf);

        Assert.Equal("n: reader failed: FormatException: no digits", Assert.Single(facts.Number("n").Causes).ToString());
        Assert.Equal("f: reader failed: FormatException: no flag", Assert.Single(facts.Flag("f").Causes).ToString());
        Assert.Equal("t: reader failed: FormatException: no text", Assert.Single(facts.Text("t").Causes).ToString());
        Assert.Equal("n: reader failed: FormatException: no age", Assert.Single(facts.Age("n").Causes).ToString());
    }

    [Fact]
    public void Cancellation_inside_a_lambda_flows() =>
        Assert.Throws<OperationCanceledException>(() => Vocabulary.For<Tenant>()
            .Number("n", double (_) => throw new OperationCanceledException()).Build().Read(new("acme"), Tenant.AsOf).Number("n"));

    [Fact]
    public void A_name_that_is_not_declared_asks_whether_another_was_meant()
    {
        Assert.Equal("login: not declared: Did you mean 'logins'?", Assert.Single(Facts.Number("login").Causes).ToString());
        Assert.Equal(UnknownKind.NotDeclared, Assert.Single(Facts.Age("seats").Causes).Kind);
    }

    [Fact]
    public void A_name_read_as_another_type_says_how_to_read_it() =>
        Assert.Equal("plan: not declared: 'plan' is a text, not a number: read it with Text", Assert.Single(Facts.Number("plan").Causes).ToString());

    [Fact]
    public void Without_a_declared_age_the_age_is_not_declared() =>
        Assert.Equal(UnknownKind.NotDeclared, Assert.Single(Facts.Age("logins").Causes).Kind);

    [Fact]
    public void An_observation_after_the_instant_has_no_age()
    {
        var facts = Tenant.Words.Read(new("acme", Nps: 1) { SurveyedAt = Tenant.AsOf.AddTicks(1) }, Tenant.AsOf);

        Assert.Equal("nps: age not given: it was observed after the instant", Assert.Single(facts.Age("nps").Causes).ToString());
    }

    [Fact]
    public void Two_readers_of_one_name_are_a_mistake_and_one_reader_said_twice_is_not()
    {
        Func<Tenant, double?> logins = t => t.Logins;
        Assert.Single(Vocabulary.For<Tenant>().Number("logins", logins).Number("logins", logins).Build().Names);

        var mistakes = Assert.Throws<ConfigurationException>(() => Vocabulary.For<Tenant>()
            .Number("logins", logins).Number("logins", t => t.Nps)
            .Text("plan", t => t.Plan).Flag("plan", t => t.Champion).Build());
        Assert.Equal(["VO001", "VO001"], mistakes.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void Two_ages_of_one_fact_are_a_mistake() =>
        Assert.Throws<ArgumentException>(() => Vocabulary.For<Tenant>().Number("nps", t => t.Nps, t => t.SurveyedAt, _ => TimeSpan.Zero));

    [Fact]
    public void Readers_are_listed_with_their_versions() =>
        Assert.Equal(["logins@2", "nps@?"], Vocabulary.For<Tenant>().Number("nps", t => t.Nps).Number("logins", t => t.Logins, version: "2").Build().Readers);
}
