using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Foundation;

namespace CustomerSuccess.Tests.Customers;

public sealed class CustomerLanguageTests
{
    [Theory]
    [InlineData("customer.plan == 'pro'")]
    [InlineData("customer.seats >= 60 && customer.seats < 60.5")]
    [InlineData("customer.name == 'Acme' && customer.id == 'acme' && customer.stage == 'live' && customer.active")]
    [InlineData("now - customer.since > days(399)")]
    [InlineData("customer.signed + days(90) == now")]
    [InlineData("customer.tier == null && has(customer.tier)")]
    [InlineData("customer.spend == 1200.0")]
    [InlineData("!has(customer.trial) && !known(customer.trial)")]
    [InlineData("subscriptions.size() == 2")]
    [InlineData("subscriptions.exists(s, s.product == 'app' && s.running && s.renewsAt - now < days(41))")]
    [InlineData("subscriptions.exists_one(s, s.running)")]
    [InlineData("subscriptions.filter(s, has(s.seats)).all(s, customer.seats / s.seats == 0.6)")]
    [InlineData("subscriptions.exists(s, s.entitlements['api'] == 5.0 && s.annualRevenue == 12000.0 && s.currency == 'EUR')")]
    [InlineData("subscriptions.exists(s, s.product == 'addon' && s.end < now && s.termMonths == null)")]
    public void Customers_traits_and_subscriptions_are_read(string text) => Assert.True(Acme.Language.Condition(text).Holds(Acme.Facts()).Value);

    [Fact]
    public void A_trait_that_was_never_supplied_is_unknown_one_of_another_kind_or_currency_too_and_each_says_why()
    {
        var facts = new AccountRecords
        {
            CustomerId = "x",
            Traits = [new("x", "active seats", TraitValue.Of("many"), Acme.Day), new("x", "spend", TraitValue.Of(new Money(1, "USD")), Acme.Day)],
        }.At(Acme.Day, Acme.Day) is var account ? new CustomerFacts("x", Acme.Day).With(account) : null!;

        Assert.Equal("plan: not given", Cause("customer.plan == 'pro'"));
        Assert.Equal("active seats: not given: it is Text, not Number", Cause("customer.seats > 1"));
        Assert.Equal("spend: not given: it is in USD, not EUR", Cause("customer.spend > 1"));
        Assert.Equal("subscriptions: not given", Cause("subscriptions.exists(s, s.running)"));
        Assert.Equal("customer.since: not given", Cause("customer.since < now"));

        string Cause(string text) => Assert.Single(Acme.Language.Condition(text).Holds(facts).Causes).ToString();
    }

    [Fact]
    public void Until_is_when_a_recorded_trait_takes_effect_a_subscription_changes_or_a_distance_is_crossed()
    {
        Assert.Equal(Acme.Day.AddDays(10), Acme.Language.Condition("customer.plan == 'pro'").HoldsUntil(Acme.Facts()).Until);
        Assert.Null(Acme.Language.Condition("customer.seats > 10").HoldsUntil(Acme.Facts()).Until);
        Assert.Equal(Acme.Day.AddDays(10).AddTicks(1), Acme.Language.Condition("now - customer.signed <= days(100)").HoldsUntil(Acme.Facts()).Until);
        Assert.Equal(Acme.Day.AddDays(10), Acme.Language.Condition("now - customer.signed < days(100)").HoldsUntil(Acme.Facts()).Until);
        Assert.Equal(Acme.Day.AddDays(10).AddTicks(1), Acme.Language.Condition("subscriptions.exists(s, has(s.renewsAt) && s.renewsAt - now < days(30))").HoldsUntil(Acme.Facts()).Until);
    }

    [Theory]
    [InlineData("customer.paln == 'pro'", "EX007", "Did you mean 'plan'?")]
    [InlineData("custmer.plan == 'pro'", "EX004", "Did you mean 'customer'?")]
    [InlineData("subscriptions.exists(s, s.seat > 1.0)", "EX007", "Did you mean 'seats'?")]
    [InlineData("customer.seats > '3'", "EX006", null)]
    public void A_name_that_is_not_declared_is_a_mistake(string text, string code, string? cure)
    {
        var found = Assert.Single(Assert.Throws<ConfigurationException>(() => Acme.Language.Condition(text)).Diagnostics);

        Assert.Equal(code, found.Code);
        Assert.Equal(cure ?? found.Cure, found.Cure);
    }

    [Fact]
    public void The_customer_as_a_whole_means_its_traits_by_their_names()
    {
        Language<CustomerFacts> Of(string a, string b) => CustomerExpressions.Declare().Trait(a, TraitKind.Number, alias: "a").Trait(b, TraitKind.Number, alias: "b").Build();
        string Signed(Language<CustomerFacts> words) => words.Condition("[customer].exists(c, c.a > 5.0)").Signed;

        Assert.NotEqual(Signed(Of("x", "y")), Signed(Of("y", "x")));
    }

    [Fact]
    public async Task What_is_recorded_ahead_is_asked_of_a_source_that_gives_no_more_than_it_must()
    {
        var source = new Strict(Acme.Accounts());
        var health = CustomerHealth.Of(new CustomerSources { Customers = Acme.Accounts(), Traits = source, Signals = Acme.Signals() }, h => h
            .ScoredBy(Scorecard.For<CustomerFacts>().Measure("seats", Acme.Language.Number("customer.seats"), m => m.MoreIsBetter().Linear(0, 100)).Build()));
        var facts = (await health.FactsAsync("acme", new ScoreInstant(Acme.Day)))!;

        Assert.Equal(Acme.Day.AddDays(10), Acme.Language.Condition("customer.plan == 'pro'").HoldsUntil(facts).Until);
    }

    private sealed class Strict(ITraitSource inner) : ITraitSource
    {
        public IAsyncEnumerable<Trait> ReadAsync(FactQuery query, CancellationToken cancellationToken) =>
            inner.ReadAsync(query, cancellationToken).Where(t => t.EffectiveAt <= query.AsOf && t.RecordedAt <= query.KnownAt);
    }

    [Fact]
    public void Two_traits_of_one_name_and_one_that_belongs_to_every_customer_are_mistakes_of_the_declaration()
    {
        var found = Assert.Throws<ConfigurationException>(() => CustomerExpressions.Declare().Trait("plan", TraitKind.Text).Trait("plan", TraitKind.Number).Trait("name", TraitKind.Text).Trait("a b", TraitKind.Text).Trait("a.b", TraitKind.Text).Build()).Diagnostics;

        Assert.Equal(["LA001", "LA001", "LA002", "LA002"], found.Select(d => d.Code));
        Assert.Throws<ArgumentException>(() => CustomerExpressions.Declare().Trait("spend", TraitKind.Money));
    }
}
