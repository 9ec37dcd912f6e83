using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Health.Observing;

public sealed class CustomerObserverTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");

    [Fact]
    public async Task A_source_is_asked_for_the_signals_that_are_read_and_what_else_it_gives_is_left_out()
    {
        var host = new HostSource([new("acme", "login", Day), new("acme", "other", Day), new("beta", "login", Day)], [], SignalCoverage.Complete);
        var facts = await ReadAsync(new() { Signals = host }, ["login"]);

        var asked = Assert.Single(host.Asked);
        Assert.Equal(["acme"], asked.CustomerIds);
        Assert.Equal(["login"], asked.Names);
        Assert.Equal((Day, Day), (asked.AsOf, asked.KnownAt));
        Assert.Equal(["login"], facts.Signals.Signals);
        Assert.Equal(1, facts.Signals.Read(SignalMeasure.Count("login")).Value);
        // Nothing may be concluded of what was not asked for.
        Assert.Equal(UnknownKind.Incomplete, Assert.Single(facts.Signals.Read(SignalMeasure.Count("other")).Causes).Kind);
    }

    [Fact]
    public async Task Of_two_with_one_id_the_first_given_stays_and_the_other_is_reported()
    {
        var host = new HostSource([new("acme", "login", Day) { Id = "1", Value = 1 }, new("acme", "login", Day) { Id = "1", Value = 2 }, new("acme", "login", Day) { Id = "1", Value = 1 }], [], SignalCoverage.Complete);
        var facts = await ReadAsync(new() { Signals = host }, ["login"]);

        Assert.Equal(1, facts.Signals.Read(SignalMeasure.Sum("login")).Value);
        Assert.Equal(SignalDefectKind.Conflict, Assert.Single(facts.Signals.Defects).Kind);
    }

    [Fact]
    public async Task A_source_that_gives_nothing_in_place_of_something_is_told_so()
    {
        var none = new HostSource([null!], [null!], SignalCoverage.Complete);

        Assert.Contains("null", (await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(new() { Signals = none }, ["login"]))).Message, StringComparison.Ordinal);
        Assert.Contains("null", (await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(new() { Customers = none }, []))).Message, StringComparison.Ordinal);
        Assert.Contains("null", (await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(new() { Customers = none }, [], trees: true))).Message, StringComparison.Ordinal);
        Assert.Contains("'login'", (await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(new() { Signals = new HostSource([], [], null) }, ["login"]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_source_of_customers_everything_about_them_is_not_given()
    {
        var account = (await ReadAsync(new() { Signals = new SignalLog() }, [])).Account;

        Assert.Null(account.Version);
        Assert.Null(account.Since);
        Assert.Null(account.Subscriptions);
        Assert.Empty(account.Below);
        Assert.False(account.AnnualRevenue().IsKnown);
        Assert.False(account.Owner().IsKnown);
    }

    [Fact]
    public async Task The_first_fact_is_the_first_that_happened_or_as_lived_the_first_that_was_visible()
    {
        var accounts = new AccountLog().Add(new Trait("acme", "plan", TraitValue.Of("pro"), Day.AddDays(-9)) { RecordedAt = Day.AddDays(-1) });
        var log = new SignalLog();
        log.AppendAll([new("acme", "login", Day.AddDays(-20)) { RecordedAt = Day.AddDays(-2) }, new("acme", "login", Day.AddDays(-3))]);
        var read = await new CustomerObserver(CustomerSources.InMemory(accounts, log), ["login"], false).ReadAsync(new() { CustomerIds = ["acme"], AsOf = Day }, CancellationToken.None);

        Assert.Equal(Day.AddDays(-20), read[0].FirstFact(Day, Day, asLived: false));
        Assert.Equal(Day.AddDays(-3), read[0].FirstFact(Day, Day, asLived: true));
        Assert.Equal(Day.AddDays(-3), read[0].FirstFact(Day, Day.AddDays(-2).AddTicks(-1), asLived: false));
        // The instant is the instant, whatever the offset it is written with.
        Assert.Null(read[0].FirstFact(Day.AddDays(-20).AddHours(-1).ToOffset(TimeSpan.FromHours(3)), Day, asLived: false));
        Assert.Null(read[0].FirstFact(Day.AddDays(-30), Day, asLived: false));
    }

    private static async Task<CustomerFacts> ReadAsync(CustomerSources sources, IReadOnlyList<string> signals, bool trees = false) =>
        Assert.Single(await new CustomerObserver(sources, signals, trees).ReadAsync(new() { CustomerIds = ["acme"], AsOf = Day }, CancellationToken.None)).At(Day, Day);
}
