using CustomerSuccess.Composition;
using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Interventions.Reference;

/// <summary>A rule as the engine has it, and what its conditions and its trigger mean.</summary>
internal sealed record StoryRule(Rule Rule, ReferenceTrigger Trigger, StoryCondition? Guard, StoryCondition? Success, StoryCondition? Exit, bool IsByGroup)
{
    public RuleContent Content => Rule.Content;
}

/// <summary>What happens next.</summary>
internal abstract record StoryStep(DateTimeOffset At)
{
    /// <summary>A cycle, of everyone or of those that changed.</summary>
    internal sealed record Cycle(DateTimeOffset At, bool IsOfChanged) : StoryStep(At);

    /// <summary>Automatic touches are attempted, and people do what waits for them.</summary>
    internal sealed record Deliver(DateTimeOffset At, bool ByPeopleToo) : StoryStep(At);

    /// <summary>Other rules are active from the next cycle on.</summary>
    internal sealed record Rules(DateTimeOffset At, StoryRule[] Active) : StoryStep(At);

    /// <summary>A contact answers the touch that was sent last.</summary>
    internal sealed record Answer(DateTimeOffset At, DateTimeOffset Recorded, bool NamesTouch) : StoryStep(At);
}

/// <summary>Customers, rules and what happens in which order.</summary>
internal sealed class Story
{
    public static readonly DateTimeOffset Start = new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero);

    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static readonly Language<CustomerFacts> Language = CustomerExpressions.Declare()
        .Trait("seats", TraitKind.Number).Trait("users", TraitKind.Number).Trait("group", TraitKind.Text).Trait("review", TraitKind.Instant).Signal("login").Build();

    private static readonly SegmentScheme Scheme = SegmentScheme.For("experience", SegmentPurpose.Experience)
        .Segment("enterprise", Language.Condition("customer.seats >= 100.0"), new() { Coverage = ExperienceCoverage.HighTouch, Channels = ["call", "email"] })
        .Segment("none", Language.Condition("customer.seats >= 90.0 && customer.seats < 100.0"), new() { Coverage = ExperienceCoverage.TechTouch, Channels = [] })
        .Otherwise("self", new() { Coverage = ExperienceCoverage.TechTouch, Channels = ["email", "in-app", "call"], ByPeople = ["call"] })
        .Build();

    public required int Seed { get; init; }

    public required IReadOnlyList<StoryCustomer> Customers { get; init; }

    public required StoryCoverage Coverage { get; init; }

    public required InterventionPolicy Policy { get; init; }

    public required IReadOnlyList<Silence> Silences { get; init; }

    /// <summary>Every rule that is ever active, in all its versions.</summary>
    public required IReadOnlyList<StoryRule> AllRules { get; init; }

    public required IReadOnlyList<StoryRule> FirstRules { get; init; }

    public required IReadOnlyList<StoryStep> Steps { get; init; }

    public static string SegmentOf(double seats) => seats >= 100 ? "enterprise" : seats >= 90 ? "none" : "self";

    public static string[] ChannelsOf(string segment) => segment switch { "enterprise" => ["call", "email"], "none" => [], _ => ["email", "in-app", "call"] };

    public static bool IsByPeople(string segment, string channel) => segment == "enterprise" || channel == "call";

    /// <summary>What a channel says of an attempt: the same each time.</summary>
    public static TouchResultKind SaidOf(string key, int attempt)
    {
        var hash = 17;
        foreach (var letter in $"{key}#{attempt}")
        {
            hash = unchecked((hash * 31) + letter);
        }

        return ((uint)hash % 10) switch { 0 => TouchResultKind.Rejected, 1 or 2 => TouchResultKind.Failed, 3 => TouchResultKind.Uncertain, _ => TouchResultKind.Sent };
    }

    /// <summary>How customers are read, with so many at once on so many threads.</summary>
    public static CustomerHealth Health(AccountLog accounts, SignalLog signals, ContactLog contacts, int batch, int threads) => CustomerHealth.Of(
        CustomerSources.InMemory(accounts, signals, contacts),
        h => h.SegmentedBy(Scheme).ScoredBy(Scorecard.For<CustomerFacts>("default")
            .Measure("seats", f => f.Account.Number("seats").OrElse(0), m => m.MoreIsBetter().Linear(0, 100)).Bands(yellow: 50, green: 75).Build()).InBatches(batch, threads));

    /// <summary>Records everything in an order of chance.</summary>
    public void Record(AccountLog accounts, SignalLog signals, ContactLog contacts)
    {
        var acts = new List<Action>();
        foreach (var c in Customers)
        {
            acts.AddRange(c.Active.Select(d => (Action)(() => accounts.Add(new Customer(c.Id, d.At) { IsActive = d.Value, RecordedAt = d.Recorded }))));
            acts.Add(() => accounts.Add(new Ownership(c.Id, "csm", c.Since)));
            acts.AddRange(c.Seats.Select(d => (Action)(() => accounts.Add(new Trait(c.Id, "seats", TraitValue.Of(d.Value), d.At) { RecordedAt = d.Recorded }))));
            acts.AddRange(c.Users.Select(d => (Action)(() => accounts.Add(new Trait(c.Id, "users", TraitValue.Of(d.Value), d.At) { RecordedAt = d.Recorded }))));
            acts.AddRange(c.Groups.Select(d => (Action)(() => accounts.Add(new Trait(c.Id, "group", TraitValue.Of(d.Value), d.At) { RecordedAt = d.Recorded }))));
            acts.AddRange(c.Reviews.Select(d => (Action)(() => accounts.Add(new Trait(c.Id, "review", TraitValue.Of(d.Value), d.At) { RecordedAt = d.Recorded }))));
            acts.AddRange(c.Logins.Select(d => (Action)(() => signals.Append(new Signal(c.Id, "login", d.At) { Value = d.Value, RecordedAt = d.Recorded }))));
            acts.AddRange(c.Contacts.Select(d => (Action)(() => contacts.Add(new Contact(c.Id, d.Value.Id, d.At)
            {
                RecordedAt = d.Recorded,
                IsPrimary = d.Value.IsPrimary,
                Channels = d.Value.Channels,
                Persona = d.Value.Persona,
                TimeZone = d.Value.Zone,
                Status = d.Value.IsGone ? ContactStatus.MovedOn : ContactStatus.Active,
            }))));
            acts.AddRange(c.Consents.Select(d => (Action)(() => contacts.Add(new ContactConsent(c.Id, d.Value.Contact, d.Value.IsOptOut ? ContactBasis.OptOut : ContactBasis.Contract, d.At) { RecordedAt = d.Recorded, Channel = d.Value.Channel, EndsAt = d.Value.Ends }))));
            acts.AddRange(c.Talks.Select(d => (Action)(() => contacts.Add(Written(c.Id, d)))));
        }

        var chance = new Random(Seed);
        foreach (var act in acts.OrderBy(_ => chance.Next()))
        {
            act();
        }

        signals.Covers("login", new() { From = Coverage.From, Through = Coverage.Through, Delay = Coverage.Delay });
    }

    public static Interaction Written(string customer, Dated<StoryTalk> talk) => new(customer, talk.Value.Id, talk.At)
    {
        RecordedAt = talk.Recorded,
        ContactIds = [talk.Value.Contact],
        Direction = talk.Value.IsInbound ? InteractionDirection.Inbound : InteractionDirection.Outbound,
        Answers = talk.Value.Answers,
    };
}
