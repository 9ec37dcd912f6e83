using CustomerSuccess.Contacts;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Observing;

[Requirement("INS-9")]
public sealed class PlanErasureTests
{
    private const string Person = "ann.miller@acme.example";

    private static readonly PlanTemplate Template = PlanTemplate.Of("onboarding", new() { Milestones = [Reach("live", 30, "import")], Accountabilities = [OfCustomer("import", 10)] });

    private static readonly ContactRedaction Redaction = new(Person, "erased-1", new ContactDetails(Person) { Name = "Ann Miller" });

    // Every kind of event, with the person wherever a text may stand.
    private static readonly PlanEvent[] Events =
    [
        EvidenceGiven.Attested("1", "plan", "acme", Day(9), "import", Person),
        EvidenceGiven.Happened("2", "plan", "acme", Day(12), "live", $"mail of {Person}"),
        EvidenceGiven.Documented($"3 {Person}", "plan", "acme", Day(13), "live", $"note by {Person}"),
        new EventTakenBack("4", "plan", "acme", Day(14), $"3 {Person}", Person, "Ann Miller said so"),
        new AccountabilityExcused("5", "plan", "acme", Day(15), "import", Person, "Ann Miller was ill"),
        new AccountabilityDisputed("6", "plan", "acme", Day(16), "import", Person, "Ann Miller did it earlier"),
        new SkillAssessed("7", "plan", "acme", Day(17), "reporting", 2),
        new OutcomeClaimed("8", "plan", "acme", Day(18), "live", Person),
        new OutcomeAcknowledged("9", "plan", "acme", Day(19), "live", Person),
        new PlanReviewed("10", "plan", "acme", Day(20), PlanReviewKind.Refresh, Person),
        new BlockerRaised("11", "plan", "acme", Day(21), "People", "Ann Miller has no time", Person),
        new BlockerCleared("12", "plan", "acme", Day(22), "11", Person, true),
        new TeeUpAsked("13", "plan", "acme", Day(23), "story", "csm") { ContactId = Person },
        new TeeUpAnswered("14", "plan", "acme", Day(24), "13", TeeUpOutcome.Accepted),
        new PromiseMade("15", "plan", "acme", Day(-9), "Ann Miller gets her reports", Person),
        new LaunchRiskRaised("16", "plan", "acme", Day(25), LaunchRiskKind.WillNotPay, Person, "Ann Miller asked for a refund"),
    ];

    [Fact]
    public async Task After_erasing_nothing_tells_of_the_person_and_what_was_counted_stays_counted()
    {
        var log = new PlanLog()
            .Add(Template.Instantiate("plan", PlanHolder.Customer("acme"), new(2026, 1, 5), "UTC", null, new OwnerNamed("import", Person)) with { Author = Person, Note = "agreed with Ann Miller" })
            .Add(new SuccessDefinition("acme", Start) { Stakeholders = [new() { Id = Person, Role = StakeholderRole.Champion, ContactId = Person, DesiredOutcome = "Ann Miller saves time", Pains = ["Ann Miller works late"], AlternativeForOutcome = new(AlternativeKind.Nothing, "Ann Miller goes on") }] });
        Array.ForEach(Events, e => log.Add(e));
        var before = await StateOf(log);

        log.Erase(Redaction).Erase(Redaction);

        var after = await StateOf(log);
        Assert.Equal("erased-1", after.Milestone("live").AcknowledgedBy);
        Assert.Equal(before.Events.Count, after.Events.Count);
        Assert.Equal(before.Milestones.Select(m => m.ReachedAt), after.Milestones.Select(m => m.ReachedAt));
        Assert.Equal(before.Accountabilities.Select(a => (a.Standing, a.DoneDay)), after.Accountabilities.Select(a => (a.Standing, a.DoneDay)));
        var all = string.Join('\n', await Everything(log));
        Assert.All([Person, "Ann", "Miller", "acme.example"], word => Assert.DoesNotContain(word, all, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("erased-1", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_event_is_among_them() =>
        Assert.Equal(
            typeof(PlanEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PlanEvent))).Select(t => t.Name).Order(StringComparer.Ordinal),
            Events.Select(e => e.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    private static async Task<PlanState> StateOf(PlanLog log)
    {
        var version = Assert.IsType<PlanVersion>((await Read(log.ReadPlansAsync(Query, default)))[0]);
        return Template.For(version).At(new CustomerFacts("acme", Day(40)), (await Read(log.ReadEventsAsync(Query, default))).Cast<PlanEvent>());
    }

    private static FactQuery Query => new() { CustomerIds = ["acme"], AsOf = Day(40) };

    private static async Task<IReadOnlyList<string>> Everything(PlanLog log)
    {
        var versions = (await Read(log.ReadPlansAsync(Query, default))).Cast<PlanVersion>();
        var definitions = (await Read(log.ReadDefinitionsAsync(Query, default))).Cast<SuccessDefinition>();
        return
        [
            .. (await Read(log.ReadEventsAsync(Query, default))).Cast<PlanEvent>().SelectMany(e => (string[])[e.ToString(), e.Content]),
            .. versions.SelectMany(v => (string[])[v.ToString(), v.Author!, v.Note!, .. v.Changes.Select(c => c.ToString())]),
            .. definitions.SelectMany(d => d.Stakeholders).SelectMany(s => (string?[])[s.Id, s.ContactId, s.DesiredOutcome, .. s.Pains, s.AlternativeForOutcome!.Detail]).OfType<string>(),
        ];
    }

    private static async Task<List<object>> Read<T>(IAsyncEnumerable<T> records)
        where T : class
    {
        var all = new List<object>();
        await foreach (var record in records)
            all.Add(record);
        return all;
    }
}
