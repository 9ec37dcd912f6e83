using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Signals;

public sealed class SignalDefectsTests
{
    private static readonly DateTimeOffset Start = At("2026-01-01");

    [Fact]
    public async Task Signals_from_before_there_was_such_a_customer_count_and_are_reported()
    {
        var facts = await Facts(
            Start.AddDays(30),
            new AccountLog().Add(new Customer("acme", Start)),
            new("acme", "login", Start.AddDays(-2)), new("acme", "login", Start.AddTicks(-1)), new("acme", "login", Start), new("acme", "ticket", Start.AddDays(1)));

        Assert.Equal("acme: 2 × login before there was such a customer, first 2025-12-30", Assert.Single(facts.Signals.Defects).ToString());
        Assert.Equal(3, facts.Signals.Read(SignalMeasure.Count("login")).Value);
    }

    [Fact]
    public async Task So_are_those_outside_any_running_subscription_of_their_product()
    {
        var accounts = new AccountLog().Add(new Customer("acme", Start))
            .Add(new Subscription("1", "acme", "crm", Start.AddDays(5)) { End = Start.AddDays(10), EffectiveAt = Start })
            .Add(new Subscription("2", "acme", "crm", Start.AddDays(20)) { EffectiveAt = Start });
        Signal On(int day, string? product) => new("acme", "login", Start.AddDays(day)) { Product = product };

        var facts = await Facts(Start.AddDays(30), accounts, On(4, "crm"), On(5, "crm"), On(9, "crm"), On(10, "crm"), On(19, "crm"), On(20, "crm"), On(4, "erp"), On(4, null));

        var defect = Assert.Single(facts.Signals.Defects);
        // Of a product without any subscription nothing is said: it may be sold in another way.
        Assert.Equal((SignalDefectKind.OutsideSubscription, 3, Start.AddDays(4)), (defect.Kind, defect.Count, defect.First));
        Assert.Contains("outside any subscription", defect.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_defect_is_seen_as_of_and_as_known_at_like_everything_else()
    {
        var log = new SignalLog();
        log.AppendAll(
        [
            new("acme", "login", Start.AddDays(-2)) { RecordedAt = Start.AddDays(9) },
            new("acme", "login", Start.AddDays(1)) { Id = "1" },
            new("acme", "login", Start.AddDays(2)) { Id = "1", RecordedAt = Start.AddDays(5) },
            new("acme", "ticket", Start.AddDays(3)) { Id = "1" },
        ]);
        var health = new AccountLog().Add(new Customer("acme", Start));

        Assert.Equal([], Kinds(2, 2));
        Assert.Equal([], Kinds(2, 4));
        Assert.Equal([SignalDefectKind.Conflict], Kinds(2, 5));
        Assert.Equal([SignalDefectKind.Conflict, SignalDefectKind.Conflict], Kinds(3, 5));
        Assert.Equal([SignalDefectKind.Conflict, SignalDefectKind.Conflict, SignalDefectKind.BeforeCustomer], Kinds(3, 9));
        Assert.Equal(["login", "ticket"], (await Observed(log, health, Start.AddDays(3), Start.AddDays(5))).Signals.Defects.Select(d => d.Signal));

        SignalDefectKind[] Kinds(int asOf, int knownAt) =>
            [.. Observed(log, health, Start.AddDays(asOf), Start.AddDays(knownAt)).GetAwaiter().GetResult().Signals.Defects.Select(d => d.Kind)];
    }

    [Fact]
    public async Task Where_nothing_contradicts_anything_there_are_none() =>
        Assert.Empty((await Facts(Start.AddDays(9), new AccountLog(), new Signal("acme", "login", Start.AddYears(-30)))).Signals.Defects);

    private static async Task<CustomerFacts> Facts(DateTimeOffset asOf, AccountLog accounts, params Signal[] signals)
    {
        var log = new SignalLog();
        log.AppendAll(signals);
        return await Observed(log, accounts, asOf, asOf);
    }

    private static async Task<CustomerFacts> Observed(SignalLog log, AccountLog accounts, DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        var observer = new CustomerObserver(CustomerSources.InMemory(accounts, log), ["login", "ticket"], acrossTrees: false);
        var read = await observer.ReadAsync(new FactQuery { CustomerIds = ["acme"], AsOf = asOf, KnownAt = knownAt }, CancellationToken.None);
        return Assert.Single(read).At(asOf, knownAt);
    }
}
