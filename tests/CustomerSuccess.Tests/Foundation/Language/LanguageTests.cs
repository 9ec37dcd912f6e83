using CustomerSuccess.Customers;
using CustomerSuccess.Expressions;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Foundation;

public sealed class LanguageTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private static LanguageBuilder<Account> Declared => Language.For<Account>()
        .Number("seats", a => a.Seats, version: "1")
        .Number("usage.logins", a => a.Logins, version: "2")
        .Text("plan", a => a.Plan, version: "1")
        .Flag("trial", a => a.Trial)
        .Instant("signed", a => a.Signed, version: "1");

    private static Language<Account> Words { get; } = Declared.Build();

    [Theory]
    [InlineData("seats >= 100", true)]
    [InlineData("usage.logins / seats > 0.2 && plan == 'pro'", false)]
    [InlineData("usage.logins / 2 + 1 == 6", true)]
    [InlineData("trial || plan.startsWith('p')", true)]
    [InlineData("signed < timestamp('2026-01-01T00:00:00Z') + days(30)", true)]
    [InlineData("days(1.5).inDays() == 1.5", true)]
    public void A_condition_reads_the_row_and_whole_numbers_become_doubles_beside_them(string text, bool holds) =>
        Assert.Equal(holds, Words.Condition(text).Holds(new Account(100, 10, "pro", null, AsOf.AddDays(-60))).Value);

    [Fact]
    public void What_is_not_given_is_unknown_with_its_causes_and_what_decides_wins()
    {
        var row = new Account(null, double.NaN, null, true, null);

        Assert.Equal("seats: not given; usage.logins: not given", string.Join("; ", Words.Condition("seats > 1 && usage.logins > 1").Holds(row).Causes));
        Assert.True(Words.Condition("seats > 1 || trial").Holds(row).Value);
        Assert.Equal("plan: not given", Assert.Single(Words.Text("plan").Read(row).Causes).ToString());
        Assert.Equal(7, Words.Number("orElse(seats, 7)").Read(row).Value);
        Assert.False(Words.Condition("known(seats)").Holds(row).Value);
        Assert.Equal(UnknownKind.NotANumber, Assert.Single(Words.Number("seats").Read(row with { Seats = double.PositiveInfinity }).Causes).Kind);
    }

    [Fact]
    public void What_a_computation_makes_that_is_no_number_and_an_error_are_unknown_and_say_why()
    {
        var row = new Account(0, 1, "x", null, null);

        Assert.Equal((UnknownKind.NotANumber, "usage.logins / seats"), (Assert.Single(Words.Number("usage.logins / seats").Read(row).Causes) is var nan ? (nan.Kind, nan.Subject) : default));
        var failed = Assert.Single(Words.Condition("int(plan) > 3").Holds(row).Causes);
        Assert.Equal(UnknownKind.ReaderFailed, failed.Kind);
        Assert.Contains("int", failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lambda_that_throws_makes_what_it_reads_unknown_and_cancellation_flows()
    {
        var words = Language.For<Account>().Number("bad", _ => throw new InvalidDataException("gone")).Number("stop", _ => throw new OperationCanceledException()).Build();

        Assert.Contains("InvalidDataException: gone", Assert.Single(words.Condition("bad > 1.0").Holds(new Account(1, 1, "", null, null)).Causes).ToString(), StringComparison.Ordinal);
        Assert.True(words.Condition("bad > 1.0 || true").Holds(new Account(1, 1, "", null, null)).Value);
        Assert.Throws<OperationCanceledException>(() => words.Condition("stop > 1.0").Holds(new Account(1, 1, "", null, null)));
    }

    [Fact]
    [Requirement("OPS-2")]
    public void Mistakes_are_found_all_at_once_with_line_column_mark_and_cure()
    {
        var found = Assert.Throws<ConfigurationException>(() => Words.Condition("setas > 10 &&\n  plan == 3")).Diagnostics;

        Assert.Equal([("EX004", 1, 1), ("EX006", 2, 3)], found.Select(d => (d.Code, d.Line!.Value, d.Column!.Value)));
        Assert.Equal("Did you mean 'seats'?", found[0].Cure);
        Assert.Equal("  setas > 10 &&\n  ^^^^^", found[0].Marked);
        Assert.Equal("EX008", Assert.Single(Assert.Throws<ConfigurationException>(() => Words.Condition("seats + 1.0")).Diagnostics).Code);
        Assert.Equal("EX008", Assert.Single(Assert.Throws<ConfigurationException>(() => Words.Number("plan")).Diagnostics).Code);
    }

    [Fact]
    public void A_name_that_is_none_and_one_that_is_there_twice_are_mistakes_of_the_declaration()
    {
        var found = Assert.Throws<ConfigurationException>(() => Declared.Number("active seats", _ => 1).Number("in", _ => 1).Text("seats", _ => "").Build()).Diagnostics;

        Assert.Equal(["LA001", "LA001", "LA002"], found.Select(d => d.Code));
        Assert.Contains("active_seats", found[0].Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_of_the_host_has_signatures_a_version_and_a_purity()
    {
        var calls = 0;
        var words = Declared
            .Function("grade", [CelType.Double], CelType.String, (_, x) => CelValue.Of(x[0].AsDouble() > 50 ? "big" : "small"), new() { Version = "3" })
            .Function("grade", [CelType.String], CelType.String, (_, x) => CelValue.Of(x[0].AsString().ToUpperInvariant()), new() { Version = "3" })
            .Function("tick", [CelType.Double], CelType.Double, (_, x) => CelValue.Of(x[0].AsDouble() + calls++), new() { IsPure = false })
            .Function("fails", [], CelType.Bool, (_, _) => throw new InvalidDataException("no"), new() { Version = "1" })
            .Build();
        var row = new Account(100, 1, "pro", null, null);

        Assert.Equal(("big", "PRO"), (words.Text("grade(seats)").Read(row).Value, words.Text("grade(plan)").Read(row).Value));
        Assert.True(words.Text("grade(seats)").IsReproducible);
        Assert.False(words.Number("tick(seats)").IsReproducible);
        var ticking = words.Number("tick(1.0)");
        Assert.Equal((1, 2), (ticking.Read(row).Value, ticking.Read(row).Value));
        Assert.Contains("InvalidDataException: no", Assert.Single(words.Condition("fails()").Holds(row).Causes).ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Declared.Function("grade", [CelType.Int], CelType.Int, (_, x) => x[0], new() { Version = "1" }).Function("grade", [CelType.Double], CelType.Int, (_, x) => x[0], new() { Version = "2" }));
        Assert.Throws<ArgumentException>(() => Declared.Function("size", [CelType.Int], CelType.Int, (_, x) => x[0]));
    }

    [Fact]
    public void The_readers_of_a_vocabulary_are_variables_and_expressions_are_readers_of_one()
    {
        var vocabulary = Vocabulary.For<Account>().Number("active seats", a => a.Seats, version: "1").Text("plan", a => a.Plan).Build();
        var words = Language.For<Account>().Facts(vocabulary).Build();
        var facts = Vocabulary.For<Account>()
            .Number("half", words.Number("active_seats / 2"))
            .Flag("is pro", words.Condition("plan == 'pro'"))
            .Text("size", words.Text("active_seats > 50.0 ? 'big' : 'small'"))
            .Build();
        var read = facts.Read(new Account(80, 1, "pro", null, null), AsOf);

        Assert.Equal((40, true, "big"), (read.Number("half").Value, read.Flag("is pro").Value, read.Text("size").Value));
        Assert.Equal(["half@active_seats / 2 | active_seats=\"active seats@1\"", "is pro@?", "size@active_seats > 50.0 ? \"big\" : \"small\" | active_seats=\"active seats@1\""], facts.Readers);
    }

    [Fact]
    public void What_tells_meanings_apart_cannot_be_written_into_a_name_or_version_and_two_lambdas_are_two()
    {
        string Signed(Language<CustomerFacts> words) => words.Number("x + y").Compiled.Signed;
        Language<CustomerFacts> Of(string x, string y, double of = 1) => Language.For<CustomerFacts>().Number("x", _ => of, x).Number("y", _ => of, y).Build();

        Assert.NotEqual(Signed(Of("1", "2 | y@3")), Signed(Of("1 | y@2", "3")));
        var (one, other) = (Language.For<CustomerFacts>().Number("x", _ => 1).Build(), Language.For<CustomerFacts>().Number("x", _ => 2).Build());
        Assert.Equal("VO001", Assert.Single(Assert.Throws<ConfigurationException>(() => Vocabulary.For<CustomerFacts>().Number("a", one.Number("x")).Number("a", other.Number("x")).Build()).Diagnostics).Code);
        Assert.Single(Vocabulary.For<CustomerFacts>().Number("a", one.Number("x")).Number("a", one.Number("x ")).Build().Names);
    }

    [Fact]
    public void What_a_lambda_makes_of_facts_is_not_foreseen()
    {
        var condition = Language.For<CustomerFacts>().Number("age", f => (f.AsOf - AsOf).TotalDays).Customers().Build().Condition("age < 3.0");

        Assert.Equal(["age"], condition.Opaque);
        Assert.Equal(AsOf.AddDays(1), condition.HoldsUntil(new CustomerFacts("x", AsOf)).Until);
        Assert.Equal(DateTimeOffset.MaxValue, condition.HoldsUntil(new CustomerFacts("x", AsOf), TimeSpan.MaxValue).Until ?? DateTimeOffset.MaxValue);
        Assert.Throws<ArgumentNullException>(() => condition.HoldsUntil(null!));
    }

    [Fact]
    public void A_builder_gives_one_language()
    {
        var declared = Declared;
        declared.Build();

        Assert.Throws<InvalidOperationException>(declared.Build);
    }

    [Fact]
    public void Nothing_is_allocated_where_a_condition_of_numbers_and_texts_is_known()
    {
        var condition = Words.Condition("seats >= 50.0 && usage.logins < 20.0 && plan == 'pro'");
        var row = new Account(100, 10, "pro", null, null);
        condition.Holds(row);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            condition.Holds(row);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200);
    }

    [Fact]
    public void A_row_without_an_instant_cannot_say_until_when_it_stands() =>
        Assert.Contains("CustomerFacts", Assert.Throws<InvalidOperationException>(() => Words.Condition("seats > 1.0").HoldsUntil(new Account(1, 1, "", null, null))).Message, StringComparison.Ordinal);

    private sealed record Account(double? Seats, double? Logins, string? Plan, bool? Trial, DateTimeOffset? Signed);
}
