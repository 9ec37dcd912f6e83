using CustomerSuccess.Customers;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Customers;

public sealed class AccountVocabularyTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");

    private static readonly Vocabulary<CustomerFacts> Words = Vocabulary.For<CustomerFacts>()
        .Trait("employees", TraitKind.Number).Trait("plan", TraitKind.Text).Trait("public", TraitKind.Flag).Trait("go live", TraitKind.Instant, "days live")
        .Amount("budget", "EUR").AnnualRevenue("revenue", "EUR").LifecycleStage().DaysAsCustomer()
        .Build();

    [Fact]
    public void Traits_revenue_stage_and_time_as_a_customer_are_read_by_name()
    {
        var facts = Read(Given());

        Assert.Equal((120, "pro", true, 8d), (facts.Number("employees").Value, facts.Text("plan").Value, facts.Flag("public").Value, facts.Number("days live").Value));
        Assert.Equal((500d, 900d, "live", 10d), (facts.Number("budget").Value, facts.Number("revenue").Value, facts.Text("lifecycle stage").Value, facts.Number("days as customer").Value));
        Assert.Equal(TimeSpan.FromDays(9), facts.Age("employees").Value);
        Assert.Equal(TimeSpan.FromDays(9), facts.Age("budget").Value);
    }

    [Fact]
    public void What_was_not_supplied_is_unknown_and_so_is_a_known_null_as_a_number()
    {
        var nothing = Read(new AccountRecords { CustomerId = "acme" });

        Assert.All(["employees", "days live", "budget", "revenue", "days as customer"], n => Assert.Equal(UnknownKind.NotGiven, Assert.Single(nothing.Number(n).Causes).Kind));
        Assert.Equal(UnknownKind.NotGiven, Assert.Single(nothing.Text("lifecycle stage").Causes).Kind);
        Assert.Equal(UnknownKind.AgeNotGiven, Assert.Single(nothing.Age("employees").Causes).Kind);
        var nulled = Read(new AccountRecords { CustomerId = "acme", Traits = [new("acme", "employees", TraitValue.Null, Day)] });
        Assert.Equal("employees: not given: known to be null", Assert.Single(nulled.Number("employees").Causes).ToString());
    }

    [Fact]
    public void Money_becomes_a_number_only_in_the_currency_that_was_stated()
    {
        var dollars = Read(new AccountRecords
        {
            CustomerId = "acme",
            Traits = [new("acme", "budget", TraitValue.Of(new Money(500, "USD")), Day)],
            Subscriptions = [new("s", "acme", "crm", Day) { AnnualRevenue = new Money(900, "USD") }],
        });

        Assert.Equal("budget: not given: it is in USD, not EUR", Assert.Single(dollars.Number("budget").Causes).ToString());
        Assert.Equal("revenue: not given: it is in USD, not EUR", Assert.Single(dollars.Number("revenue").Causes).ToString());
        Assert.Contains("State the currency", Assert.Throws<ArgumentException>(() => Vocabulary.For<CustomerFacts>().Trait("budget", TraitKind.Money)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Vocabulary.For<CustomerFacts>().Amount("budget", "euro"));
        Assert.Throws<ArgumentException>(() => Vocabulary.For<CustomerFacts>().AnnualRevenue("revenue", "euro"));
        Assert.Throws<ArgumentException>(() => Vocabulary.For<CustomerFacts>().Trait("budget", TraitKind.Null));
    }

    [Fact]
    public void Each_reader_has_a_version_so_that_scores_are_reproducible_and_two_of_one_name_are_a_mistake()
    {
        Assert.DoesNotContain(Words.Readers, r => r.EndsWith("@?", StringComparison.Ordinal));
        Assert.Single(Vocabulary.For<CustomerFacts>().Amount("budget", "EUR").Amount("budget", "EUR").Build().Names);
        Assert.Throws<ConfigurationException>(() => Vocabulary.For<CustomerFacts>().Amount("budget", "EUR").Amount("budget", "USD").Build());
        Assert.Throws<ConfigurationException>(() => Vocabulary.For<CustomerFacts>().Trait("a", TraitKind.Number, "x").Trait("b", TraitKind.Number, "x").Build());
    }

    private static AccountRecords Given() => new()
    {
        CustomerId = "acme",
        Versions = [new("acme", Day) { LifecycleStage = "live" }],
        Traits =
        [
            new("acme", "employees", TraitValue.Of(120), Day.AddDays(1)), new("acme", "plan", TraitValue.Of("pro"), Day), new("acme", "public", TraitValue.Of(true), Day),
            new("acme", "go live", TraitValue.Of(Day.AddDays(2)), Day), new("acme", "budget", TraitValue.Of(new Money(500, "EUR")), Day.AddDays(1)),
        ],
        Subscriptions = [new("s", "acme", "crm", Day) { AnnualRevenue = new Money(900, "EUR") }],
    };

    private static RowFacts<CustomerFacts> Read(AccountRecords records)
    {
        var asOf = Day.AddDays(10);
        return Words.Read(new CustomerFacts("acme", asOf).With(records.At(asOf, asOf)), asOf);
    }
}
