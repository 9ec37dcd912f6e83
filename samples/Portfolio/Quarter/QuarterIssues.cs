using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>The issues of an account: its tickets of severity 3 (high) and 4 (critical). Where the value is low they stay open for longer.</summary>
internal static class QuarterIssues
{
    private const double Severe = 3;
    private const double Standstill = 4;

    /// <summary>The records: each as it is opened, and once more as it is closed.</summary>
    public static IEnumerable<Issue> Of(SimulatedAccount account, Xoshiro256 dice)
    {
        foreach (var ticket in account.Signals.Where(s => s.Name == "ticket" && s.Value >= Severe))
        {
            var (usual, longer) = (dice.Below(30), dice.Below(60));
            var isLow = account.LatentValueAt(ticket.OccurredAt) < -0.3;
            var days = ticket.Value >= Standstill ? 2 + (usual / 3) + (isLow ? longer / 2 : 0) : 5 + usual + (isLow ? longer : 0);
            var issue = new Issue(account.Id, $"issue {ticket.Id}", ticket.Value >= Standstill ? IssueSeverity.Critical : IssueSeverity.High, ticket.OccurredAt) { Product = ticket.Product, Cause = IssueCauses.Product, RecordedAt = ticket.RecordedAt };
            yield return issue;
            var closed = ticket.OccurredAt.AddDays(days);
            yield return issue with { ClosedAt = closed, RecordedAt = closed > ticket.RecordedAt ? closed : ticket.RecordedAt };
        }
    }

    /// <summary>The work that an issue is: the customer came, since something broke.</summary>
    public static OtherWork WorkOf(Issue issue, string? owner) => new(issue.Id, issue.OpenedAt)
    {
        RecordedAt = issue.RecordedAt,
        Cause = InteractionCause.Incident,
        Direction = "support",
        OwnerId = owner,
    };
}
