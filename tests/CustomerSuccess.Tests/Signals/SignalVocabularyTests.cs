using CustomerSuccess.Signals;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Signals;

public sealed class SignalVocabularyTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");
    private static readonly SignalMeasure Logins = SignalMeasure.Count("login").InLast(7).ByCustomer();

    [Fact]
    public void A_measure_is_read_by_name_its_definition_is_its_version_and_its_age_that_of_its_last_signal()
    {
        var words = Vocabulary.For<CustomerFacts>().Signal("logins", Logins).Build();
        var log = new SignalLog();
        log.AppendAll([new("acme", "login", Day), new("acme", "login", Day.AddDays(2)) { Provenance = Provenance.Vendor }]);
        var facts = words.Read(log.Facts("acme", Day.AddDays(3)), Day.AddDays(3));

        Assert.Equal(1, facts.Number("logins").Value);
        Assert.Equal(TimeSpan.FromDays(3), facts.Age("logins").Value);
        Assert.Equal([$"logins@{Logins.Canonical}"], words.Readers);
    }

    [Fact]
    public void Unknown_stays_unknown_with_its_causes_and_without_a_signal_there_is_no_age()
    {
        var words = Vocabulary.For<CustomerFacts>().Signal("nps", SignalMeasure.Latest("nps")).Build();
        var facts = words.Read(new SignalLog().Facts("acme", Day), Day);

        Assert.Equal("nps: no observations", Assert.Single(facts.Number("nps").Causes).ToString());
        Assert.Equal(UnknownKind.AgeNotGiven, Assert.Single(facts.Age("nps").Causes).Kind);
    }

    [Fact]
    public void Two_different_measures_of_one_name_are_a_mistake_and_the_same_one_twice_is_not()
    {
        Assert.Single(Vocabulary.For<CustomerFacts>().Signal("logins", Logins).Signal("logins", SignalMeasure.Count("login").InLast(7).ByCustomer()).Build().Names);
        Assert.Equal("VO001", Assert.Single(Assert.Throws<ConfigurationException>(() => Vocabulary.For<CustomerFacts>().Signal("logins", Logins).Signal("logins", Logins.InLast(8)).Build()).Diagnostics).Code);
    }
}
