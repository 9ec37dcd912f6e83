using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Strategies;

public sealed class ScorecardVocabularyTests
{
    private static readonly Tenant Row = new("acme", Logins: 12, Nps: 40, Plan: "pro", Champion: false) { SurveyedAt = Tenant.AsOf.AddDays(-3) };

    [Fact]
    public void Measures_are_read_under_their_names_by_their_types()
    {
        var facts = Vocabulary.For<Tenant>().MeasuresOf(Tenant.Card()).Build().Read(Row, Tenant.AsOf);

        Assert.Equal(["champion", "logins", "nps", "plan"], facts.Names);
        Assert.Equal(12, facts.Number("logins").Value);
        Assert.Equal("pro", facts.Text("plan").Value);
        Assert.False(facts.Flag("champion").Value);
        Assert.Equal(3, facts.Age("nps").Value.TotalDays, 9);
        Assert.Equal(UnknownKind.NotDeclared, Assert.Single(facts.Number("plan").Causes).Kind);
    }

    [Fact]
    public void Missing_measures_are_not_given_and_broken_lambdas_have_failed()
    {
        var card = Scorecard.For<Tenant>()
            .Measure("logins", t => t.Logins, m => m.MoreIsBetter().Linear(0, 40))
            .Measure("ratio", t => t.Logins!.Value / 0, m => m.MoreIsBetter().Linear(0, 1))
            .Flag("champion", t => t.Champion, m => m.Points(100, 0))
            .Category("plan", t => t.Plan, m => m.Points(("free", 0)))
            .Build();
        var facts = Vocabulary.For<Tenant>().MeasuresOf(card).Build();

        Assert.Equal(UnknownKind.NotGiven, Assert.Single(facts.Read(new("acme"), Tenant.AsOf).Number("logins").Causes).Kind);
        Assert.Equal(UnknownKind.NotGiven, Assert.Single(facts.Read(new("acme"), Tenant.AsOf).Flag("champion").Causes).Kind);
        Assert.Equal(UnknownKind.NotGiven, Assert.Single(facts.Read(new("acme"), Tenant.AsOf).Text("plan").Causes).Kind);
        Assert.Equal(UnknownKind.ReaderFailed, Assert.Single(facts.Read(new("acme"), Tenant.AsOf).Number("ratio").Causes).Kind);
        Assert.Equal(UnknownKind.NotANumber, Assert.Single(facts.Read(new("acme", Logins: 1), Tenant.AsOf).Number("ratio").Causes).Kind);
    }

    [Fact]
    public void A_stated_reader_has_the_word_over_a_measure_of_its_name()
    {
        var facts = Vocabulary.For<Tenant>().MeasuresOf(Tenant.Card()).Number("logins", _ => 99).Build().Read(Row, Tenant.AsOf);

        Assert.Equal(99, facts.Number("logins").Value);
    }

    [Fact]
    public void A_name_that_two_scorecards_read_as_different_types_is_a_mistake()
    {
        var other = Scorecard.For<Tenant>("other").Measure("plan", t => t.Logins, m => m.MoreIsBetter().Linear(0, 1)).Build();

        var mistake = Assert.Throws<ConfigurationException>(() => Vocabulary.For<Tenant>().MeasuresOf(Tenant.Card()).MeasuresOf(other).Build());
        Assert.Equal("VO002", Assert.Single(mistake.Diagnostics).Code);
    }
}
