using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Interventions;

/// <summary>
/// What one has to know before a touch: what changed at the customer since the last contact, what both parties owe, how the plan and health come along,
/// open issues, and the last answer. People are named by their ids; free text of interactions is in it, so that it does not belong into logs. Immutable.
/// </summary>
public sealed class WorkBrief
{
    private WorkBrief()
    {
    }

    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>What the customer is called; the id where no name is given.</summary>
    public required string CustomerName { get; init; }

    /// <summary>The instant as of which it holds, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The last interaction in which contacts were engaged; a known null where there was none; unknown where no interactions are given.</summary>
    public required Reading<Interaction?> LastContact { get; init; }

    /// <summary>The last interaction that a contact began, or in which one answered a touch; null where there was none.</summary>
    public required Interaction? LastAnswer { get; init; }

    /// <summary>What is otherwise than at the last contact: stage, owners, segments, subscriptions, contacts, plan. Empty where there was no contact.</summary>
    public required IReadOnlyList<BriefChange> Changes { get; init; }

    /// <summary>What is owed and not done, of both parties, by when it is due; unknown where there is no plan.</summary>
    public required Reading<IReadOnlyList<BriefAccountability>> OpenAccountabilities { get; init; }

    /// <summary>What the vendor owes of it: what was promised.</summary>
    public IReadOnlyList<BriefAccountability> Promises => [.. OpenAccountabilities.OrElse([]).Where(a => a.Party == PlanParty.Vendor)];

    /// <summary>The pace of the plan; unknown where there is no plan.</summary>
    public required Reading<Pace> Pace { get; init; }

    /// <summary>The milestones that are behind or stuck, by their titles.</summary>
    public required IReadOnlyList<string> LateMilestones { get; init; }

    /// <summary>The score; null where it is not among the facts.</summary>
    public required HealthScore? Health { get; init; }

    /// <summary>The score at the last contact; null where it was not given.</summary>
    public required HealthScore? HealthBefore { get; init; }

    /// <summary>Why the score changed; null where one of the two has none.</summary>
    public ScoreChange? HealthChange => Health?.Computed is not null && HealthBefore?.Computed is not null ? Health.ChangeSince(HealthBefore) : null;

    /// <summary>The issues that are open, the gravest first; unknown where no issues are given.</summary>
    public required Reading<IReadOnlyList<Issue>> OpenIssues { get; init; }

    /// <summary>Makes the brief of a customer.</summary>
    /// <param name="facts">The facts, with health where there is a score.</param>
    /// <param name="healthBefore">The score at the last contact; null where it is not at hand.</param>
    public static WorkBrief Of(CustomerFacts facts, HealthScore? healthBefore = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var interactions = facts.Contacts.Interactions;
        var last = interactions?.LastOrDefault(i => i.IsEngagement);
        var plan = facts.Plan;
        return new()
        {
            CustomerId = facts.CustomerId,
            CustomerName = facts.Account.Version?.Name ?? facts.CustomerId,
            AsOf = facts.AsOf,
            LastContact = interactions is null ? NotGiven<Interaction?>("interactions") : Reading.Known(last),
            LastAnswer = interactions?.LastOrDefault(i => i.IsEngagement && (i.Answers is not null || i.Direction == InteractionDirection.Inbound)),
            Changes = last is null ? [] : BriefState.Between(facts.RewoundTo(last.OccurredAt), facts),
            OpenAccountabilities = plan?.State is { } owed ? Reading.Known(BriefAccountability.Open(owed)) : NoPlan<IReadOnlyList<BriefAccountability>>(plan),
            Pace = plan?.State is { } state ? Reading.Known(state.Pace) : NoPlan<Pace>(plan),
            LateMilestones = [.. (plan?.State?.Milestones ?? []).Where(m => m.Pace is SuccessPlans.Pace.Behind or SuccessPlans.Pace.Stuck).Select(m => m.Title)],
            Health = facts.Find<HealthFacts>()?.Score,
            HealthBefore = healthBefore,
            OpenIssues = facts.Contacts.Issues is { } issues
                ? Reading.Known<IReadOnlyList<Issue>>([.. issues.Where(i => i.IsOpen(facts.AsOf)).OrderBy(i => i.Severity)])
                : NotGiven<IReadOnlyList<Issue>>("issues"),
        };
    }

    /// <summary>The brief as Markdown. What others wrote is shown as it is, and never as Markdown.</summary>
    public string ToMarkdown() => BriefMarkdown.Of(this);

    /// <summary>The customer and how much there is; no free text.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"brief of {CustomerId} as of {NumberText.Instant(AsOf)}: {Changes.Count} changes, {OpenAccountabilities.OrElse([]).Count} open accountabilities, {OpenIssues.OrElse([]).Count} open issues");

    private static Reading<T> NoPlan<T>(PlanFacts? plan) => plan?.Why is { } why ? Reading.Unknown<T>(why) : NotGiven<T>("plans");

    private static Reading<T> NotGiven<T>(string what) => Reading.Unknown<T>(new UnknownCause(what, UnknownKind.NotGiven));
}
