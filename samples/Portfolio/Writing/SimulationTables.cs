using CustomerSuccess.Customers;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Writing;

/// <summary>A file of a simulation: its name, its header, and the lines of one account.</summary>
internal sealed record SimulationTable(string File, string[] Header, Func<SimulatedAccount, IEnumerable<string?[]>> Lines);

/// <summary>The files that say what is recorded. Dates without a time are midnight UTC.</summary>
internal static class SimulationTables
{
    public static IReadOnlyList<SimulationTable> Of(DateTimeOffset end) =>
    [
        new("customers.csv", ["customer", "name", "parent", "lifecycle_stage", "is_active", "effective_at", "recorded_at"], a => a.Versions.Select(v => (string?[])
            [v.Id, v.Name, v.ParentId, v.LifecycleStage, v.IsActive ? "yes" : "no", CsvText.Of(v.EffectiveAt), CsvText.Of(v.RecordedAt)])),
        // An empty value of the kind null is a known null; an unknown trait has no line.
        new("traits.csv", ["customer", "name", "kind", "value", "effective_at", "recorded_at"], a => a.Traits.Select(t => (string?[])
            [t.CustomerId, t.Name, Word(t.Value.Kind), t.Value.Kind == TraitKind.Null ? null : t.Value.ToString(), CsvText.Of(t.EffectiveAt), CsvText.Of(t.RecordedAt)])),
        new(
            "subscriptions.csv",
            ["subscription", "customer", "product", "start", "end", "renews_at", "term_months", "seats", "annual_revenue", "currency", "effective_at", "recorded_at"],
            a => a.Subscriptions.Select(s => (string?[])
                [s.Id, s.CustomerId, s.Product, CsvText.Of(s.Start), CsvText.Of(s.End), CsvText.Of(s.RenewsAt), CsvText.Of((decimal?)s.TermMonths), CsvText.Of(s.Seats),
                 CsvText.Of(s.AnnualRevenue?.Amount), s.AnnualRevenue?.Currency, CsvText.Of(s.EffectiveAt), CsvText.Of(s.RecordedAt)])),
        new("signals.csv", ["customer", "name", "occurred_at", "recorded_at", "value", "actor", "product", "provenance", "id"], a => a.Signals.Select(s => (string?[])
            [s.CustomerId, s.Name, CsvText.Of(s.OccurredAt), CsvText.Of(s.RecordedAt), CsvText.Of(s.Value), s.Actor, s.Product, Word(s.Provenance), s.Id])),
        new("outcomes.csv", ["customer", "kind", "decided_at", "takes_effect_at", "recorded_at", "subscription", "amount", "currency", "reason"], a => a.Outcomes.Select(o => (string?[])
            [o.CustomerId, Word(o.Kind), CsvText.Of(o.DecidedAt), CsvText.Of(o.TakesEffectAt), CsvText.Of(o.RecordedAt), o.SubscriptionId, CsvText.Of(o.Amount?.Amount), o.Amount?.Currency, o.Reason])),
        new("ownership.csv", ["customer", "role", "owner", "effective_at", "recorded_at", "hand_over"], a => a.Ownerships.Select(o => (string?[])
            [o.CustomerId, o.Role, o.OwnerId, CsvText.Of(o.EffectiveAt), CsvText.Of(o.RecordedAt), o.HandOver])),
        new("judge_outcomes.csv", ["customer", "decision_date", "outcome"], a => JudgeOutcomes.Of(a, end).Select(o => (string?[])
            [o.CustomerId, CsvText.Of(new DateTimeOffset(o.DecidedAt.UtcDateTime.Date, TimeSpan.Zero)), o.Churned ? "churned" : "retained"])),
    ];

    // NoticeGiven is notice_given in a file.
    private static string Word<T>(T name)
        where T : struct, Enum =>
        string.Concat(name.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
