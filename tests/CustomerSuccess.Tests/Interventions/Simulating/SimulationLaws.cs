using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Interventions.Reference;

namespace CustomerSuccess.Tests.Interventions.Simulating;

/// <summary>What may never happen, whatever the rules and facts; facts are read anew, and not by the engine.</summary>
internal sealed class SimulationLaws(Story story)
{
    public List<string> Offences { get; } = [];

    public int Touches { get; private set; }

    /// <summary>Never two open cases of one rule and correlation key.</summary>
    public void Standing(IReadOnlyList<InterventionCase> cases) => Offences.AddRange(cases.Where(c => c.IsOpen).GroupBy(c => (c.Key.Rule, c.Key.Correlation)).Where(g => g.Count() > 1)
        .Select(g => $"{g.Count()} open cases of {g.Key}"));

    /// <summary>Never an attempt after known success or exit, in a silence, against an opt-out, at the wrong time of day, on a channel that failed, or without a purpose.</summary>
    public void Attempted(IReadOnlyList<InterventionCase> cases, string customer, TouchKey key, string? channel, TouchPurpose? purpose, DateTimeOffset at, bool isByPeople)
    {
        Touches++;

        // Where cases are about a group, one of another customer of it may have had the same key before.
        var found = cases.First(c => c.Key == key.Case && c.CustomerId == customer);
        var rule = story.AllRules.First(r => r.Rule.ConfigurationHash == found.Opened.RuleHash);
        var watch = new Watch(story, story.Customers.First(c => c.Id == found.CustomerId), at);
        var (view, success) = (watch.At(at), rule.Success ?? StoryCondition.Not(rule.Trigger.Condition!));
        Never(watch.First(success, true, found.FiredAt, at) is not null, "after success");
        Never(rule.Exit is { } exit && watch.First(exit, true, found.FiredAt, at) is not null, "after the exit");
        Never(!view.IsActive, "of a customer who is gone");
        Never(at >= found.FiredAt + rule.Content.SuccessWithin, "after the time for success");
        Never(story.Silences.Where(s => s.RecordedAt <= at).GroupBy(s => s.Id).Select(g => g.OrderBy(s => s.RecordedAt).ThenBy(s => s.To).Last()).Any(s => s.Covers(at, found.CustomerId, view.Segment, key.Case.Rule)), "in a silence");
        Never(key.ContactId is { } contact && channel is not null && view.Permits(contact, channel) != true, "without permission");
        Never(!isByPeople && story.Policy.Calendar is { } calendar && !(view.Contacts.First(c => c.Id == key.ContactId).Zone is { } zone && calendar.IsOpen(at, TimeZoneInfo.FindSystemTimeZoneById(zone))), "at the wrong time of day");
        Never(found.Touches.Any(t => t.Key != key && t.State == TouchState.Failed && t.Channel is not null && t.Channel == channel && t.EndedAt <= at), "on a channel that failed");
        Never(!isByPeople && (string.IsNullOrWhiteSpace(purpose!.Reason) || string.IsNullOrWhiteSpace(purpose.Agenda) || string.IsNullOrWhiteSpace(purpose.ExpectedResult)), "without a purpose");

        void Never(bool happened, string what)
        {
            if (happened)
            {
                Offences.Add($"{key} on {channel} at {Watch.Text(at)}: {what}");
            }
        }
    }

    /// <summary>Never more touches in any window than a budget allows.</summary>
    public void Budgets(IReadOnlyList<InterventionCase> cases)
    {
        foreach (var budget in story.Policy.Budgets)
        {
            var uses = cases.SelectMany(c => c.Touches.Where(t => t.AttemptedAt is not null && (budget.Channel is null || budget.Channel == t.Channel)).Select(t => (Owner: OwnerOf(budget.Owner, c, t), At: t.AttemptedAt!.Value))).Where(u => u.Owner is not null);
            foreach (var owner in uses.GroupBy(u => u.Owner))
            {
                Offences.AddRange(owner.Where(end => owner.Count(u => u.At <= end.At && end.At - u.At < budget.Within) > budget.Touches).Select(end => $"more than {budget} of {owner.Key} up to {Watch.Text(end.At)}"));
            }
        }
    }

    private static string? OwnerOf(BudgetOwnerKind kind, InterventionCase found, Touch touch) => kind switch
    {
        BudgetOwnerKind.Contact => touch.Key.ContactId,
        BudgetOwnerKind.Customer => found.CustomerId,
        _ => touch.OwnerId,
    };
}
