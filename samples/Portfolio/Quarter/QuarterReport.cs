using CustomerSuccess.Composition;
using CustomerSuccess.Contacts;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Measurement;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>Everything that is shown of a quarter.</summary>
internal sealed class QuarterReport
{
    public required SimulationOptions Options { get; init; }

    public required QuarterCalendar Calendar { get; init; }

    public required int Customers { get; init; }

    public required QuarterRun Run { get; init; }

    /// <summary>The rules, by name.</summary>
    public required IReadOnlyList<RuleTally> Rules { get; init; }

    /// <summary>The touches that were sent or done, by channel and week.</summary>
    public required IReadOnlyList<(string Channel, int[] Weeks)> Touches { get; init; }

    /// <summary>The queue of the one for whom most waits on the last workday; null where nothing waits for anybody.</summary>
    public required (string Owner, WorkQueue Queue)? Queue { get; init; }

    /// <summary>What one has to know before the first touch of that queue.</summary>
    public required WorkBrief? Brief { get; init; }

    /// <summary>Why the first of that queue is there; without a queue, why the last case is.</summary>
    public required RuleExplanation? Why { get; init; }

    /// <summary>Why somebody has no case.</summary>
    public required RuleExplanation? WhyNot { get; init; }

    public required MaturityReport Maturity { get; init; }

    public required QuarterReplay? Replay { get; init; }

    /// <summary>Runs a quarter.</summary>
    public static async Task<QuarterReport> OfAsync(Simulation simulation, QuarterCalendar calendar, CustomerConfiguration configuration)
    {
        var world = new QuarterWorld(simulation, calendar, configuration.Plans.Count > 0 ? configuration.Plans[0] : null);
        var run = new QuarterRun(world, configuration);
        await run.RunAsync().ConfigureAwait(false);
        InterventionCase[] cases = [.. run.Cases];
        var rules = RuleTally.Of(configuration.Rules, cases);
        var queue = run.LastQueues.OrderByDescending(q => q.Value.Taken.Count + q.Value.Cut.Count).Select(q => ((string, WorkQueue)?)(q.Key, q.Value)).FirstOrDefault();
        var first = queue?.Item2.Taken.Concat(queue.Value.Item2.Cut).Select(w => w.Item.Case).FirstOrDefault();
        var shown = first ?? cases.Where(c => c.Opened.RuleHash is not null).MaxBy(c => c.FiredAt);
        return new()
        {
            Options = simulation.Options,
            Calendar = calendar,
            Customers = simulation.Accounts.Count(a => a.LatentValueAt(calendar.From) is not null),
            Run = run,
            Rules = rules,
            Touches = TouchesOf(cases, calendar),
            Queue = queue,
            Brief = first is null ? null : await BriefAsync(run.Health, first.CustomerId, queue!.Value.Item2.At).ConfigureAwait(false),
            Why = shown is null ? null : await run.Engine.WhyAsync(shown.CustomerId, shown.Key.Rule, calendar.Last).ConfigureAwait(false),
            WhyNot = await WhyNotAsync(run, simulation, rules, calendar).ConfigureAwait(false),
            Maturity = new MaturityReader().Read(cases, calendar.Last),
            Replay = await QuarterReplay.OfAsync(configuration, run.Health, rules, calendar).ConfigureAwait(false),
        };
    }

    private static List<(string Channel, int[] Weeks)> TouchesOf(IEnumerable<InterventionCase> cases, QuarterCalendar calendar)
    {
        var touches = cases.SelectMany(c => c.Touches).Where(t => t.AttemptedAt is not null).ToLookup(t => t.Channel ?? "owner's choice", t => calendar.WeekOf(t.AttemptedAt!.Value), StringComparer.Ordinal);
        return [.. touches.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => (t.Key, Enumerable.Range(0, QuarterCalendar.Weeks).Select(w => t.Count(at => at == w)).ToArray()))];
    }

    private static async Task<WorkBrief> BriefAsync(CustomerHealth health, string customer, DateTimeOffset at)
    {
        var (facts, score) = ((await health.FactsAsync(customer, new(at)).ConfigureAwait(false))!, await health.ScoreAsync(customer, at).ConfigureAwait(false));
        var last = facts.Contacts.Interactions?.LastOrDefault(i => i.IsEngagement);
        return WorkBrief.Of(score is null ? facts : facts.With(new HealthFacts(score)), last is null ? null : await health.ScoreAsync(customer, last.OccurredAt).ConfigureAwait(false));
    }

    // The first customer without a case of the condition that fires most often.
    private static async Task<RuleExplanation?> WhyNotAsync(QuarterRun run, Simulation simulation, IReadOnlyList<RuleTally> rules, QuarterCalendar calendar)
    {
        if (rules.Where(r => r.Rule.Content.Trigger is ConditionTrigger { When: ConditionExpression<CustomerFacts> }).MaxBy(r => r.Cases.Count) is not { } rule)
            return null;
        var customer = simulation.Accounts.FirstOrDefault(a => a.LatentValueAt(calendar.From) is not null && a.LatentValueAt(calendar.Last) is not null && rule.Cases.All(c => c.CustomerId != a.Id));
        return customer is null ? null : await run.Engine.WhyAsync(customer.Id, rule.Rule.Name, calendar.Last).ConfigureAwait(false);
    }
}
