using CustomerSuccess.Customers;
using CustomerSuccess.Expressions;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Foundation;
using CustomerSuccess.Tests.Segmentation;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health;

/// <summary>Expressions wherever a lambda could stand: the same scores, the same reasons.</summary>
public sealed class ExpressionScorecardTests
{
    private static readonly Language<CustomerFacts> Words = Acme.Language;

    private static Scorecard<CustomerFacts> OfExpressions(Language<CustomerFacts>? language = null) => With(Scorecard.For<CustomerFacts>(), language ?? Words).Build();

    private static ScorecardBuilder<CustomerFacts> With(ScorecardBuilder<CustomerFacts> card, Language<CustomerFacts> words) => card
        .Measure("logins", words.Number("signals.login.by('customer').count(days(28))"), m => m.MoreIsBetter().Linear(0, 10).Weight(50))
        .Measure("seats", words.Number("customer.seats / 100"), m => m.MoreIsBetter().Linear(0, 1).Weight(20))
        .Category("size", words.Text("customer.seats < 50.0 ? 'small' : customer.seats < 500.0 ? 'middle' : 'large'"), m => m.Points(("small", 30), ("middle", 60), ("large", 100)).Weight(20))
        .Flag("trial", words.Condition("customer.trial"), m => m.Points(yes: 20, no: 100).Weight(10))
        .CapAt(40, words.Condition("signals.nps.latest() < 60 && customer.plan == 'pro'"), because: "unhappy on a paid plan", id: "unhappy")
        .Bands(yellow: 50, green: 75);

    [Fact]
    [Requirement("OPS-2")]
    public void A_scorecard_of_expressions_scores_as_one_of_lambdas()
    {
        var lambdas = Scorecard.For<CustomerFacts>()
            .Measure("logins", SignalMeasure.Count("login").InLast(28).ByCustomer(), m => m.MoreIsBetter().Linear(0, 10).Weight(50))
            .Measure("seats", f => f.Account.Number("active seats") is { IsKnown: true, Value: var seats } ? seats / 100 : null, m => m.MoreIsBetter().Linear(0, 1).Weight(20))
            .Category("size", f => f.Account.Number("active seats") is { IsKnown: true, Value: var seats } ? seats < 50 ? "small" : seats < 500 ? "middle" : "large" : null, m => m.Points(("small", 30), ("middle", 60), ("large", 100)).Weight(20))
            .Flag("trial", f => f.Account.Flag("trial") is { IsKnown: true, Value: var trial } ? trial : null, m => m.Points(yes: 20, no: 100).Weight(10))
            .CapAt(40, f => f.Signals.Read(SignalMeasure.Latest("nps")) is { IsKnown: true, Value: < 60 } && f.Account.Text("plan") is { IsKnown: true, Value: "pro" }, because: "unhappy on a paid plan", id: "unhappy")
            .Bands(yellow: 50, green: 75)
            .Build();
        foreach (var day in new[] { -60, -25, -4, 0, 9, 11 })
        {
            var facts = Acme.Facts(Acme.Day.AddDays(day));
            var (one, other) = (OfExpressions().Score(facts, facts.AsOf), lambdas.Score(facts, facts.AsOf));

            Assert.Equal(other.Value, one.Value);
            Assert.Equal(other.Lines.Select(l => (l.Name, l.Raw)), one.Lines.Select(l => (l.Name, l.Raw)));
        }
    }

    [Fact]
    public void What_is_not_known_says_why_in_the_line_and_a_condition_that_is_not_known_is_listed()
    {
        var nobody = new AccountRecords { CustomerId = "x" }.At(Acme.Day, Acme.Day) is var account ? new CustomerFacts("x", Acme.Day).With(account) : null!;
        var score = OfExpressions().Score(nobody, Acme.Day);

        Assert.Null(score.Value);
        var text = score.Explain().ToString();
        Assert.Contains("incomplete for ever: there is no source of signals", text, StringComparison.Ordinal);
        Assert.Contains(score.Exceptions, e => e.Outcome == ExceptionOutcome.UnknownIgnored);
    }

    [Fact]
    [Requirement("OPS-2")]
    public void The_hash_covers_the_canonical_text_and_what_the_names_mean()
    {
        var hash = OfExpressions().Definition.ConfigurationHash;

        Assert.True(OfExpressions().Definition.Reproducible);
        Assert.Equal(hash, OfExpressions(Acme.Declare().Signal("unused").Build()).Definition.ConfigurationHash);
        var elsewhere = Acme.Declare().Build();
        Assert.Equal(hash, OfExpressions(elsewhere).Definition.ConfigurationHash);
        Assert.NotEqual(
            Card(Words.Number("customer.seats * 2")).Definition.ConfigurationHash,
            Card(Words.Number("customer.seats * 3")).Definition.ConfigurationHash);
        Assert.Equal(
            Card(Words.Number("customer.seats*2")).Definition.ConfigurationHash,
            Card(Words.Number("(customer.seats) * 2 // twice")).Definition.ConfigurationHash);
        Language<CustomerFacts> Meaning(string trait) => Language.For<CustomerFacts>().Trait(trait, TraitKind.Number, alias: "seats").Build();
        Assert.NotEqual(
            Card(Meaning("active seats").Number("customer.seats")).Definition.ConfigurationHash,
            Card(Meaning("paid seats").Number("customer.seats")).Definition.ConfigurationHash);

        static Scorecard<CustomerFacts> Card(NumberExpression<CustomerFacts> seats) =>
            Scorecard.For<CustomerFacts>().Measure("seats", seats, m => m.MoreIsBetter().Linear(0, 100)).Bands(yellow: 50, green: 75).Build();
    }

    [Fact]
    public void A_function_without_a_version_makes_a_score_that_is_not_reproducible()
    {
        var words = Acme.Declare().Function("half", [CelType.Double], CelType.Double, (_, x) => CelValue.Of(x[0].AsDouble() / 2)).Build();

        Assert.False(Scorecard.For<CustomerFacts>().Measure("seats", words.Number("half(customer.seats)"), m => m.MoreIsBetter().Linear(0, 100)).Bands(yellow: 50, green: 75).Build().Definition.Reproducible);
    }

    [Fact]
    public void A_measure_of_one_signal_has_the_age_of_the_last_and_can_expire()
    {
        var card = Scorecard.For<CustomerFacts>()
            .Measure("nps", Words.Number("signals.nps.latest()"), m => m.MoreIsBetter().Linear(-100, 100).ExpiresAfter(TimeSpan.FromDays(11)))
            .Bands(yellow: 50, green: 75)
            .Build();

        Assert.Equal(75, card.Score(Acme.Facts(), Acme.Day).Value);
        Assert.Null(card.Score(Acme.Facts(Acme.Day.AddDays(2)), Acme.Day.AddDays(2)).Value);
    }

    [Fact]
    public void Reading_what_is_made_of_scores_is_a_mistake_of_the_scorecard_and_of_the_segment()
    {
        var found = Assert.Throws<ConfigurationException>(() => Scorecard.For<CustomerFacts>()
            .Measure("x", Words.Number("health.value"), m => m.MoreIsBetter().Linear(0, 100))
            .CapAt(10, Words.Condition("health.band == 'Red'"), because: "x")
            .Bands(yellow: 50, green: 75)
            .Build()).Diagnostics;

        Assert.Equal(["SC033", "SC033"], found.Select(d => d.Code));
        var scheme = SegmentScheme.For("experience", SegmentPurpose.Experience)
            .Segment("worried", Words.Condition("health.band == 'Red' || customer.plan == 'pro'") & Fact.IsTrue("x"), Experiences.HighTouch)
            .Otherwise("all", Experiences.SelfServe)
            .Build();
        var wrong = Assert.Throws<ConfigurationException>(() => CustomerHealth.Of(CustomerSources.InMemory(Acme.Accounts(), Acme.Signals()), h => h.Flag("x", (CustomerFacts f) => (bool?)true).SegmentedBy(scheme).ScoredBy(OfExpressions()))).Diagnostics;
        Assert.Equal("SG011", Assert.Single(wrong).Code);
    }

    [Fact]
    public void What_no_column_can_hold_is_said_to_be_none()
    {
        var card = Scorecard.For<CustomerFacts>().Flag("due", Words.Condition("subscriptions.exists(s, s.running)"), m => m.Points(100, 0)).Build();

        foreach (var text in new[] { "customer.since < timestamp('2026-01-01T00:00:00Z')", "customer.tier == null", "now > customer.signed" })
        {
            Assert.Throws<InvalidOperationException>(() => Scorecard.For<CustomerFacts>().Flag("x", Words.Condition(text), m => m.Points(100, 0)).Build().Compute(new CelColumns(1).Number("customer.since", new double[1]).Text("customer.tier", new string[1])));
        }

        Assert.Contains("list(subscription) and no column", Assert.Throws<InvalidOperationException>(() => card.Compute(new CelColumns(1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_scored_with_the_same_results_as_rows()
    {
        var card = OfExpressions();
        Assert.Equal(
            ["customer.plan", "customer.seats", "customer.trial", "signals.login.by(\"customer\").count(days(28))", "signals.nps.latest()"],
            card.ComputedFrom);
        var random = new Random(7);
        var (accounts, log, ids) = (new Dictionary<string, AccountRecords>(), new SignalLog(), new List<string>());
        for (var i = 0; i < 300; i++)
        {
            var id = $"c{i:000}";
            ids.Add(id);
            var traits = new List<Trait>();
            if (random.Next(4) > 0)
            {
                traits.Add(new(id, "active seats", TraitValue.Of(random.Next(1, 900)), Acme.Day.AddDays(-9)));
            }

            if (random.Next(4) > 0)
            {
                traits.Add(new(id, "plan", TraitValue.Of(random.Next(2) == 0 ? "pro" : "free"), Acme.Day.AddDays(-9)));
            }

            if (random.Next(2) > 0)
            {
                traits.Add(new(id, "trial", TraitValue.Of(random.Next(2) == 0), Acme.Day.AddDays(-9)));
            }

            accounts[id] = new() { CustomerId = id, Traits = traits };
            log.Append(new(id, "login", Acme.Day.AddDays(-400)));
            for (var s = random.Next(0, 12); s > 0; s--)
            {
                log.Append(new(id, "login", Acme.Day.AddHours(-random.Next(1, 1500))));
            }

            if (random.Next(3) > 0)
            {
                log.Append(new(id, "nps", Acme.Day.AddDays(-random.Next(1, 90))) { Value = random.Next(-100, 101) });
            }
        }

        var table = new SignalTable(log, card.SignalColumns);
        table.MoveTo(Acme.Day);
        CustomerFacts[] facts = [.. table.CustomerIds.Select(id => new CustomerFacts(id, Acme.Day).With(accounts[id].At(Acme.Day, Acme.Day)).With(log.Facts(id, Acme.Day).Signals))];
        var columns = new CelColumns(facts.Length)
            .Number("customer.seats", Array.ConvertAll(facts, f => f.Account.Number("active seats").OrElse(double.NaN)))
            .Text("customer.plan", Array.ConvertAll(facts, f => f.Account.Text("plan").OrElse(null!)))
            .Number("customer.trial", Array.ConvertAll(facts, f => f.Account.Flag("trial") is { IsKnown: true, Value: var trial } ? trial ? 1 : 0 : double.NaN));
        foreach (var (name, _) in card.SignalColumns)
        {
            columns.Number(name, table.Column(name));
        }

        var values = new double[facts.Length];
        card.Score(card.Compute(columns), new ScoreResults { Values = values });

        Assert.Equal(facts.Select(f => card.Score(f, Acme.Day).Value ?? double.NaN), values);
        Assert.True(values.Count(double.IsNaN) < 100 && values.Distinct().Count() > 50);
        Assert.Throws<ArgumentException>(() => card.Compute(new CelColumns(1).Number("customer.seats", new double[1])));
        Assert.Throws<OperationCanceledException>(() => card.Compute(columns, new CancellationToken(canceled: true)));
        var nobody = card.ComputedFrom.Aggregate(new CelColumns(0), (c, name) => name == "customer.plan" ? c.Text(name, Array.Empty<string>()) : c.Number(name, Array.Empty<double>()));
        card.Score(card.Compute(nobody), new ScoreResults { Values = Array.Empty<double>() });
    }
}
