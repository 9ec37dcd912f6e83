using System.Globalization;

namespace CustomerSuccess.Contacts;

/// <summary>
/// Finds who could speak for the vendor, and whether one may be asked. Ready is who is active and was engaged lately, at a customer whose
/// value is evidenced or acknowledged and that has no grave issue open. Immutable and safe to use from several threads.
/// </summary>
/// <param name="options">The limits; the usual where null.</param>
public sealed class AdvocateReader(AdvocateOptions? options = null)
{
    /// <summary>The limits.</summary>
    public AdvocateOptions Options { get; } = options ?? new();

    /// <summary>Every contact of a customer who is part of its network: those who are ready first, then those of whom it is not known, each by id. Empty where no contacts are given.</summary>
    /// <param name="facts">The customer.</param>
    /// <param name="inputs">What is known of its value.</param>
    public IReadOnlyList<Advocate> Find(CustomerFacts facts, AdvocateInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(inputs);
        return Array.AsReadOnly<Advocate>(
        [
            .. (facts.Contacts.All ?? []).Where(c => c.IsPresent)
                .Select(c => Read(facts, c.Id, inputs))
                .OrderBy(a => a.Readiness switch { AdvocateReadiness.Ready => 0, AdvocateReadiness.Unknown => 1, _ => 2 })
                .ThenBy(a => a.ContactId, StringComparer.Ordinal),
        ]);
    }

    /// <summary>Where one contact stands.</summary>
    /// <param name="facts">The customer.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="inputs">What is known of the customer's value.</param>
    public Advocate Read(CustomerFacts facts, string contactId, AdvocateInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        ArgumentNullException.ThrowIfNull(inputs);
        var contacts = facts.Contacts;
        AdvocateCondition[] conditions = [Value(inputs), Active(contacts, contactId), Engaged(contacts, contactId, facts.AsOf), Quiet(contacts)];
        return new()
        {
            ContactId = contactId,
            Readiness = Array.Exists(conditions, c => c.Holds == false) ? AdvocateReadiness.NotReady
                : Array.Exists(conditions, c => c.Holds is null) ? AdvocateReadiness.Unknown
                : AdvocateReadiness.Ready,
            Conditions = Array.AsReadOnly(conditions),
            Consents = Array.AsReadOnly([.. contacts.AdvocateConsents.Where(c => c.ContactId == contactId).GroupBy(c => c.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Last())]),
            Asks = contacts.Asks is { } asks ? Array.AsReadOnly([.. asks.Where(a => a.ContactId == contactId)]) : null,
        };
    }

    /// <summary>
    /// Whether a contact may be asked. No: not ready, no agreement to that kind of ask, erased, too soon after the last ask, or too many
    /// asks. Unknown where readiness, or who was asked before, is not known. Otherwise yes.
    /// </summary>
    /// <param name="facts">The customer.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="kind">For what.</param>
    /// <param name="inputs">What is known of the customer's value.</param>
    public AskVerdict MayAsk(CustomerFacts facts, string contactId, string kind, AdvocateInputs inputs)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        var advocate = Read(facts, contactId, inputs);
        if (facts.Contacts.Erasures.Any(e => e.Pseudonym == contactId))
        {
            return No("the contact was erased");
        }

        if (advocate.Conditions.FirstOrDefault(c => c.Holds == false) is { } against)
        {
            return No($"not ready: {against.Name}, {against.Because}");
        }

        if (facts.Contacts.AgreesTo(contactId, kind) is not { Agrees: true } agreed)
        {
            return No(facts.Contacts.AgreesTo(contactId, kind) is { } declined ? $"declined {declined.Kind ?? "every ask"} on {NumberText.Instant(declined.EffectiveAt)}" : $"has not agreed to {kind}");
        }

        if (advocate.Asks is not { } asks)
        {
            return new() { State = PermissionState.Unknown, Reason = "who was asked before is not given" };
        }

        return TooEarly(asks, facts.AsOf)
            ?? (advocate.Conditions.FirstOrDefault(c => c.Holds is null) is { } unknown
                ? new() { State = PermissionState.Unknown, Reason = $"{unknown.Name}: {unknown.Because}" }
                : new() { State = PermissionState.Allowed, Reason = $"ready, agreed on {NumberText.Instant(agreed.EffectiveAt)}, {Times(asks.Count(a => Counts(a, facts.AsOf)))} in {Days(Options.AskWindow)}" });
    }

    private AskVerdict? TooEarly(IReadOnlyList<AdvocacyAsk> asks, DateTimeOffset asOf)
    {
        AdvocacyAsk[] counted = [.. asks.Where(a => Counts(a, asOf))];
        DateTimeOffset? fresh = asks.Count > 0 && asOf - asks[^1].AskedAt < Options.Between ? Later(asks[^1].AskedAt, Options.Between) : null;
        // When so many of the oldest no longer count that one more may be made.
        DateTimeOffset? many = counted.Length >= Options.MostAsks ? Later(counted[counted.Length - Options.MostAsks].AskedAt, Options.AskWindow) : null;
        return many is null && fresh is null ? null : new()
        {
            State = PermissionState.Barred,
            From = many > fresh || fresh is null ? many : fresh,
            Reason = many is not null
                ? $"{Times(counted.Length)} in {Days(Options.AskWindow)}, again from {NumberText.Instant((many > fresh || fresh is null ? many : fresh)!.Value)}"
                : $"asked {Days(asOf - asks[^1].AskedAt)} ago, again from {NumberText.Instant(fresh!.Value)}",
        };
    }

    private bool Counts(AdvocacyAsk ask, DateTimeOffset asOf) => asOf - ask.AskedAt < Options.AskWindow;

    private static AdvocateCondition Value(AdvocateInputs inputs) => new()
    {
        Name = "value",
        Holds = inputs.ValueAcknowledged == true || inputs.ValueEvidenced == true ? true
            : inputs.ValueAcknowledged is null || inputs.ValueEvidenced is null ? null
            : false,
        Because = inputs.ValueAcknowledged == true ? "acknowledged by the customer"
            : inputs.ValueEvidenced == true ? "evidenced"
            : inputs.ValueAcknowledged is null || inputs.ValueEvidenced is null ? "whether an outcome is evidenced or acknowledged is not given"
            : "neither evidenced nor acknowledged",
    };

    private static AdvocateCondition Active(ContactFacts contacts, string contactId) => contacts.Contact(contactId) is var contact && contact.IsKnown
        ? new() { Name = "active", Holds = contact.Value.Status == ContactStatus.Active, Because = contact.Value.Status.ToString() }
        : new() { Name = "active", Holds = contacts.All is null ? null : false, Because = contact.Causes[0].Reason };

    private AdvocateCondition Engaged(ContactFacts contacts, string contactId, DateTimeOffset asOf)
    {
        if (contacts.Interactions is not { } interactions)
        {
            return new() { Name = "engaged", Holds = null, Because = "no interactions are given" };
        }

        var last = interactions.LastOrDefault(i => i.IsEngagement && i.ContactIds.Contains(contactId));
        return new()
        {
            Name = "engaged",
            Holds = last is not null && asOf - last.OccurredAt < Options.EngagedWithin,
            Because = last is null ? "never" : $"{Days(asOf - last.OccurredAt)} ago",
        };
    }

    private AdvocateCondition Quiet(ContactFacts contacts)
    {
        var open = contacts.OpenIssues(Options.NoIssueFrom);
        return new()
        {
            Name = $"no open issue, {Options.NoIssueFrom} or graver",
            Holds = open.IsKnown ? open.Value == 0 : null,
            Because = open.IsKnown ? string.Create(CultureInfo.InvariantCulture, $"{open.Value} open") : "no issues are given",
        };
    }

    private static AskVerdict No(string reason) => new() { State = PermissionState.Barred, Reason = reason };

    private static string Times(int count) => string.Create(CultureInfo.InvariantCulture, $"asked {count} {(count == 1 ? "time" : "times")}");

    private static string Days(TimeSpan span) => $"{NumberText.Of(Math.Floor(span.TotalDays))} days";

    private static DateTimeOffset Later(DateTimeOffset at, TimeSpan by) => DateTimeOffset.MaxValue - at > by ? at + by : DateTimeOffset.MaxValue;
}
