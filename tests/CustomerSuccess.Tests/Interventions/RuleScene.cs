using CustomerSuccess.Composition;
using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Tests.Interventions;

/// <summary>Customers with logins, seats and contacts who may be touched, and what rules make of them.</summary>
internal sealed class RuleScene
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public static readonly Language<CustomerFacts> Language = CustomerExpressions.Declare()
        .Trait("seats", TraitKind.Number)
        .Trait("group", TraitKind.Text)
        .Signal("login")
        .Signal("review")
        .Segment("experience")
        .Build();

    public static readonly TouchPurpose Purpose = new() { Reason = "nobody logged in", Agenda = "the first task", ExpectedResult = "a first login" };

    private static readonly SegmentScheme Tech = SegmentScheme.For("experience", SegmentPurpose.Experience)
        .Segment("enterprise", Language.Condition("customer.seats >= 100.0"), new() { Coverage = ExperienceCoverage.HighTouch, Channels = ["call", "email"] })
        .Otherwise("self", new() { Coverage = ExperienceCoverage.TechTouch, Channels = ["email", "in-app", "call"], ByPeople = ["call"] })
        .Build();

    public AccountLog Accounts { get; } = new();

    public SignalLog Signals { get; } = new();

    public ContactLog Contacts { get; } = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    public PlanLog Plans { get; } = new();

    public InMemoryInterventionStore Store { get; init; } = new();

    public List<Silence> Silences { get; } = [];

    public RecordingChannel Email { get; } = new("email");

    public RecordingChannel InApp { get; } = new("in-app");

    public static Rule Rule(string name, RuleTrigger trigger, Func<RuleContent, RuleContent>? how = null)
    {
        var content = new RuleContent { Trigger = trigger, Purpose = Purpose, Success = trigger is ConditionTrigger ? null : Condition("signals.login.count(days(30)) > 100") };
        return CustomerSuccess.Interventions.Rule.Of(name, how?.Invoke(content) ?? content);
    }

    public static FactCondition Condition(string text) => Language.Condition(text);

    public static TimeSpan Days(double days) => TimeSpan.FromDays(days);

    public static DateTimeOffset Day(double day) => Start.AddDays(day);

    /// <summary>A customer since a day, with Ann who may be reached everywhere.</summary>
    public RuleScene Customer(string id, double since = 0, double seats = 5, string? contact = "ann", string? zone = "Europe/Berlin")
    {
        Accounts.Add(new Customer(id, Day(since))).Add(new Trait(id, "seats", TraitValue.Of(seats), Day(since))).Add(new Ownership(id, "csm-1", Day(since)));
        if (contact is not null)
        {
            Contacts.Add(new Contact(id, $"{contact}-{id}", Day(since)) { IsPrimary = true, Channels = ["email", "in-app", "call"], TimeZone = zone, Persona = Personas.Champion });
            Contacts.Add(new ContactConsent(id, $"{contact}-{id}", ContactBasis.Contract, Day(since)));
        }

        return this;
    }

    public RuleScene Login(string id, double day, double? recorded = null)
    {
        Signals.Append(new Signal(id, "login", Day(day)) { RecordedAt = Day(recorded ?? day) });
        return this;
    }

    public CustomerHealth Health(CustomerSources? sources = null) => CustomerHealth.Of(
        sources ?? CustomerSources.InMemory(Accounts, Signals, Contacts, Plans),
        h => h.SegmentedBy(Tech).ScoredBy(Scorecard.For<CustomerFacts>("default")
            .Measure("seats", f => f.Account.Number("seats").OrElse(0), m => m.MoreIsBetter().Linear(0, 100)).Bands(yellow: 50, green: 75).Build()).InBatches(64, 2));

    public CustomerInterventions Of(InterventionPolicy? policy, params Rule[] rules) => Of(RuleSet.Of(rules, policy));

    public CustomerInterventions Of(RuleSet rules) => CustomerInterventions.Of(Health(), rules, new() { Store = Store, Channels = [Email, InApp], Silences = new Given(Silences) });

    private sealed class Given(IReadOnlyList<Silence> silences) : ISilenceSource
    {
        public ValueTask<IReadOnlyList<Silence>> ReadAsync(DateTimeOffset knownAt, CancellationToken cancellationToken) => ValueTask.FromResult(silences);
    }
}
