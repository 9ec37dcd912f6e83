using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Contacts.Scene;

namespace CustomerSuccess.Tests.Interventions.Queue;

/// <summary>What one has to know before a touch.</summary>
[Requirement("INT-20")]
public sealed class WorkBriefTests
{
    private static readonly Scorecard<double> Card = Scorecard.For<double>("card").Measure("usage", u => u, m => m.MoreIsBetter().Linear(0, 100).Weight(1)).Bands(yellow: 50, green: 75).Build();

    [Fact]
    public void A_brief_says_what_changed_since_the_last_contact_and_what_is_open()
    {
        var brief = WorkBrief.Of(Facts(CustomerSources.InMemory(Accounts(), null, Contacts())).With(new HealthFacts(Card.Score(40d, Day))), Card.Score(80d, Day.AddDays(-45)));

        Assert.Equal(
            """
            # Acme

            As of 2026-03-02. Last contact: 2026-02-20, call (goals agreed).

            ## What changed since

            - owner (csm): ada → bob
            - subscription s1: gone, was app, 10 seats, 1000 EUR a year, ends 2026-02-26
            - subscription s2: new, app, 20 seats, 2000 EUR a year, renews 2026-06-01
            - contact ann: executive sponsor, Signs, primary, active → executive sponsor, Signs, primary, moved on, succeeded by eve
            - contact eve: new, executive sponsor, active

            ## What we promised

            - not known: plans: not given

            ## What the customer owes

            - not known: plans: not given

            ## Pace of the plan

            - not known: plans: not given

            ## Health

            - score 40.0 Red, 100 % known; at the last contact 80.0 Green, 100 % known
            - usage: -40

            ## Open issues

            - t2: critical since 2026-02-22, without a plan
            - t1: low since 2026-02-10, to do: patch, due 2026-03-09

            ## Last answer

            - 2026-02-15 by email from ann: \*\*call me\*\* \<img src=x\>

            """.ReplaceLineEndings("\n"),
            brief.ToMarkdown());
        Assert.Equal("brief of acme as of 2026-03-02: 5 changes, 0 open accountabilities, 2 open issues", brief.ToString());
        Assert.Equal(-40, brief.HealthChange!.Difference, 9);
    }

    [Fact]
    public void The_plan_shows_what_both_parties_owe_and_what_happened_to_it()
    {
        var plan = Planned.Plan(Planned.Reach("live", 30, "import", "train"), Planned.OfVendor("import", 10), Planned.OfCustomer("train", 20), Planned.OfCustomer("sign", 5));
        var state = plan.On(25, Planned.Done("sign", 4));
        var brief = WorkBrief.Of(new CustomerFacts("acme", Planned.Day(25)).With(new PlanFacts(state)));

        Assert.Equal(["import, due 2026-01-15, 15 days late"], brief.Promises.Select(p => p.ToString()));
        Assert.Equal(["import", "train"], brief.OpenAccountabilities.Value.Select(a => a.Id));
        Assert.Equal(state.Pace, brief.Pace.Value);
        Assert.Equal(["live"], brief.LateMilestones);
        Assert.False(brief.LastContact.IsKnown);
        Assert.Empty(brief.Changes);
        Assert.Contains("cannot be told without a last contact", brief.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_to_a_plan_since_is_a_change()
    {
        var template = PlanTemplate.Of("onboarding", new() { Milestones = [Planned.Reach("live", 60, "import")], Accountabilities = [Planned.OfVendor("import", 10)] });
        var plans = new PlanLog().Add(template.Instantiate("plan", PlanHolder.Customer("acme"), new(2026, 1, 5), "UTC", Planned.Start)).Add(Planned.Done("import", 8));
        var contacts = new ContactLog(Key).Add(new Interaction("acme", "i1", Planned.Day(5)));
        var card = Scorecard.For<CustomerFacts>("card").Measure("one", _ => 1, m => m.MoreIsBetter().Linear(0, 1)).Build();
        var health = CustomerHealth.Of(CustomerSources.InMemory(new AccountLog().Add(new Customer("acme", Planned.Start)), null, contacts, plans), h => h.PlannedBy(template).ScoredBy(card));

        var brief = WorkBrief.Of((await health.FactsAsync("acme", new(Planned.Day(12))))!);

        Assert.Equal(["vendor's import: open → Kept"], brief.Changes.Select(c => c.ToString()));
    }

    [Fact]
    public void Without_any_source_nothing_is_known_and_nothing_fails()
    {
        var brief = WorkBrief.Of(new CustomerFacts("acme", Day));
        Assert.Contains("Last contact: not known: interactions: not given.", brief.ToMarkdown(), StringComparison.Ordinal);
        Assert.Null(brief.Health);
        Assert.False(brief.OpenIssues.IsKnown);

        var quiet = WorkBrief.Of(Facts(new ContactLog(Key).Add(new Contact("acme", "ann", Day.AddDays(-3)))));
        Assert.True(quiet.LastContact is { IsKnown: true, Value: null });
        Assert.Null(quiet.LastAnswer);
    }

    [Fact]
    public void An_attempt_that_nobody_answered_and_a_talk_among_ourselves_are_no_contact()
    {
        var log = new ContactLog(Key)
            .Add(new Interaction("acme", "i1", Day.AddDays(-9)))
            .Add(new Interaction("acme", "i2", Day.AddDays(-3)) { Outcome = InteractionOutcomes.NoAnswer, Direction = InteractionDirection.Inbound })
            .Add(new Interaction("acme", "i3", Day.AddDays(-2)) { Purpose = CommunicationPurpose.Internal });
        Assert.Equal("i1", WorkBrief.Of(Facts(log)).LastContact.Value!.Id);
        Assert.Null(WorkBrief.Of(Facts(log)).LastAnswer);
    }

    private static AccountLog Accounts() => new AccountLog()
        .Add(new Customer("acme", Day.AddDays(-400)) { Name = "Acme", LifecycleStage = "live" })
        .Add(new Ownership("acme", "ada", Day.AddDays(-300)))
        .Add(new Ownership("acme", "bob", Day.AddDays(-5)))
        .Add(new Subscription("s1", "acme", "app", Day.AddDays(-300)) { End = Day.AddDays(-4), Seats = 10, AnnualRevenue = new Money(1000, "EUR") })
        .Add(new Subscription("s2", "acme", "app", Day.AddDays(-4)) { Seats = 20, AnnualRevenue = new Money(2000, "EUR"), RenewsAt = Day.AddDays(91) });

    private static ContactLog Contacts() => new ContactLog(Key)
        .Add(new Contact("acme", "ann", Day.AddDays(-300)) { Persona = Personas.ExecutiveSponsor, Authority = ContactAuthority.Signs, IsPrimary = true })
        .Add(new Contact("acme", "ann", Day.AddDays(-6)) { Persona = Personas.ExecutiveSponsor, Authority = ContactAuthority.Signs, IsPrimary = true, Status = ContactStatus.MovedOn, SuccessorId = "eve" })
        .Add(new Contact("acme", "eve", Day.AddDays(-6)) { Persona = Personas.ExecutiveSponsor })
        .Add(new Interaction("acme", "i1", Day.AddDays(-15)) { ContactIds = ["ann"], Channel = "email", Direction = InteractionDirection.Inbound, Note = "**call me**\n<img src=x>" })
        .Add(new Interaction("acme", "i2", Day.AddDays(-10)) { ContactIds = ["ann"], Channel = "call", Outcome = "goals agreed" })
        .Add(new Issue("acme", "t1", IssueSeverity.Low, Day.AddDays(-20)) { Plan = new("patch", Day.AddDays(7)) })
        .Add(new Issue("acme", "t2", IssueSeverity.Critical, Day.AddDays(-8)))
        .Add(new Issue("acme", "t3", IssueSeverity.Critical, Day.AddDays(-8)) { ClosedAt = Day.AddDays(-1) });
}
