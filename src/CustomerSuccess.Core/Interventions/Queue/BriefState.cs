using System.Globalization;
using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Segmentation;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Interventions;

/// <summary>What of a customer is looked at for changes, in words, as of an instant.</summary>
internal static class BriefState
{
    /// <summary>What is otherwise in the later facts, in a fixed order.</summary>
    public static IReadOnlyList<BriefChange> Between(CustomerFacts before, CustomerFacts after)
    {
        var (old, now) = (Of(before).ToDictionary(e => e.Key), Of(after).ToDictionary(e => e.Key));
        return
        [
            .. old.Keys.Union(now.Keys).OrderBy(k => k.Rank).ThenBy(k => k.Id, StringComparer.Ordinal)
                .Select(k => (Was: old.GetValueOrDefault(k), Is: now.GetValueOrDefault(k)))
                .Where(c => c.Was?.Words != c.Is?.Words)
                .Select(c => new BriefChange { Subject = (c.Is ?? c.Was)!.Subject, Before = c.Was?.Words, After = c.Is?.Words }),
        ];
    }

    private static IEnumerable<Entry> Of(CustomerFacts facts) => Account(facts.Account)
        .Concat(facts.Segments.Answers.Select(a => new Entry((2, a.Scheme), $"segment ({a.Scheme})", a.Segment)))
        .Concat((facts.Account.Subscriptions ?? []).Where(s => s.IsRunning(facts.AsOf)).Select(s => new Entry((3, s.Id), $"subscription {s.Id}", Words(s))))
        .Concat((facts.Contacts.All ?? []).Select(c => new Entry((4, c.Id), $"contact {c.Id}", Words(c))))
        .Concat(facts.Plan?.State is { } plan ? Plan(plan) : []);

    private static IEnumerable<Entry> Account(AccountFacts account) =>
    [
        .. account.Version is { LifecycleStage: { } stage } ? [new Entry((0, "stage"), "stage", stage)] : Array.Empty<Entry>(),
        .. account.Ownerships.Select(o => o.Role).Distinct(StringComparer.Ordinal).Where(r => account.Owner(r).IsKnown)
            .Select(r => new Entry((1, r), $"owner ({r})", account.Owner(r).Value ?? "nobody")),
    ];

    private static IEnumerable<Entry> Plan(PlanState plan) =>
    [
        new((5, "plan"), "plan", string.Create(CultureInfo.InvariantCulture, $"{plan.Plan.Version}, {plan.Pace}")),
        .. plan.Milestones.Select(m => new Entry((6, m.Id), $"milestone {m.Title}", m.Pace.ToString())),
        .. plan.Accountabilities.Select(a => new Entry((7, a.Id), $"{(a.Party == PlanParty.Vendor ? "vendor's" : "customer's")} {a.Title}", a.Standing is AccountabilityStanding.NotYetDue or AccountabilityStanding.Due ? "open" : a.Standing.ToString())),
    ];

    private static string Words(Subscription subscription) => string.Join(", ", ((string?[])[
        subscription.Product,
        subscription.Seats is { } seats ? $"{NumberText.Of(seats)} seats" : null,
        subscription.AnnualRevenue is { } revenue ? $"{revenue} a year" : null,
        subscription.RenewsAt is { } renews ? $"renews {NumberText.Instant(renews)}" : null,
        subscription.End is { } end ? $"ends {NumberText.Instant(end)}" : null]).OfType<string>());

    private static string Words(Contact contact) => string.Join(", ", ((string?[])[
        contact.Persona,
        contact.Authority is { } authority and not ContactAuthority.None ? authority.ToString() : null,
        contact.IsPrimary ? "primary" : null,
        contact.Status switch { ContactStatus.Active => "active", ContactStatus.OnLeave => "on leave", ContactStatus.Inactive => "no longer a contact", _ => "moved on" },
        contact is { Status: ContactStatus.MovedOn, SuccessorId: { } successor } ? $"succeeded by {successor}" : null]).OfType<string>());

    private sealed record Entry((int Rank, string Id) Key, string Subject, string Words);
}
