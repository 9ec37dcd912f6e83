using CustomerSuccess.Composition;
using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Benchmarks.Interventions;

/// <summary>Customers in memory with seats, plans and logins, and rules over them that rarely fire.</summary>
internal sealed class EngineWorkload
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private static readonly Language<CustomerFacts> Words = CustomerExpressions.Declare().Trait("seats", TraitKind.Number).Trait("users", TraitKind.Number).Signal("login").Build();

    private readonly AccountLog _accounts = new();
    private readonly ContactLog _contacts = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
    private readonly InMemoryInterventionStore _store = new();
    private readonly CustomerHealth _health;
    private int _changes;

    public EngineWorkload(int customers, int rules)
    {
        Ids = [.. Enumerable.Range(0, customers).Select(i => $"customer-{i:D7}")];
        var signals = new SignalLog(keepIds: false);
        for (var i = 0; i < customers; i++)
        {
            _accounts.Add(new Customer(Ids[i], Start.AddDays(-100))).Add(new Trait(Ids[i], "seats", TraitValue.Of(50 + (i % 50)), Start.AddDays(-100)))
                .Add(new Trait(Ids[i], "users", TraitValue.Of(20 + (i % 20)), Start.AddDays(-100))).Add(new Ownership(Ids[i], $"csm-{i % 50}", Start.AddDays(-100)));
            _contacts.Add(new Contact(Ids[i], $"contact-{i}", Start.AddDays(-100)) { IsPrimary = true, Channels = ["email"], TimeZone = "Europe/Berlin" })
                .Add(new ContactConsent(Ids[i], $"contact-{i}", ContactBasis.Contract, Start.AddDays(-100)));
            signals.Append(new Signal(Ids[i], "login", Start.AddDays(-3)));
        }

        _health = CustomerHealth.Of(
            CustomerSources.InMemory(_accounts, signals, _contacts),
            h => h.ScoredBy(Scorecard.For<CustomerFacts>("default").Measure("seats", f => f.Account.Number("seats").OrElse(0), m => m.MoreIsBetter().Linear(0, 100)).Build()));
        Engine = CustomerInterventions.Of(_health, RuleSet.Of(Enumerable.Range(0, rules).Select(RuleOf)), new() { Store = _store });
    }

    public string[] Ids { get; }

    public CustomerInterventions Engine { get; }

    /// <summary>Records a change at one customer in so many, and names them.</summary>
    public IReadOnlyList<string> Change(int every, DateTimeOffset at)
    {
        var changed = Ids.Where((_, i) => i % every == _changes % every).ToArray();
        _changes++;
        foreach (var id in changed)
        {
            _accounts.Add(new Trait(id, "users", TraitValue.Of(21 + (_changes % 5)), at));
        }

        return changed;
    }

    /// <summary>Lets the first rule fire at every customer.</summary>
    public void Open(DateTimeOffset at)
    {
        foreach (var id in Ids)
        {
            _accounts.Add(new Trait(id, "users", TraitValue.Of(0), at));
        }
    }

    /// <summary>Reads everything of every customer, so that what the host's logs keep for readers is there.</summary>
    public async Task ReadAsync(DateTimeOffset at)
    {
        await foreach (var _ in _health.ScorePortfolioAsync(at))
        {
        }
    }

    private static Rule RuleOf(int place) => Rule.Of($"rule {place:D3}", new()
    {
        Trigger = Trigger.When(Words.Condition($"customer.users < {1 + (place * 0.01):0.00} && customer.seats > {place % 40}.0".Replace(',', '.'))),
        Purpose = new() { Reason = "few users", Agenda = "who is to work with it", ExpectedResult = "more users" },
    });
}
