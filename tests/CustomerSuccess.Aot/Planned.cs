using CustomerSuccess.Composition;
using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Aot;

/// <summary>A plan read from a document, followed by an expression and by recorded evidence, with its ledger, its outlook and a person who is erased.</summary>
internal static class Planned
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    private const string Document =
        """
        {
          "kind": "plan", "name": "onboarding",
          "milestones": [
            { "id": "live", "due": 20, "after": ["import", "training"], "weight": 2 },
            { "id": "used", "due": 30, "evidence": "signals.login.count(days(7)) >= 3" }
          ],
          "accountabilities": [
            { "id": "import", "party": "customer", "due": 10 },
            { "id": "training", "party": "vendor", "due": 12, "after": ["import"] }
          ],
          "teeUps": [ { "id": "story", "kind": "caseStudy", "milestone": "live" } ]
        }
        """;

    public static async Task RunAsync()
    {
        var language = CustomerExpressions.Declare().Signal("login", hasValues: false).Build();
        var template = PlanTemplateDocument.Read(new ConfigurationDocument("onboarding.json", Document), language);
        Console.WriteLine(template);
        var accounts = new AccountLog().Add(new Customer("acme", Start));
        var signals = new SignalLog();
        signals.AppendAll([.. Enumerable.Range(20, 4).Select(d => new Signal("acme", "login", Start.AddDays(d)))]);
        var contacts = new ContactLog().Add(new Contact("ann", "acme", Start)).Keep(new ContactDetails("ann") { Name = "Ann Miller" });
        var plans = new PlanLog().Add(template.Instantiate("plan", PlanHolder.Customer("acme"), new(2026, 1, 5), "Europe/Berlin"));
        plans.Add(EvidenceGiven.Attested("1", "plan", "acme", Start.AddDays(13), "import", "ann")).Add(EvidenceGiven.Happened("2", "plan", "acme", Start.AddDays(16), "training"));
        var card = Scorecard.For<CustomerFacts>("value").Measure("value", language.Number("plan.value"), m => m.MoreIsBetter().Linear(0, 1)).Build();
        var health = CustomerHealth.Of(CustomerSources.InMemory(accounts, signals, contacts, plans), c => c.PlannedBy(template).ScoredBy(card));
        var state = (await health.PlanAsync("acme", new(Start.AddDays(25))))!;
        Console.WriteLine(state);
        Console.WriteLine(state.Ledger("live").Explain());
        Console.WriteLine(TeeUps.MayAsk(state, "story").Reason);
        Console.WriteLine(PlanOutlook.Of(state, 30).ToMarkdown());
        Console.WriteLine((await health.ScoreAsync("acme", Start.AddDays(25)))!.Explain());
        Console.WriteLine(contacts.Erase("ann", Start.AddDays(30), "dpo", "asked for it"));
    }
}
